import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickPlace, startPostgres } from '../postgres-server.ts';
import { projectRoot, type RunningProgram, runToEnd } from '../running-program.ts';
import type { BotSurroundings } from './bot-process.ts';
import { openFront } from './front.ts';
import { createRoundRobin } from './round-robin.ts';

/** Two programs on one PostgreSQL server, to whom Teams turns by turns. */
export type TwoBots = Pick<RunningProgram, 'origin' | 'dataDir' | 'said' | 'ask' | 'stop' | 'close'> & {
  /** How many requests each has taken. */
  readonly taken: readonly number[];
};

export async function startTwoBots(): Promise<TwoBots> {
  const server = await startPostgres([], quickPlace());
  const dataDir = mkdtempSync(join(tmpdir(), 'udvalgsbot-two-'));
  const databaseUrl = await server.freshDatabase();
  const common = { mode: 'local', port: 0, host: '127.0.0.1', logLevel: 'warn', baseUrl: undefined } as const;
  const front = await openFront({ ...common, dataDir, databaseUrl });
  const { origin, botTokenUrl } = front;
  const surroundings = { dataDir, databaseUrl, front: origin, botTokenUrl };
  const heard: string[] = [];
  const bots = await Promise.all([launchBot(surroundings, heard), launchBot(surroundings, heard)]);
  const roundRobin = createRoundRobin(bots.map((bot) => bot.origin));
  await front.begin(roundRobin);
  const end = (signal: NodeJS.Signals) => Promise.all(bots.map(({ child }) => ended(child, signal)));
  return {
    origin,
    dataDir,
    taken: roundRobin.taken,
    said: () => heard.join(''),
    ask: (command) =>
      runToEnd(['--import', './src/require-node.js', 'src/cli.ts', command], {
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl,
      }),
    stop: async () => ({
      code: Math.max(...(await end('SIGTERM'))),
      out: '',
      err: unexpected(heard.join('')),
    }),
    close: async () => {
      await end('SIGKILL');
      await front.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** That a closing waits until the other has worked off what it took is how several processes close; it is warned of. */
function unexpected(log: string): string {
  return log
    .split('\n')
    .filter((line) => !line.includes('closing waits'))
    .join('\n');
}

type Bot = { readonly child: ChildProcess; readonly origin: string };

function launchBot(surroundings: BotSurroundings, heard: string[]): Promise<Bot> {
  const script = join(import.meta.dirname, 'bot-process.ts');
  const args = ['--import', './src/require-node.js', script, JSON.stringify(surroundings)];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<Bot>();
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => heard.push(chunk));
  child.stdout?.setEncoding('utf8').on('data', (line: string) => resolve({ child, origin: line.trim() }));
  child.once('exit', (code) => reject(new Error(`a bot ended with ${code} at start:\n${heard.join('')}`)));
  return promise;
}

/** The exit code; 1 for one that was killed. */
function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? 1);
  child.once('exit', (code) => resolve(code ?? 1));
  child.kill(signal);
  return promise;
}
