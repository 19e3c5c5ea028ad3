import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../../ports/digest.ts';
import { sqliteDialect } from '../queries/dialect.ts';
import { logQueries } from '../queries/log-queries.ts';
import {
  type ChainReport,
  type RawEvent,
  type ReadRaw,
  UnreadableEvents,
  verifyChain,
} from '../verify-chain.ts';
import { allRows } from './rows.ts';
import { isDamage } from './sql-failure.ts';

/** The school's events as they are stored, for `verify`. */
export function createReadRaw(db: DatabaseSync, school: string): ReadRaw {
  const { rawPage } = logQueries(sqliteDialect, school);
  const page = db.prepare(rawPage.text);
  return (after, limit) =>
    new Promise((resolve, reject) => {
      try {
        resolve(allRows<RawEvent>(page, ...(rawPage.values({ after, limit }) as never[])));
      } catch (error) {
        reject(
          isDamage(error) || isNoNumber(error)
            ? new UnreadableEvents('the file is damaged', { cause: error })
            : error,
        );
      }
    });
}

/** The chain as the log is read from its beginning, and whether a stream read alone would be told the same. */
export async function verifyFile(db: DatabaseSync, readRaw: ReadRaw, digest: Digest): Promise<ChainReport> {
  const report = await verifyChain(readRaw, digest);
  return report.chain === 'whole' && !isSound(db) ? { chain: 'damaged' } : report;
}

/** Do table and indexes hold the same? Whoever knows the file's format can change one and not the other. */
function isSound(db: DatabaseSync): boolean {
  try {
    const told = allRows<Record<string, string>>(db.prepare('PRAGMA integrity_check(event)'));
    return told.length === 1 && Object.values(told[0] ?? {})[0] === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** A number so large that it is none of ours. */
function isNoNumber(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}
