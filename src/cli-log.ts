import { createLocalAnchors } from './adapters/local-library/anchors.ts';
import { compareLogs, contradictingAnchors } from './adapters/store/compare-logs.ts';
import { backupStore } from './adapters/store/sqlite/backup-store.ts';
import { openLogFile } from './adapters/store/sqlite/log-file.ts';
import { restoreStore } from './adapters/store/sqlite/restore-store.ts';
import { StoreNotOpened } from './adapters/store/store-not-opened.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createSystemDigest } from './adapters/system/system-digest.ts';
import { type Command, done, failed, withReader, wrongWords } from './cli-reader.ts';
import { readDatabaseUrl, readDataDir } from './config.ts';
import type { Anchor } from './ports/anchors.ts';
import { cliTexts, logTexts } from './presentation/texts/cli.da.ts';
import { anchorFolder } from './presentation/texts/file.da.ts';

/** So many anchors are compared with the log: years of days and decisions. */
const anchorsCompared = 2_000;

/** `verify`: walks the log's hash chain, and compares it with the anchors in the library. */
export const verifyLog: Command = () =>
  withReader(async (store) => {
    const report = await store.verify();
    if (report.chain === 'damaged') return failed(logTexts.damaged);
    if (report.chain === 'broken') return failed(logTexts.broken(report.brokenAt));
    const anchors = await newestAnchors();
    const [contradicting] = await contradictingAnchors(store.readRaw, anchors);
    if (contradicting !== undefined) return failed(logTexts.contradicted(report.head, contradicting));
    const [newest] = anchors;
    return done([logTexts.whole(report.head), logTexts.anchored(anchors.length, newest)].join('\n'));
  });

function newestAnchors(): Promise<readonly Anchor[]> {
  return createLocalAnchors({ root: `${readDataDir()}/library`, folder: anchorFolder }).newest(
    anchorsCompared,
  );
}

/** `verify-diff OLDER`: whether the log began as the older copy says. */
export const verifyDiff: Command = async ([older]) => {
  if (older === undefined) return wrongWords(cliTexts.usage);
  const fault = faultOf(older);
  if (fault !== undefined) return failed(fault);
  const digest = createSystemDigest();
  const copy = openLogFile(older, digest);
  try {
    return await withReader(async ({ readRaw }) => {
      const result = await compareLogs(copy.readRaw, readRaw, digest);
      return result.kind === 'prefix'
        ? done(logTexts.prefix(result))
        : failed(logTexts[result.kind](result.at));
    });
  } finally {
    copy.close();
  }
};

/** `backup FILE`: a verified copy in one file, also while the program runs. */
export const backup: Command = async ([file]) => {
  if (file === undefined) return wrongWords(cliTexts.usage);
  if (readDatabaseUrl() !== undefined) return failed(logTexts.dump(file));
  const made = await backupStore(readDataDir(), file, createSystemDigest());
  switch (made.kind) {
    case 'done':
      return done(logTexts.backedUp(file, made.head));
    case 'broken':
      return failed(logTexts.backupBroken(made.at));
    case 'not-written':
      return failed(logTexts.notWritten(file, made.code));
    default:
      return failed(logTexts[made.kind](file));
  }
};

/** `restore FILE [--replace]`: makes a copy the store, while the program stands still. */
export const restore: Command = async (args) => {
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined) return wrongWords(cliTexts.usage);
  if (readDatabaseUrl() !== undefined) return failed(logTexts.undump(file));
  const fault = faultOf(file);
  if (fault !== undefined) return failed(fault);
  const dataDir = readDataDir();
  const replace = args.includes('--replace');
  const now = createSystemClock().now();
  const restored = await restoreStore({ dataDir, file, replace, now, digest: createSystemDigest() });
  switch (restored.kind) {
    case 'done': {
      const [newest] = await newestAnchors();
      return done(logTexts.restored({ ...restored, dataDir, newest }));
    }
    case 'not-empty':
      return failed(logTexts.notEmpty(dataDir, restored.events));
    case 'not-written':
      return failed(logTexts.notWritten(dataDir, restored.code));
    case 'broken':
      return failed(logTexts.fileBroken(file, restored.at));
  }
};

/** Why a file named on the command line is no copy; undefined where it is one. */
function faultOf(file: string): string | undefined {
  try {
    openLogFile(file, createSystemDigest()).close();
    return undefined;
  } catch (error) {
    if (!(error instanceof StoreNotOpened)) throw error;
    return error.reason === 'missing' ? cliTexts.noSuchFile(file) : logTexts.noStore(file);
  }
}
