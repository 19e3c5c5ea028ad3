import { begin } from './ask.ts';
import type { Connections } from './connections.ts';

/** Work that takes longer lets the others in: whoever hangs does not stop them for ever. */
const longestMs = 60_000;

const lock = {
  name: 'exclusively',
  text: `SELECT set_config('idle_in_transaction_session_timeout', '${longestMs}', true),
    pg_advisory_xact_lock(hashtextextended($1, 0))`,
};

/** The lock is the server's: a process that is killed gives it back at once. */
export async function exclusively<T>(
  connections: Connections,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const [outcome] = await connections.use(async (connection) => {
    await connection.query(begin);
    await connection.query({ ...lock, values: [name] });
    const done = await Promise.allSettled([work()]);
    await connection.query({ text: 'COMMIT' });
    return done;
  });
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
