import { createDocumentReader } from './adapters/documents/reader/document-reader.ts';
import { paperAsJson } from './adapters/documents/reader/paper-as-json.ts';
import { StoreNotOpened } from './adapters/store/store-not-opened.ts';
import { readFileBytes } from './adapters/system/read-file.ts';
import { backup, restore, verifyDiff, verifyLog } from './cli-log.ts';
import { type Command, type ExitCode, failed, withReader, wrongWords } from './cli-reader.ts';
import { readStorePlace } from './config.ts';
import { cliTexts } from './presentation/texts/cli.da.ts';
import { storeNotOpened } from './presentation/texts/config.da.ts';
import { unreadable } from './presentation/texts/import.da.ts';
import { paperSummary } from './presentation/texts/paper-summary.da.ts';
import { statusReport } from './presentation/texts/status.da.ts';

const commands: Readonly<Record<string, Command>> = {
  import: importPaper,
  status: showStatus,
  verify: verifyLog,
  'verify-diff': verifyDiff,
  backup,
  restore,
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
  return withReader(async ({ outbox }) => {
    console.log(statusReport(await outbox.status()));
    return 0;
  });
}

async function main([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return wrongWords(cliTexts.usage);
  try {
    return await command(args);
  } catch (error) {
    if (error instanceof StoreNotOpened) return failed(storeNotOpened(error, readStorePlace()));
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
