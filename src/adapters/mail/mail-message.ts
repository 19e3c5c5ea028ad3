import { createHash } from 'node:crypto';
import type MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../ports/mailer.ts';
import { PortFailure } from '../../ports/port-failure.ts';

export type Sender = { readonly name: string; readonly address: string };
export type MailMessage = NonNullable<ConstructorParameters<typeof MailComposer>[0]>;

/** One address, nothing that a mail server could read as a second one or as a header. */
const oneAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,253}$/u;

export function isAddress(text: string): boolean {
  return oneAddress.test(text);
}

/** The first part of a Message-ID, and of a file's name: the same wish always has the same. */
export function mailIdOf({ operationId }: Pick<Mail, 'operationId'>): string {
  return createHash('sha256').update(operationId).digest('hex').slice(0, 32);
}

/**
 * What is handed to the composer: plain text and HTML that say the same, nothing fetched, nothing that tells whether it
 * was read. `Auto-Submitted` keeps absence notes from answering (RFC 3834).
 */
export function mailMessage(mail: Mail, from: Sender, at: Temporal.Instant): MailMessage {
  if (!isAddress(mail.to.address)) throw new PortFailure('denied', 'mail address malformed');
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mailIdOf(mail)}@${from.address.replace(/^.*@/, '')}>`,
    date: mailDate(at),
    textEncoding: 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'da' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 5322: "Fri, 12 Sep 2025 13:00:00 +0000". */
function mailDate(at: Temporal.Instant): string {
  const utc = at.toZonedDateTimeISO('UTC');
  const time = utc.toPlainTime().toString({ smallestUnit: 'second' });
  return `${days[utc.dayOfWeek - 1]}, ${utc.day} ${months[utc.month - 1]} ${utc.year} ${time} +0000`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
