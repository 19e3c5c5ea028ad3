import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunningProgram } from '../support/running-program.ts';

/**
 * Messages of the bot's that Teams has taken and the program has not noted. A card that is among them when the process
 * dies is posted once more: Teams knows no way to ask for it. Nothing else may double.
 */
function unnoted(dataDir: string): ReadonlySet<string> {
  const taken = column(dataDir, 'local-teams.db', "SELECT id FROM activity WHERE sender = 'bot'");
  const noted = new Set(column(dataDir, 'udvalgsbot.db', 'SELECT activity_id AS id FROM posted_card'));
  return new Set(taken.filter((id) => !noted.has(id)));
}

/** Kills the program the moment an act is acknowledged, and starts it again; returns what had to double. */
export async function killAfter<T>(
  program: RunningProgram,
  act: () => Promise<T>,
): Promise<{ readonly answer: T; readonly doubled: number }> {
  const before = unnoted(program.dataDir);
  const answer = await act();
  await program.kill();
  const doubled = [...unnoted(program.dataDir)].filter((id) => !before.has(id)).length;
  await program.restart();
  return { answer, doubled };
}

/** To be called while the program is off: the demo's clock finds itself so much later when it comes back. */
export function passTime(dataDir: string, time: Temporal.Duration): void {
  const file = join(dataDir, 'demo-clock.json');
  const { offsetMs, reached } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  const ms = time.total('milliseconds');
  writeFileSync(file, JSON.stringify({ offsetMs: Number(offsetMs) + ms, reached: Number(reached) + ms }));
}

function column(dataDir: string, file: string, sql: string): readonly string[] {
  const db = new DatabaseSync(join(dataDir, file));
  try {
    return db
      .prepare(sql)
      .all()
      .map((row) => String(row['id']));
  } finally {
    db.close();
  }
}
