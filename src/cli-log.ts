import { createLocalAnchors } from './adapters/local-library/anchors.ts';
import { comparedAnchors, compareLogs } from './adapters/store/compare-logs.ts';
import { backupStore } from './adapters/store/sqlite/backup-store.ts';
import { openLogFile } from './adapters/store/sqlite/log-file.ts';
import { restoreStore } from './adapters/store/sqlite/restore-store.ts';
import type { StoreReader } from './adapters/store/store.ts';
import { StoreNotOpened } from './adapters/store/store-not-opened.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createSystemDigest } from './adapters/system/system-digest.ts';
import { operationStream } from './application/streams.ts';
import { type Command, done, failed, withReader, wrongWords } from './cli-reader.ts';
import { readDatabaseUrl, readDataDir } from './config.ts';
import { enterSafeMode } from './domain/operation/enter-safe-mode.ts';
import type { LogPlace } from './domain/operation/operation.ts';
import { openReader } from './open-store.ts';
import type { Anchor } from './ports/anchors.ts';
import { cliTexts, logTexts } from './presentation/texts/cli.da.ts';
import { anchorFolder } from './presentation/texts/file.da.ts';

/** So many anchors are compared with the log: years of days and decisions. */
const anchorsCompared = 2_000;

/**
 * `verify [NUMBER HASH]`: walks the log's hash chain and compares it with the anchors in the library; says too whether an
 * event is still what a paper on a decision says of it.
 */
export const verifyLog: Command = ([number, hash]) => {
  if ((number === undefined) !== (hash === undefined)) return Promise.resolve(wrongWords(cliTexts.usage));
  return withReader(async (store) => {
    const report = await store.verify();
    if (report.chain === 'damaged') return failed(logTexts.damaged);
    if (report.chain === 'broken') return failed(logTexts.broken(report.brokenAt));
    const anchors = await newestAnchors();
    const misfit = await misfitAnchor(store, anchors, report.head);
    if (misfit !== undefined) return failed(logTexts.contradicted(report.head, misfit));
    const told = [logTexts.whole(report.head), logTexts.anchored(anchors.length, anchors[0])];
    if (number === undefined || hash === undefined) return done(told.join('\n'));
    const proved = await holdsEvent(store, Number(number), hash);
    return proved
      ? done([...told, logTexts.proved(Number(number))].join('\n'))
      : failed(logTexts.notProved(number));
  });
};

/** Copied from a paper, a hash may have blanks in it that nobody sees. */
async function holdsEvent({ readRaw }: StoreReader, seq: number, hash: string): Promise<boolean> {
  if (!Number.isSafeInteger(seq) || seq < 1) return false;
  const [event] = await readRaw(seq - 1, 1);
  return event?.seq === seq && event.hash === hash.toLowerCase().replaceAll(/[^0-9a-f]/g, '');
}

/** The anchor that the log contradicts, as the program itself would find it at its start (R16). */
async function misfitAnchor(
  { log, readRaw }: StoreReader,
  anchors: readonly Anchor[],
  head: LogPlace,
): Promise<Anchor | undefined> {
  const happened = await log.history([operationStream.stream]);
  const operation = happened.reduce(
    (state, { event }) => operationStream.fold.evolve(state, event),
    operationStream.fold.initial,
  );
  const compared = await comparedAnchors(readRaw, anchors);
  const entered = enterSafeMode({ ...operation, safeMode: { state: 'off' } }, compared, head);
  return anchors.find(({ seq, hash }) => seq === entered?.anchor.seq && hash === entered.anchor.hash);
}

function newestAnchors(): Promise<readonly Anchor[]> {
  return createLocalAnchors({ root: `${readDataDir()}/library`, folder: anchorFolder }).newest(
    anchorsCompared,
  );
}

/** `verify-diff OLDER`: whether the log began as the older copy says, a file or a PostgreSQL database. */
export const verifyDiff: Command = async ([older]) => {
  if (older === undefined) return wrongWords(cliTexts.usage);
  const fault = isDatabase(older) ? undefined : faultOf(older);
  if (fault !== undefined) return failed(fault);
  const digest = createSystemDigest();
  const copy = isDatabase(older)
    ? await openReader({ dataDir: readDataDir(), databaseUrl: older }, digest)
    : openLogFile(older, digest);
  try {
    return await withReader(async ({ readRaw }) => {
      const result = await compareLogs(copy.readRaw, readRaw, digest);
      return result.kind === 'prefix'
        ? done(logTexts.prefix(result))
        : failed(logTexts[result.kind](result.at));
    });
  } finally {
    await copy.close();
  }
};

function isDatabase(older: string): boolean {
  return /^postgres(ql)?:\/\//.test(older);
}

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
