import { afterEach, describe, expect, it } from 'vitest';
import { noMailer } from '../../../src/adapters/mail/no-mailer.ts';
import { createSmtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import { someMail } from '../../contracts/mailer.contract.ts';
import { headerOf, partOf } from './read-mail.ts';
import { throwAwayCertificate } from './throw-away-certificate.ts';
import { openSmtpServer, type Saying, type TinySmtpServer } from './tiny-smtp-server.ts';

const from = { name: 'LUU Prøveskolen', address: 'udvalg@skole.example' };
const clock = { now: () => Temporal.Instant.from('2025-09-12T13:00:00Z') };
/** Reaches this machine, but is no name of it: so it is held to the rules of any other. */
const elsewhere = '0.0.0.0';

const opened: TinySmtpServer[] = [];
const open = async (certificate?: Parameters<typeof openSmtpServer>[0]) => {
  const server = await openSmtpServer(certificate);
  opened.push(server);
  return server;
};
const mailerTo = (server: TinySmtpServer, host = '127.0.0.1', more = {}) =>
  createSmtpMailer({ url: `smtp://${host}:${server.port}`, from, clock, timeoutMs: 4_000, ...more });

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

describe('a mail as it leaves', () => {
  it('says who it is from, when, in which language, and that nobody wrote it by hand', async () => {
    const server = await open();
    await mailerTo(server).send(someMail);
    const [{ data = '', from: sender = '' } = {}] = server.received;
    expect(sender).toBe('MAIL FROM:<udvalg@skole.example>');
    expect(headerOf(data, 'From')).toBe('LUU Prøveskolen <udvalg@skole.example>');
    expect(headerOf(data, 'To')).toBe('Bo Bisidder-Prøve <bo@kommune.example>');
    expect(headerOf(data, 'Date')).toBe('Fri, 12 Sep 2025 13:00:00 +0000');
    expect(headerOf(data, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(data, 'Content-Language')).toBe('da');
    expect(headerOf(data, 'Message-ID')).toMatch(/^<[0-9a-f]{32}@skole\.example>$/);
    expect(partOf(data, 'text/plain')).toContain('svar senest onsdag den 24. september 2025 kl. 24.00.');
    expect(partOf(data, 'text/html')).toContain('<p>Læs referatet</p>');
  });

  it('carries the same Message-ID for the same wish', async () => {
    const server = await open();
    await mailerTo(server).send(someMail);
    await mailerTo(server).send({ ...someMail, text: 'Nyere ord.' });
    const ids = server.received.map(({ data }) => headerOf(data, 'Message-ID'));
    expect(new Set(ids).size).toBe(1);
  });

  it('lets no name or subject become a header', async () => {
    const server = await open();
    const name = 'Bo\r\nBcc: ada@b.example\r\n\u2028X-Evil: 1';
    await mailerTo(server).send({
      ...someMail,
      to: { ...someMail.to, name },
      subject: `a\r\nCc: b@c.example\n\nhej`,
    });
    const [{ data = '', to = '' } = {}] = server.received;
    expect(to).toBe('RCPT TO:<bo@kommune.example>');
    const headers = (data.split('\n\n')[0] ?? '').split('\n').filter((line) => !/^[ \t]/.test(line));
    expect(
      headers.map((line) => line.split(':')[0]).filter((each) => /^(Bcc|Cc|X-Evil)$/i.test(each ?? '')),
    ).toEqual([]);
    expect(headerOf(data, 'Subject')).toBe('a Cc: b@c.example hej');
  });

  it('has nothing fetched from anywhere put into it', async () => {
    const server = await open();
    const html = '<img src="file:///etc/hostname"><img src="https://evil.example/pixel.gif">';
    await mailerTo(server).send({ ...someMail, html });
    const [{ data = '' } = {}] = server.received;
    expect(data).not.toMatch(/Content-Type: image|Content-ID/i);
  });
});

describe('what a mail server says', () => {
  const says: readonly (readonly [string, Saying, string, RegExp])[] = [
    ['there is no such mailbox', { RCPT: '550 5.1.1 no such user' }, 'denied', /550 5\.1\.1 RCPT TO$/],
    ['the message is refused', { end: '554 5.7.1 spam' }, 'denied', /554 5\.7\.1 DATA$/],
    ['come again (greylisting)', { RCPT: '450 4.7.1 greylisted' }, 'throttled', /450 4\.7\.1/],
    ['the mailbox is full for now', { RCPT: '452 4.2.2 full' }, 'unavailable', /452 4\.2\.2/],
    ['it has trouble', { MAIL: '451 4.3.0 trouble' }, 'unavailable', /451/],
    [
      'we may not send as this sender',
      { MAIL: '550 5.7.1 not you' },
      'unavailable',
      /550 5\.7\.1 MAIL FROM$/,
    ],
    ['it is shutting down', { greeting: '421 4.3.2 bye' }, 'unavailable', /421/],
    ['it takes no mail at all', { greeting: '554 5.3.2 no service' }, 'unavailable', /554/],
    ['nonsense', { greeting: 'hello?' }, 'unavailable', /smtp/],
  ];

  it.each(says)('%s', async (_what, say, kind, code) => {
    const server = await open();
    server.say = say;
    await expect(mailerTo(server).send(someMail)).rejects.toMatchObject({
      name: 'PortFailure',
      kind,
      code: expect.stringMatching(code),
    });
    expect(server.received).toEqual([]);
  });

  it('about a login is no fault of the mail', async () => {
    const server = await open();
    server.say = { AUTH: '535 5.7.8 wrong password' };
    const url = `smtp://udvalg:hemmeligt@127.0.0.1:${server.port}`;
    const sending = createSmtpMailer({ url, from, clock, timeoutMs: 4_000 }).send(someMail);
    const failure: unknown = await sending.catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'unavailable', code: expect.stringContaining('535') });
    expect(String(failure)).not.toContain('hemmeligt');
  });

  it('is nothing: it is waited for so long and no longer', async () => {
    const server = await open();
    server.silent = true;
    const sending = mailerTo(server, '127.0.0.1', { timeoutMs: 200 }).send(someMail);
    await expect(sending).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is not there', async () => {
    const server = await open();
    await server.close();
    await expect(mailerTo(server).send(someMail)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('between here and the server', () => {
  it('mails go over TLS, to a server that can prove who it is', async () => {
    const certificate = throwAwayCertificate(elsewhere);
    const server = await open(certificate);
    await mailerTo(server, elsewhere, { trustedCertificate: certificate.cert }).send(someMail);
    expect(server.received.map(({ secure }) => secure)).toEqual([true]);
  });

  it('nothing is said to a server that offers no TLS', async () => {
    const server = await open();
    await expect(mailerTo(server, elsewhere).send(someMail)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.received).toEqual([]);
  });

  it('nothing is said to a server that another certificate speaks for', async () => {
    const server = await open(throwAwayCertificate(elsewhere));
    await expect(mailerTo(server, elsewhere).send(someMail)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.received).toEqual([]);
  });

  it('no option in the address lowers that', async () => {
    const server = await open();
    const url = `smtp://${elsewhere}:${server.port}/?ignoreTLS=true&requireTLS=false&tls.rejectUnauthorized=false`;
    const mailer = createSmtpMailer({ url, from, clock, timeoutMs: 4_000 });
    await expect(mailer.send(someMail)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

it('without a server named, a mail waits for a person', async () => {
  await expect(noMailer.send(someMail)).rejects.toMatchObject({ kind: 'conflict', code: 'mail no SMTP_URL' });
});
