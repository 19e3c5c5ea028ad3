import { createTransport } from 'nodemailer';
import type { Clock } from '../../ports/clock.ts';
import type { Mailer } from '../../ports/mailer.ts';
import { mailMessage, type Sender } from './mail-message.ts';
import { smtpFailure } from './smtp-failure.ts';

export type SmtpMailerOptions = {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  readonly from: Sender;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  /** Of a server with a certificate of its own, PEM. */
  readonly trustedCertificate?: string;
};

const patienceMs = 20_000;

/** Hands mails to one server, always over TLS but on this machine itself. */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const { from, clock, timeoutMs = patienceMs } = options;
  const transport = createTransport({
    ...serverOf(options.url),
    ...(options.trustedCertificate === undefined ? {} : { tls: { ca: options.trustedCertificate } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      const message = mailMessage(mail, from, clock.now());
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw smtpFailure(error);
      }
    },
  };
}

/** Read by us and not by the transport, which takes options of its own from an address, such as one that ends TLS. */
function serverOf(address: string) {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isThisMachine(host),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
