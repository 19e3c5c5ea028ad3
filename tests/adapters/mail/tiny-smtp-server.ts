import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

export type Received = {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly secure: boolean;
};

/** What the server says instead of going on, by command: `RCPT: '550 5.1.1 no such mailbox'`. */
export type Saying = Partial<Record<'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'end', string>>;

export type TinySmtpServer = {
  readonly port: number;
  readonly received: readonly Received[];
  say: Saying;
  /** From now on it takes connections and says nothing. */
  silent: boolean;
  close(): Promise<void>;
};

type Certificate = { readonly key: string; readonly cert: string };

/** As much of SMTP as a mailer speaks, on loopback, in this process. With a certificate it offers STARTTLS. */
export async function openSmtpServer(certificate?: Certificate): Promise<TinySmtpServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const state = { say: {} as Saying, silent: false };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (!state.silent) converse(socket, { state, received, certificate, secure: false });
  });
  const port = await listening(server);
  return {
    port,
    received,
    get say() {
      return state.say;
    },
    set say(said) {
      state.say = said;
    },
    get silent() {
      return state.silent;
    },
    set silent(quiet) {
      state.silent = quiet;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

type Talk = {
  readonly state: { readonly say: Saying };
  readonly received: Received[];
  readonly certificate: Certificate | undefined;
  readonly secure: boolean;
};

function converse(socket: Socket, talk: Talk): void {
  const { state, received, certificate, secure } = talk;
  let mail = { from: '', to: '' };
  let data: string | undefined;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const line = (text: string) => {
    if (data !== undefined) {
      if (text !== '.') {
        data += `${text.replace(/^\./, '')}\n`;
        return;
      }
      if (state.say.end === undefined) received.push({ ...mail, data, secure });
      data = undefined;
      say(state.say.end ?? '250 2.0.0 taken');
      return;
    }
    const [command = ''] = text.toUpperCase().split(/[ :]/);
    if (command === 'QUIT') socket.end('221 bye\r\n');
    else if (command === 'STARTTLS' && certificate !== undefined) upgrade(socket, { ...talk, certificate });
    else if (command === 'STARTTLS') say('502 5.5.1 not here');
    else if (command === 'EHLO') say(state.say.EHLO ?? greeting(secure, certificate !== undefined));
    else {
      const no = state.say[command as keyof Saying];
      if (command === 'MAIL') mail = { ...mail, from: text };
      if (command === 'RCPT') mail = { ...mail, to: text };
      if (command === 'DATA' && no === undefined) data = '';
      say(
        no ??
          (command === 'DATA' ? '354 go on' : command === 'AUTH' ? '235 2.7.0 welcome' : '250 2.1.0 fine'),
      );
    }
  };
  socket.on('data', (bytes: Buffer) => {
    const lines = (rest + bytes.toString('utf8')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const each of lines) line(each);
  });
  if (!secure) say(state.say.greeting ?? '220 tiny ready');
}

function greeting(secure: boolean, offersTls: boolean): string {
  const lines = ['tiny', 'AUTH PLAIN LOGIN', ...(offersTls && !secure ? ['STARTTLS'] : []), 'SMTPUTF8'];
  return lines.map((line, place) => `250${place === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n');
}

function upgrade(socket: Socket, talk: Talk & { readonly certificate: Certificate }): void {
  socket.removeAllListeners('data');
  socket.write('220 2.0.0 go\r\n');
  const secureContext = createSecureContext(talk.certificate);
  const upgraded = new TLSSocket(socket, { isServer: true, secureContext });
  upgraded.on('error', () => upgraded.destroy());
  converse(upgraded, { ...talk, secure: true });
}
