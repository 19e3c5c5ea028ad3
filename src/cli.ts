import { createDocumentReader } from './adapters/documents/reader/document-reader.ts';
import { paperAsJson } from './adapters/documents/reader/paper-as-json.ts';
import { openSqliteReader } from './adapters/store/sqlite/open-sqlite-store.ts';
import { StoreNotOpened } from './adapters/store/store-not-opened.ts';
import { readFileBytes } from './adapters/system/read-file.ts';
import { createSystemDigest } from './adapters/system/system-digest.ts';
import { readDataDir } from './config.ts';
import { cliTexts } from './presentation/texts/cli.da.ts';
import { storeNotOpened } from './presentation/texts/config.da.ts';
import { unreadable } from './presentation/texts/import.da.ts';
import { paperSummary } from './presentation/texts/paper-summary.da.ts';
import { statusReport } from './presentation/texts/status.da.ts';

/** 0: done; 1: not done, with the reason on standard error; 2: the call's words are off. */
type ExitCode = 0 | 1 | 2;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  import: importPaper,
  status: showStatus,
  verify: verifyLog,
};

/** `import FILE [--json]`: reads a paper and shows what it says; nothing is stored. */
async function importPaper(args: readonly string[]): Promise<ExitCode> {
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined) return wrongWords(cliTexts.usage);
  const bytes = await readFileBytes(file);
  if (bytes === undefined) return failed(cliTexts.noSuchFile(file));
  const read = await createDocumentReader().read(bytes, file);
  if (read.kind === 'unreadable') {
    const { heading, sentences } = unreadable(read.reason);
    return failed([`${heading}.`, ...sentences].join(' '));
  }
  console.log(
    args.includes('--json')
      ? JSON.stringify(paperAsJson(read), null, 2)
      : paperSummary(read.paper, read.findings),
  );
  return 0;
}

/** `status`: what waits in the outbox, parked and dead effects by name; also beside a running program. */
function showStatus(): Promise<ExitCode> {
  return withStore(async ({ outbox }) => {
    console.log(statusReport(await outbox.status()));
    return 0;
  });
}

/** `verify`: walks the log's hash chain. */
function verifyLog(): Promise<ExitCode> {
  return withStore(async (store) => {
    const report = await store.verify();
    if (report.chain === 'broken') return failed(cliTexts.chainBroken(report.brokenAt));
    console.log(cliTexts.chainWhole(report.head.seq, report.head.hash));
    return 0;
  });
}

async function withStore(
  work: (store: ReturnType<typeof openSqliteReader>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const store = openSqliteReader({ dataDir: readDataDir(), digest: createSystemDigest() });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function failed(sentence: string): ExitCode {
  console.error(sentence);
  return 1;
}

function wrongWords(sentence: string): ExitCode {
  console.error(sentence);
  return 2;
}

async function main([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return wrongWords(cliTexts.usage);
  try {
    return await command(args);
  } catch (error) {
    if (error instanceof StoreNotOpened) return failed(storeNotOpened(error, readDataDir()));
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
