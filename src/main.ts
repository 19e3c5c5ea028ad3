import { StoreNotOpened } from './adapters/store/store-not-opened.ts';
import { createLog } from './adapters/system/log.ts';
import { type Config, readConfig } from './config.ts';
import type { Started } from './door.ts';
import { startLive } from './live-mode.ts';
import { startLocal } from './local-mode.ts';
import { configFaults, startTexts, storeNotOpened } from './presentation/texts/config.da.ts';

/** Starts the program as the environment says; `--local` is what `npm start` adds. */
async function main(): Promise<void> {
  const read = readConfig(process.argv.includes('--local') ? { LOCAL_TEAMS: '1' } : {});
  if (read.kind === 'faults') return giveUp(configFaults(read.faults));
  try {
    const started = await start(read.config);
    console.log(startTexts.listening(started.url));
    stopOnSignals(started);
  } catch (error) {
    giveUp(sentenceFor(error, read.config));
  }
}

function start(config: Config): Promise<Started> {
  const log = createLog(config.logLevel);
  return config.mode === 'local' ? startLocal(config, log) : startLive(config, log);
}

function stopOnSignals(started: Started): void {
  const stop = (code: number) => {
    void started.stop().then(() => {
      console.log(startTexts.stopped);
      process.exit(code);
    });
  };
  process.once('SIGINT', () => stop(0));
  process.once('SIGTERM', () => stop(0));
  // whoever runs it starts it again
  void started.fenced.then(() => {
    console.error(startTexts.fenced);
    stop(1);
  });
}

function sentenceFor(error: unknown, config: Config): string {
  if (error instanceof StoreNotOpened) return storeNotOpened(error, config);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return startTexts.busyPort(config.port);
  throw error;
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exit(1);
}

await main();
