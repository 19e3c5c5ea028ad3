import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bareFile = fileURLToPath(new URL('./bare-start.ts', import.meta.url));
const alternations = 5;
const pollMs = 5;
const patienceMs = 60_000;

export type StartReport = {
  readonly bareMs: readonly number[];
  readonly oursMs: readonly number[];
  /** Without what an earlier start compiled: once a machine. */
  readonly oursUncachedMs: readonly number[];
};

/** From the spawn to the first answer, each five times in turn; the data folder is new every time. */
export async function measureStart(folder: string): Promise<StartReport> {
  const bareMs: number[] = [];
  const oursMs: number[] = [];
  const oursUncachedMs: number[] = [];
  await timed(await startOurs(newData(folder))); // leaves behind what it compiled
  for (let round = 0; round < alternations; round += 1) {
    bareMs.push(await timed(await startBare()));
    oursMs.push(await timed(await startOurs(newData(folder))));
    oursUncachedMs.push(await timed(await startOurs(newData(folder), { NODE_DISABLE_COMPILE_CACHE: '1' })));
  }
  return { bareMs, oursMs, oursUncachedMs };
}

export type Idle = { rssMb(): number | undefined; end(): Promise<void> };

export function newData(folder: string): string {
  return mkdtempSync(join(folder, 'start-'));
}

export async function startOursIdle(dataDir: string): Promise<Idle> {
  return idle(await startOurs(dataDir));
}

export async function startBareIdle(): Promise<Idle> {
  return idle(await startBare());
}

type Starting = { readonly running: ChildProcess; readonly answeredAfterMs: number };

async function startBare(): Promise<Starting> {
  const port = await freePort();
  return started([bareFile, String(port)], port, {});
}

/** As `npm start` does it. */
async function startOurs(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Starting> {
  const port = await freePort();
  const args = ['--import', './src/require-node.js', 'src/main.ts', '--local'];
  return started(args, port, { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings });
}

async function started(
  args: readonly string[],
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Starting> {
  const began = performance.now();
  const running = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await answers(port))) {
    if (running.exitCode !== null || performance.now() - began > patienceMs)
      throw new Error(`${args.join(' ')} did not start.`);
    await pause(pollMs);
  }
  return { running, answeredAfterMs: performance.now() - began };
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const request = get({ port, host: '127.0.0.1', path: '/healthz', agent: false }, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  });
  request.on('error', () => resolve(false));
  return promise;
}

async function timed(starting: Starting): Promise<number> {
  await idle(starting).end();
  return starting.answeredAfterMs;
}

function idle({ running }: Starting): Idle {
  const exit = new Promise<void>((resolve) => running.once('exit', () => resolve()));
  return {
    rssMb: () => (running.pid === undefined ? undefined : rssMbOf(running.pid)),
    end: () => {
      running.kill('SIGTERM');
      return exit;
    },
  };
}

/** Undefined where the system has no way to say. */
function rssMbOf(pid: number): number | undefined {
  const file = `/proc/${pid}/status`;
  if (existsSync(file)) return kibibytes(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]);
  if (process.platform === 'win32') return undefined;
  return kibibytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim());
}

function kibibytes(text: string | undefined): number | undefined {
  return text === undefined ? undefined : (Number(text) * 1_024) / 1e6;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
