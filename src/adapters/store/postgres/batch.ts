import type { LoadPlan, UnitOfWork } from '../../../ports/event-log.ts';
import { fenced } from '../processes.ts';
import type { logQueries } from '../queries/log-queries.ts';
import type { ModelWrites } from '../queries/model-writes.ts';
import type { outboxQueries } from '../queries/outbox-queries.ts';
import type { postgresLogQueries } from '../queries/postgres-log-queries.ts';
import type { processQueries } from '../queries/process-queries.ts';
import { command } from '../runner.ts';
import { type ActParts, act, type Head } from './act.ts';
import { ask, begin, commitWith } from './ask.ts';
import { type ActWrites, batchCommands } from './batch-writes.ts';
import type { Connection } from './connections.ts';
import { DatabaseFailure } from './database-failure.ts';
import { fetchFor, type Memory, memoryOf, needsOf, withFetched } from './fetch-events.ts';
import type { KnownLog } from './known-log.ts';

export type BatchParts = ActParts & {
  readonly known: KnownLog;
  readonly instance: string;
  readonly log: ReturnType<typeof logQueries> & ReturnType<typeof postgresLogQueries>;
  readonly outbox: ReturnType<typeof outboxQueries>;
  readonly models: ModelWrites;
  readonly processes: ReturnType<typeof processQueries>;
};

/** An act that waits for its batch. */
export type Job = {
  readonly unit: UnitOfWork<LoadPlan, unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
};

/** What to tell the owners of a batch once it is durable. */
type Answers = readonly (() => void)[];

/** A batch whose COMMIT was sent and not answered: kept or not, its first event says. */
export type Doubt = { readonly seq: number; readonly id: string; readonly answers: Answers };

export type BatchOutcome = {
  readonly answers: Answers;
  /** Whether other processes may want to look. */
  readonly news: boolean;
};

/** More than this is not read to keep the known states true: they are forgotten. */
const mostToCatchUp = 2_000;

/**
 * One transaction for many acts: lock the log's end, take in what others added, decide, write, commit. The lock is the
 * whole log's, so an act never meets another writer, and the chain has one end. `inDoubt` is told before COMMIT is sent.
 */
export async function runBatch(
  parts: BatchParts,
  connection: Connection,
  jobs: readonly Job[],
  doubt: Doubt | undefined,
  inDoubt: (doubt: Doubt) => void,
): Promise<BatchOutcome> {
  const memory = memoryOf(parts.known);
  const plans = jobs.map(({ unit }) => unit.load);
  const { head, alive } = await lockLog(parts, connection, plans, memory);
  if (doubt !== undefined && (await wasKept(parts, connection, doubt))) {
    await commitWith(connection, []);
    return { answers: doubt.answers, news: true };
  }
  if (!alive) throw fenced();
  await fetchFor(connection, parts.log, plans, memory);
  const { acts, answers, head: next } = await decideAll(parts, connection, jobs, head, memory);
  const first = acts.flatMap(({ events }) => events)[0];
  if (first !== undefined) inDoubt({ seq: first.seq, id: first.id, answers });
  await commitAll(parts, connection, acts, next.seq === head.seq ? undefined : next);
  parts.known.movedBy({ to: next.seq, keep: () => memory.states.batchEnded(true) });
  return { answers, news: acts.some(({ events, effects }) => events.length + effects.length > 0) };
}

/** What can be asked for before the lock is held travels with it, and is answered behind it. */
async function lockLog(
  { log, processes, known, instance }: BatchParts,
  connection: Connection,
  plans: readonly LoadPlan[],
  { states, fetched }: Memory,
) {
  const { streams } = needsOf(plans, { states, fetched });
  const [, [head], alive, rows, events] = await Promise.all([
    connection.query(begin),
    ask(connection, command(log.lock, {})),
    ask(connection, command(processes.alive, { instance })),
    ask(connection, command(log.since, { after: known.seq, limit: mostToCatchUp })),
    streams.length === 0 ? [] : ask(connection, command(log.ofStreams, { streams })),
  ]);
  if (head === undefined) throw new DatabaseFailure('no head', 'lasting', undefined);
  known.catchUp(rows);
  if (known.seq !== head.seq) known.beginAt(head.seq);
  fetched.fetched(streams, events);
  return { head, alive: alive.length > 0 };
}

async function wasKept({ log }: BatchParts, connection: Connection, { seq, id }: Doubt): Promise<boolean> {
  return (await ask(connection, command(log.written, { seq, id }))).length > 0;
}

/** Each act sees what those before it in the batch have added; one that throws is undone alone. */
async function decideAll(
  parts: BatchParts,
  connection: Connection,
  jobs: readonly Job[],
  from: Head,
  { states, fetched }: Memory,
): Promise<Decisions> {
  const acts: ActWrites[] = [];
  const answers: (() => void)[] = [];
  let head = from;
  const ended = (kept: boolean) => {
    fetched.workEnded(kept);
    states.workEnded(kept);
  };
  for (const { unit, resolve, reject } of jobs) {
    const work = () => act(parts, unit, { states, fetched, head });
    try {
      const acted = await withFetched(connection, parts.log, fetched, work, () => ended(false));
      ended(true);
      acts.push(acted.writes);
      head = acted.head;
      answers.push(() => resolve(acted.result));
    } catch (error) {
      if (error instanceof DatabaseFailure) throw error;
      ended(false);
      answers.push(() => reject(error));
    }
  }
  return { acts, answers, head };
}

type Decisions = {
  readonly acts: readonly ActWrites[];
  readonly answers: Answers;
  readonly head: Head;
};

function commitAll(
  { log, outbox, models }: BatchParts,
  connection: Connection,
  acts: readonly ActWrites[],
  moved: Head | undefined,
): Promise<unknown> {
  const writes = batchCommands(acts, { append: log.append, want: outbox.want, models });
  const head = moved === undefined ? [] : [command(log.moveHead, { seq: moved.seq, hash: moved.hash })];
  return commitWith(connection, [...writes, ...head]);
}
