import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

type Environment = Readonly<Record<string, string>>;

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunningProgram = {
  /** `http://127.0.0.1:<port>`, the same after each restart. */
  readonly origin: string;
  readonly dataDir: string;
  /** What the running process has written so far: its log. */
  said(): string;
  /** SIGTERM; resolves with how the process ended. */
  stop(): Promise<Ended>;
  /** kill -9. */
  kill(): Promise<void>;
  /** On the same folder and port, after `stop` or `kill`. */
  restart(): Promise<void>;
  /** `npm run <command>`, beside the running program. */
  ask(
    command: 'status' | 'verify' | 'verify-diff' | 'backup' | 'restore',
    ...args: readonly string[]
  ): Promise<Ended>;
  /** Ends the process if it runs, and removes the folder. */
  close(): Promise<void>;
};

/** What any program needs of the surroundings; nothing of a developer's own settings, nor of the test runner's. */
function surroundings(): Environment {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, String(process.env[name])]])),
  );
}

/** As `npm start` does it, without npm between: what is killed is then the program itself. */
export const startArguments = ['--import', './src/require-node.js', 'src/main.ts', '--local'] as const;

/** Runs Node in the project's folder until it ends, half a minute at most. `node` is this test's own unless named. */
export function runToEnd(
  args: readonly string[],
  environment: Environment = {},
  node = process.execPath,
): Promise<Ended> {
  return ended(spawnIn(args, environment, node, 30_000));
}

/** The real program in local mode, on a fresh folder and a port the system chose; resolves when it says it is ready. */
export async function startProgram(): Promise<RunningProgram> {
  const dataDir = mkdtempSync(join(tmpdir(), 'udvalgsbot-journey-'));
  const launch = (port: string) => launched({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'warn' });
  let current = await launch('0');
  const { origin } = current;
  const end = (signal: NodeJS.Signals) => {
    current.child.kill(signal);
    return current.end;
  };
  return {
    origin,
    dataDir,
    said: () => current.said(),
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    restart: async () => {
      current = await launch(new URL(origin).port);
    },
    ask: (command, ...args) =>
      runToEnd(['--import', './src/require-node.js', 'src/cli.ts', command, ...args], { DATA_DIR: dataDir }),
    close: async () => {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Launched = {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly end: Promise<Ended>;
  said(): string;
};

async function launched(environment: Environment): Promise<Launched> {
  const child = spawnIn(startArguments, environment, process.execPath);
  const heard: string[] = [];
  const end = ended(child, heard);
  const ready = Promise.withResolvers<string>();
  child.stdout?.on('data', (chunk: string) => {
    const url = /: (http:\S+)/.exec(chunk)?.[1];
    if (url !== undefined) ready.resolve(url);
  });
  void end.then(({ code, out, err }) =>
    ready.reject(new Error(`ended with ${code} at start:\n${out}${err}`)),
  );
  return { child, origin: await ready.promise, end, said: () => heard.join('') };
}

function spawnIn(
  args: readonly string[],
  environment: Environment,
  node: string,
  timeout?: number,
): ChildProcess {
  return spawn(node, args, {
    cwd: projectRoot,
    env: { ...surroundings(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    killSignal: 'SIGKILL',
    ...(timeout === undefined ? {} : { timeout }),
  });
}

/** `heard` fills while the process runs. */
function ended(child: ChildProcess, heard: string[] = []): Promise<Ended> {
  const said = { out: '', err: '' };
  const hear = (channel: 'out' | 'err') => (chunk: string) => {
    said[channel] += chunk;
    heard.push(chunk);
  };
  child.stdout?.setEncoding('utf8').on('data', hear('out'));
  child.stderr?.setEncoding('utf8').on('data', hear('err'));
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child.once('error', reject);
  child.once('close', (code) => resolve({ code, ...said }));
  return promise;
}
