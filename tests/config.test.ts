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
