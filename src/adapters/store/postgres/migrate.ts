import type { Digest } from '../../../ports/digest.ts';
import { assertMark, type DoneStep, type SchemaStep, stepsToDo } from '../schema-steps.ts';
import type { StoreMark } from '../store.ts';
import type { Connection } from './connections.ts';

/** Any number, the same for every process of this program: one of them builds, the others wait and find it built. */
const buildersLock = 7_268_401;

const bookkeeping = `
CREATE TABLE IF NOT EXISTS schema_step (id INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/** Brings the database to the program's schema, all of it or nothing; one with another mark is left untouched. */
export async function migrate(
  connection: Connection,
  digest: Digest,
  mark: StoreMark,
  steps: readonly SchemaStep[],
): Promise<void> {
  const run = (text: string, values: unknown[] = []) => connection.query({ text, values });
  await run('BEGIN');
  await run('SELECT pg_advisory_xact_lock($1)', [buildersLock]);
  await connection.query({ text: bookkeeping });
  await run("INSERT INTO meta (name, value) VALUES ('mark', $1) ON CONFLICT DO NOTHING", [mark]);
  const { rows: marks } = await run("SELECT value FROM meta WHERE name = 'mark'");
  assertMark((marks as readonly { readonly value: string }[])[0]?.value, mark);
  const { rows: done } = await run('SELECT id, checksum FROM schema_step ORDER BY id');
  for (const { id, name, sql } of stepsToDo(steps, done as readonly DoneStep[], digest)) {
    await connection.query({ text: sql });
    const values = [id, name, digest.sha256(sql)];
    await run('INSERT INTO schema_step (id, name, checksum) VALUES ($1, $2, $3)', values);
  }
  await run('COMMIT');
}
