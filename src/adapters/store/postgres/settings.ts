import { StoreNotOpened } from '../store-not-opened.ts';
import type { Connection } from './connections.ts';

/** PostgreSQL 13 is the oldest whose behaviour this store rests on. */
const oldestServer = 130_000;

/** What must hold for a commit to be durable when it is acknowledged, and for texts to be kept as they are. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  server_encoding: ['UTF8'],
  transaction_read_only: ['off'],
};

export async function readSettings(connection: Connection): Promise<Readonly<Record<string, string>>> {
  const names = [...Object.keys(wanted), 'server_version_num'];
  const columns = names.map((name) => `current_setting('${name}') AS ${name}`).join(', ');
  const { rows } = await connection.query({ text: `SELECT ${columns}` });
  return (rows as readonly Record<string, string>[])[0] ?? {};
}

/** Throws `StoreNotOpened` when a commit on this server would not be durable. */
export function assertSettings(settings: Readonly<Record<string, string>>): void {
  const version = Number(settings['server_version_num']);
  if (!(version >= oldestServer))
    throw new StoreNotOpened(`The server is PostgreSQL ${Math.floor(version / 10_000)}; 13 is needed.`, {
      reason: 'old-server',
    });
  for (const [name, values] of Object.entries(wanted)) {
    const value = settings[name];
    if (value === undefined || !values.includes(value))
      throw new StoreNotOpened(`The server keeps ${name} at ${value}, not ${values.join(' or ')}.`, {
        reason: 'server-settings',
      });
  }
}
