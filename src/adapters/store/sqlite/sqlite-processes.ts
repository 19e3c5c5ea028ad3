import type { DatabaseSync } from 'node:sqlite';
import { PortFailure } from '../../../ports/port-failure.ts';
import { type Beat, lease, type Processes } from '../../../ports/processes.ts';
import type { GroupCommit } from './group-commit.ts';
import { allRows, firstRow, instantOf } from './rows.ts';
import { reading } from './sql-failure.ts';

type BeatRow = { readonly instance: string; readonly beatAt: number; readonly workedOff: number };

/** Rows of processes that are gone are kept so long, for whoever looks at what happened; then they are nobody's. */
const keptFor = Temporal.Duration.from({ hours: 24 });

/** `instance` is this process's own id, never used before. */
export function createSqliteProcesses(
  db: DatabaseSync,
  school: string,
  commit: GroupCommit,
  instance: string,
): Processes {
  const statements = prepareStatements(db);
  let joined = false;
  return {
    beat: (at, workedOff) =>
      commit.run(() => {
        const beat = [at.epochMilliseconds, workedOff.epochMilliseconds] as const;
        if (joined) {
          const { changes } = statements.beat.run(...beat, school, instance);
          if (changes === 0) throw new PortFailure('unavailable', 'process fenced');
          return;
        }
        statements.join.run(school, instance, ...beat);
        statements.clean.run(school, at.subtract(keptFor).epochMilliseconds);
        joined = true;
      }),
    others: (now) =>
      commit.run(() => {
        statements.fence.run(school, instance, now.subtract(lease).epochMilliseconds);
        return allRows<BeatRow>(statements.others, school, instance).map(beatOf);
      }),
    lastBeat: () =>
      reading(() => {
        const at = firstRow<{ at: number | null }>(statements.last, school)?.at ?? undefined;
        return at === undefined ? undefined : instantOf(at);
      }),
    leave: async () => {
      await commit.run(() => statements.leave.run(school, instance));
    },
  };
}

/** One writer at a time holds the store's lock: whoever opens it knows that all who came before are gone. */
export function fenceAll(db: DatabaseSync, school: string): void {
  db.prepare("UPDATE instance SET ended = 'fenced' WHERE school = ? AND ended IS NULL").run(school);
}

function prepareStatements(db: DatabaseSync) {
  return {
    join: db.prepare('INSERT INTO instance (school, instance, beat_at, worked_off) VALUES (?, ?, ?, ?)'),
    beat: db.prepare(
      'UPDATE instance SET beat_at = ?, worked_off = ? WHERE school = ? AND instance = ? AND ended IS NULL',
    ),
    clean: db.prepare('DELETE FROM instance WHERE school = ? AND ended IS NOT NULL AND beat_at < ?'),
    fence: db.prepare(
      "UPDATE instance SET ended = 'fenced' WHERE school = ? AND instance <> ? AND ended IS NULL AND beat_at < ?",
    ),
    others: db.prepare(
      `SELECT instance, beat_at AS beatAt, worked_off AS workedOff FROM instance
       WHERE school = ? AND instance <> ? AND ended IS NULL ORDER BY instance`,
    ),
    last: db.prepare('SELECT max(beat_at) AS at FROM instance WHERE school = ?'),
    leave: db.prepare(
      "UPDATE instance SET ended = 'left' WHERE school = ? AND instance = ? AND ended IS NULL",
    ),
  };
}

function beatOf({ instance, beatAt, workedOff }: BeatRow): Beat {
  return { instance, at: instantOf(beatAt), workedOff: instantOf(workedOff) };
}
