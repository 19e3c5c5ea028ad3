import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import { danishZone } from '../../domain/calendar/danish-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mail, Mailer } from '../../ports/mailer.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { mailIdOf, mailMessage, type Sender } from './mail-message.ts';

export type EmlMailerOptions = {
  /** Made with the first mail. */
  readonly folder: string;
  readonly from: Sender;
  readonly clock: Clock;
};

const writtenMail = z.object({
  mailId: z.string(),
  at: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
});

/** A mail that would have gone out, as the local page shows it. */
export type WrittenMail = Readonly<z.infer<typeof writtenMail>>;

export type EmlMailer = Mailer & {
  /** Newest first. */
  mails(): Promise<readonly WrittenMail[]>;
};

/**
 * Writes each mail as a file that a mail program opens, instead of sending it: for one machine, where nobody is to be
 * written to by mistake. One file a wish; it stands there whole or not at all.
 */
export function createEmlMailer({ folder, from, clock }: EmlMailerOptions): EmlMailer {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    send: (mail) => {
      const mine = turn.then(() => attempt(() => write(folder, mail, from, clock.now())));
      turn = mine.catch(() => undefined);
      return mine;
    },
    mails: () => attempt(() => read(folder)),
  };
}

async function write(folder: string, mail: Mail, from: Sender, at: Temporal.Instant): Promise<void> {
  const mailId = mailIdOf(mail);
  const bytes = await new MailComposer(mailMessage(mail, from, at)).compile().build();
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const note = `.${mailId}.json`;
  // the note is written last: with it, the mail stands there
  if (names.includes(note)) return;
  const before = names.find((name) => name.endsWith(`${mailId}.eml`) && !name.startsWith('.'));
  if (before === undefined) await put(folder, `${fileDate(at)} ${mailId}.eml`, bytes);
  const { to, subject, text } = mail;
  const shown: WrittenMail = { mailId, at: at.toString(), to, subject, text };
  await put(folder, note, Buffer.from(JSON.stringify(shown)));
}

/** In the order of sending, by the clock on the wall, when a person looks into the folder. */
function fileDate(at: Temporal.Instant): string {
  const wall = at.toZonedDateTimeISO(danishZone).toPlainDateTime();
  return wall.toString({ smallestUnit: 'second' }).replaceAll(':', '.').replace('T', ' ');
}

async function put(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `.${name}.draft`);
  const file = await open(draft, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, name));
}

async function read(folder: string): Promise<readonly WrittenMail[]> {
  const names = await namesIn(folder);
  const notes = names.filter((name) => /^\.[0-9a-f]{32}\.json$/.test(name));
  const mails = await Promise.all(
    notes.map(async (name) => noteOf(await readFile(join(folder, name), 'utf8'))),
  );
  return mails.flat().toSorted((a, b) => b.at.localeCompare(a.at) || a.mailId.localeCompare(b.mailId));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function noteOf(text: string): readonly WrittenMail[] {
  try {
    return [writtenMail.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    throw code === undefined ? error : new PortFailure('unavailable', `mail ${code}`);
  }
}

/** Of the system's own failures; anything else is our mistake or a failure named already. */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
