import type { LoadPlan, UnitOfWork } from '../../../ports/event-log.ts';
import { PortFailure } from '../../../ports/port-failure.ts';
import { type BatchOutcome, type BatchParts, type Doubt, type Job, runBatch } from './batch.ts';
import type { Connections } from './connections.ts';
import { DatabaseFailure } from './database-failure.ts';

export type GroupCommit = {
  run<P extends LoadPlan, R>(unit: UnitOfWork<P, R>): Promise<R>;
  /** Lets what was given end; later acts are refused. */
  close(): Promise<void>;
};

/** Keeps one batch from holding the log's end for long. */
const batchLimit = 256;

/** How long a server that is away is waited for before the acts are refused. */
const defaultPatienceMs = 10_000;
const firstPauseMs = 20;
const longestPauseMs = 500;

export type CommitParts = {
  readonly connections: Connections;
  readonly tellNews: () => void;
  readonly patienceMs?: number;
};

/** All that arrived while the last commit ran share the next one. */
export function createGroupCommit(
  parts: BatchParts,
  { connections, tellNews, patienceMs = defaultPatienceMs }: CommitParts,
): GroupCommit {
  const batch = (jobs: readonly Job[]) => persist(parts, connections, patienceMs, jobs);
  const queue: Job[] = [];
  let closed = false;
  let draining: Promise<void> | undefined;
  const drain = async () => {
    // Acts that arrive in the same turn of the loop share the first batch.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const { news } = await settle(batch, queue.splice(0, batchLimit));
      if (news) tellNews();
    }
    draining = undefined;
  };
  return {
    run: <P extends LoadPlan, R>(unit: UnitOfWork<P, R>) =>
      new Promise<R>((resolve, reject) => {
        if (closed) return reject(new PortFailure('unavailable', 'store closed'));
        queue.push({ unit: unit as never, resolve: resolve as (result: unknown) => void, reject });
        draining ??= drain();
      }),
    close: async () => {
      closed = true;
      await draining;
    },
  };
}

/** Answers every owner of the batch; never throws. */
async function settle(
  batch: (jobs: readonly Job[]) => Promise<BatchOutcome>,
  jobs: readonly Job[],
): Promise<{ readonly news: boolean }> {
  try {
    const { answers, news } = await batch(jobs);
    for (const answer of answers) answer();
    return { news };
  } catch (error) {
    if (!isDataFault(error) || jobs.length === 1) {
      for (const { reject } of jobs) reject(error);
      return { news: false };
    }
  }
  // Somebody's words cannot be stored: alone, that act fails alone.
  const alone: boolean[] = [];
  for (const job of jobs) alone.push((await settle(batch, [job])).news);
  return { news: alone.includes(true) };
}

/** Tries again while the server is away, and finds out what became of a COMMIT that was not answered. */
async function persist(
  parts: BatchParts,
  connections: Connections,
  patienceMs: number,
  jobs: readonly Job[],
): Promise<BatchOutcome> {
  const until = performance.now() + patienceMs;
  let doubt: Doubt | undefined;
  const inDoubt = (next: Doubt) => {
    doubt = next;
  };
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await connections.use((connection) => runBatch(parts, connection, jobs, doubt, inDoubt));
    } catch (error) {
      if (!isPassing(error) || performance.now() + pause > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof DatabaseFailure && error.nature === 'passing';
}

function isDataFault(error: unknown): boolean {
  return error instanceof DatabaseFailure && error.nature === 'data';
}
