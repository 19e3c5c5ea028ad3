import type { LoadedStates, LoadPlan } from '../../../ports/event-log.ts';
import type { logQueries } from '../queries/log-queries.ts';
import type { postgresLogQueries } from '../queries/postgres-log-queries.ts';
import { command } from '../runner.ts';
import { ask } from './ask.ts';
import type { Connection, Connections } from './connections.ts';
import { fetchFor, memoryOf, needsOf, withFetched } from './fetch-events.ts';
import type { KnownLog } from './known-log.ts';

export type LoadParts = {
  readonly known: KnownLog;
  readonly log: ReturnType<typeof logQueries> & ReturnType<typeof postgresLogQueries>;
  readonly connections: Connections;
};

type Waiting = {
  readonly plan: LoadPlan;
  resolve(states: LoadedStates<LoadPlan>): void;
  reject(error: unknown): void;
};

const mostToCatchUp = 2_000;

/**
 * States for showing. One round at a time: all that were asked for while the last round ran share the next, so each sees
 * every act that was acknowledged before it was asked for, and a crowd costs a few queries.
 */
export function createLoads(parts: LoadParts): <P extends LoadPlan>(plan: P) => Promise<LoadedStates<P>> {
  let waiting: Waiting[] = [];
  let running = false;
  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      const round = waiting;
      waiting = [];
      await answerRound(parts, round);
    }
    running = false;
  };
  return <P extends LoadPlan>(plan: P) =>
    new Promise<LoadedStates<P>>((resolve, reject) => {
      waiting.push({ plan, resolve: resolve as never, reject });
      if (!running) void run();
    });
}

async function answerRound(parts: LoadParts, round: readonly Waiting[]): Promise<void> {
  try {
    await parts.connections.use(async (connection) => {
      const unknown = await answerKnown(parts, connection, round);
      if (unknown.length > 0) await answerFetched(parts, connection, unknown);
    });
  } catch (error) {
    // Those that were answered already are not touched by it.
    for (const { reject } of round) reject(error);
  }
}

/** Brings the known states up to date and answers from them; returns what they could not tell. */
async function answerKnown(
  { known, log }: LoadParts,
  connection: Connection,
  round: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const rows = await ask(connection, command(log.since, { after: known.seq, limit: mostToCatchUp }));
  known.catchUp(rows);
  if (rows.length === mostToCatchUp) return round;
  const memory = memoryOf(known);
  const isKnown = ({ plan }: Waiting) => {
    const { streams, prefixes } = needsOf([plan], memory);
    return streams.length + prefixes.length === 0;
  };
  return round.filter((each) => {
    if (!isKnown(each)) return true;
    answer(each, () => memory.states.load(each.plan));
    return false;
  });
}

/** One snapshot for all that has to be fetched. It is kept where nothing has happened since. */
async function answerFetched(
  { known, log }: LoadParts,
  connection: Connection,
  round: readonly Waiting[],
): Promise<void> {
  const [, [last], rows] = await Promise.all([
    connection.query({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' }),
    ask(connection, command(log.lastSeq, {})),
    ask(connection, command(log.since, { after: known.seq, limit: mostToCatchUp })),
  ]);
  const seq = last?.seq ?? 0;
  known.catchUp(rows);
  if (known.seq < seq) known.beginAt(seq);
  const memory = memoryOf(known);
  const { states, fetched } = memory;
  const plans = round.map(({ plan }) => plan);
  await fetchFor(connection, log, plans, memory);
  for (const each of round) {
    const load = () => states.load(each.plan);
    try {
      each.resolve(await withFetched(connection, log, fetched, load, () => states.workEnded(false)));
      states.workEnded(true);
    } catch (error) {
      each.reject(error);
    }
  }
  await connection.query({ text: 'COMMIT' });
  if (known.seq === seq) states.keepLoaded();
}

function answer({ resolve, reject }: Waiting, load: () => LoadedStates<LoadPlan>): void {
  try {
    resolve(load());
  } catch (error) {
    reject(error);
  }
}
