import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeOn } from '../adapters/store/postgres/store-on-server.ts';
import { tell } from '../contracts/told-events.ts';
import { hasPostgres, quickPlace, startPostgres } from '../support/postgres-server.ts';
import { runToEnd } from '../support/running-program.ts';

/** A database of its own for each log, as a restored dump is one. */
describe.skipIf(!hasPostgres())('the commands on a log in PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'commands-'));
    server = await startPostgres([], quickPlace());
  });
  afterAll(async () => {
    await server?.close();
    rmSync(home, { recursive: true, force: true });
  });

  const ask = (databaseUrl: string, ...args: readonly string[]) =>
    runToEnd(['--import', './src/require-node.js', 'src/cli.ts', ...args], {
      DATA_DIR: home,
      DATABASE_URL: databaseUrl,
    });

  const sql = async (url: string, text: string) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(text);
    await client.end();
  };

  const databaseNamed = (name: string) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };

  it('walk its chain, and prove that a restored dump is how it began', async () => {
    await sql(server.url, 'CREATE DATABASE live');
    const live = databaseNamed('live');
    const store = await storeOn(live, { school: 'school' });
    for (const word of ['one', 'two', 'three']) await store.log.transact(tell('meeting/m1', word));
    await store.close();
    await sql(server.url, 'CREATE DATABASE older TEMPLATE live');
    const again = await storeOn(live, { school: 'school' });
    await again.log.transact(tell('meeting/m1', 'four'));
    await again.close();
    expect(await ask(live, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('4 hændelser') });
    expect(await ask(live, 'verify-diff', databaseNamed('older'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 hændelser er uændrede'),
    });
    await sql(live, "UPDATE event SET data = replace(data, 'two', 'tow') WHERE seq = 2");
    expect(await ask(live, 'verify')).toMatchObject({ code: 1, err: expect.stringContaining('nummer 2') });
    expect(await ask(live, 'verify-diff', databaseNamed('older'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('fra nummer 2'),
    });
  });
});
