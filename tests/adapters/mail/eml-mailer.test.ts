import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmlMailer } from '../../../src/adapters/mail/eml-mailer.ts';
import { readSender } from '../../../src/adapters/mail/read-sender.ts';
import { someMail } from '../../contracts/mailer.contract.ts';
import { headerOf, partOf } from './read-mail.ts';

const from = { name: 'Udvalgsbot', address: 'udvalgsbot@demo.invalid' };
let root: string;
let folder: string;
let now = Temporal.Instant.from('2025-09-12T13:00:00Z');
const mailer = () => createEmlMailer({ folder, from, clock: { now: () => now } });
const files = () => readdirSync(folder).filter((name) => name.endsWith('.eml'));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mails-'));
  folder = join(root, 'Udbakke');
  now = Temporal.Instant.from('2025-09-12T13:00:00Z');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a mail as a file', () => {
  it('stands in the folder under the time on the wall, as a mail program opens it', async () => {
    await mailer().send(someMail);
    const [name = ''] = files();
    expect(name).toMatch(/^2025-09-12 15\.00\.00 [0-9a-f]{32}\.eml$/);
    const mail = readFileSync(join(folder, name), 'utf8');
    expect(headerOf(mail, 'Subject')).toBe(someMail.subject);
    expect(partOf(mail, 'text/plain')).toContain('Læs referatet');
  });

  it('is written once a wish, also after a restart', async () => {
    await mailer().send(someMail);
    now = now.add({ hours: 1 });
    await mailer().send(someMail);
    await Promise.all([mailer().send(someMail), mailer().send(someMail)]);
    expect(files()).toHaveLength(1);
  });

  it('is whole or not there: what a crash left half is written again', async () => {
    await mailer().send(someMail);
    const [note = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    unlinkSync(join(folder, note));
    writeFileSync(join(folder, '.half.eml.draft'), 'From');
    now = now.add({ hours: 1 });
    await mailer().send(someMail);
    expect(files()).toHaveLength(1);
    expect(await mailer().mails()).toHaveLength(1);
  });

  it('is shown newest first; what is no note of ours is passed over', async () => {
    expect(await mailer().mails()).toEqual([]);
    await mailer().send(someMail);
    now = now.add({ hours: 1 });
    await mailer().send({ ...someMail, operationId: 'later', subject: 'Senere' });
    writeFileSync(join(folder, `.${'0'.repeat(32)}.json`), '{"mailId": 1}');
    writeFileSync(join(folder, `.${'1'.repeat(32)}.json`), 'not JSON');
    expect((await mailer().mails()).map(({ subject }) => subject)).toEqual(['Senere', someMail.subject]);
  });

  it('that cannot be written is a failure of the world', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    await expect(mailer().send(someMail)).rejects.toMatchObject({ name: 'PortFailure', kind: 'unavailable' });
  });
});

describe('who mails are from', () => {
  it.each([
    ['Udvalg <udvalg@skole.example>', { name: 'Udvalg', address: 'udvalg@skole.example' }],
    ['"LUU, Prøve" <udvalg@skole.example>', { name: 'LUU, Prøve', address: 'udvalg@skole.example' }],
    ['udvalg@skole.example', { name: '', address: 'udvalg@skole.example' }],
    ['udvalg', undefined],
    ['a@b.example, c@d.example', undefined],
    ['Udvalg <a@b.example> <c@d.example>', undefined],
  ])('%s', (text, sender) => {
    expect(readSender(text)).toEqual(sender);
  });
});
