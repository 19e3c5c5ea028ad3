import { describe, expect, it } from 'vitest';
import { readConfig, readStorePlace } from '../src/config.ts';
import { storeNotOpened } from '../src/presentation/texts/config.da.ts';

const local = { LOCAL_TEAMS: '1' };
const database = 'postgres://bot:hemmelig@db.example:5432/udvalg?sslmode=verify-full';

describe('where the store lies', () => {
  it.each([database, database.replace('postgres:', 'postgresql:')])('is the database named by %s', (url) => {
    const read = readConfig(local, { DATABASE_URL: url });
    expect(read).toMatchObject({ kind: 'config', config: { databaseUrl: url } });
    expect(readStorePlace({ DATABASE_URL: url })).toEqual({ dataDir: './data', databaseUrl: url });
  });

  it.each(['', '  '])('is the data folder where none is named ("%s")', (url) => {
    expect(readStorePlace({ DATABASE_URL: url, DATA_DIR: 'x' })).toEqual({ dataDir: 'x' });
  });

  it.each(['mysql://db.example/udvalg', 'db.example', 'sqlite:x'])('is never %s', (url) => {
    expect(readConfig(local, { DATABASE_URL: url })).toEqual({
      kind: 'faults',
      faults: [{ code: 'invalid', variable: 'DATABASE_URL' }],
    });
  });

  it('is named without its password when it cannot be opened', () => {
    const place = readStorePlace({ DATABASE_URL: database });
    const sentence = storeNotOpened({ reason: 'unreachable', message: '' }, place);
    expect(sentence).toContain('DATABASE_URL');
    expect(sentence).not.toContain('hemmelig');
  });
});

describe('how people without Teams are written to', () => {
  const live = {
    BOT_ID: '11111111-1111-4111-8111-111111111111',
    BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
    BOT_PASSWORD: 'hemmelig',
    BASE_URL: 'https://udvalg.example',
  };
  const mail = { SMTP_URL: 'smtps://bot:kode@mail.example', MAIL_FROM: 'Udvalg <udvalg@skole.example>' };

  it('is by the mail server named, in the name given', () => {
    expect(readConfig({}, { ...live, ...mail })).toMatchObject({
      config: { mail: { url: mail.SMTP_URL, from: { name: 'Udvalg', address: 'udvalg@skole.example' } } },
    });
  });

  it('is not at all where no server is named', () => {
    const read = readConfig({}, live);
    expect(read.kind === 'config' && 'mail' in read.config).toBe(false);
  });

  it.each([
    ['SMTP_URL', { SMTP_URL: 'mail.example' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'a@b.example, c@d.example' }],
    ['LINK_KEY', { LINK_KEY: 'kort' }],
  ])('is refused with the name of %s', (variable, wrong) => {
    expect(readConfig({}, { ...live, ...mail, ...wrong })).toEqual({
      kind: 'faults',
      faults: [{ code: 'invalid', variable }],
    });
  });

  it('needs a sender with the server, and one key for all who share a database', () => {
    const shared = { ...live, SMTP_URL: mail.SMTP_URL, DATABASE_URL: database };
    const missing = ['MAIL_FROM', 'LINK_KEY'].map((variable) => ({ code: 'missing', variable }));
    expect(readConfig({}, shared)).toEqual({ kind: 'faults', faults: missing });
    const whole = { ...shared, MAIL_FROM: mail.MAIL_FROM, LINK_KEY: 'ab'.repeat(32) };
    expect(readConfig({}, whole)).toMatchObject({
      kind: 'config',
      config: { linkKey: Buffer.alloc(32, 0xab) },
    });
  });
});
