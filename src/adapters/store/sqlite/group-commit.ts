import type { DatabaseSync } from 'node:sqlite';
import { PortFailure } from '../../../ports/port-failure.ts';
import type { Follower } from '../stream-states.ts';
import { asFailure } from './sql-failure.ts';

export type GroupCommit = {
  /**
   * Runs the work in the next batch and resolves with its result when the batch is durable. Work runs in the order it was
   * given and sees what ran before it; work that throws is undone alone and rejects alone.
   */
  run<T>(work: () => T): Promise<T>;
  /** Finishes what was given; later work is refused. */
  close(): void;
};

/** One job of a batch. `work` returns what to do once the batch is durable. */
type Job = { readonly work: () => () => void; readonly reject: (error: unknown) => void };

/** Keeps one batch from holding the thread for long: about 20 ms of work. */
const batchLimit = 256;

/**
 * Many acts, one fsync: all that arrived while the last commit ran share the next one. Everything that writes goes
 * through here, so a promise that resolved is on the disk (R1).
 */
export function createGroupCommit(db: DatabaseSync, follower: Follower): GroupCommit {
  const statements = prepareTransaction(db);
  let queue: Job[] = [];
  let scheduled = false;
  let closed = false;
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(drain);
  };
  const drain = () => {
    scheduled = false;
    const jobs = queue.slice(0, batchLimit);
    queue = queue.slice(batchLimit);
    if (queue.length > 0) schedule();
    runBatch(db, statements, follower, jobs);
  };
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new PortFailure('unavailable', 'store closed'));
        const job = () => {
          const result = work();
          return () => resolve(result);
        };
        queue.push({ work: job, reject });
        schedule();
      }),
    close: () => {
      closed = true;
      while (queue.length > 0) drain();
    },
  };
}

type TransactionStatements = ReturnType<typeof prepareTransaction>;

function prepareTransaction(db: DatabaseSync) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    mark: db.prepare('SAVEPOINT work'),
    undo: db.prepare('ROLLBACK TO work'),
    release: db.prepare('RELEASE work'),
    commit: db.prepare('COMMIT'),
  };
}

function runBatch(
  db: DatabaseSync,
  statements: TransactionStatements,
  follower: Follower,
  jobs: readonly Job[],
): void {
  if (jobs.length === 0) return;
  const answers: (() => void)[] = [];
  try {
    statements.begin.run();
    for (const job of jobs) answers.push(runJob(db, statements, follower, job));
    statements.commit.run();
  } catch (error) {
    abandon(db);
    follower.batchEnded(false);
    for (const { reject } of jobs) reject(asFailure(error));
    return;
  }
  follower.batchEnded(true);
  for (const answer of answers) answer();
}

/** Returns what to tell the job's owner once the batch is durable. */
function runJob(
  db: DatabaseSync,
  statements: TransactionStatements,
  follower: Follower,
  job: Job,
): () => void {
  statements.mark.run();
  try {
    const answer = job.work();
    statements.release.run();
    follower.workEnded(true);
    return answer;
  } catch (error) {
    // A full disk or a damaged file ends SQLite's whole transaction; then nothing of the batch stands.
    if (!db.isTransaction) throw error;
    statements.undo.run();
    statements.release.run();
    follower.workEnded(false);
    return () => job.reject(asFailure(error));
  }
}

function abandon(db: DatabaseSync): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK');
  } catch {
    // The next BEGIN will say what is wrong; what matters is that nobody is told that this batch was kept.
  }
}
