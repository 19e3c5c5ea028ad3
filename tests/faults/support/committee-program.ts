import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Answer, Opening, Question } from './process/contract.ts';

/** The process ended before it answered: what was asked may or may not have been done. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** The program answered that it could not. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

export type CommitteeProgram = {
  /** Throws `Gone` when the process ends first, `Failed` when the program threw. */
  ask<T = unknown>(question: Question): Promise<T>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when the process has ended, however; with the point it died at, if at one. */
  readonly ended: Promise<string | undefined>;
};

export type Standby = {
  /** A process that has read its code already, and waits for its opening; another one is made ready behind it. */
  start(): CommitteeProgram & { open(opening: Opening): Promise<void> };
  /** Ends the one that waits. */
  close(): Promise<void>;
};

/** Processes are started ahead, so that a kill costs the opening of the store and not the reading of the code. */
export function createStandby(database: string | undefined): Standby {
  const spawnNext = () => spawnWired(database === undefined ? [] : ['postgres']);
  let next: Wired | undefined = spawnNext();
  return {
    start() {
      const program = next ?? spawnNext();
      next = spawnNext();
      return {
        open: async (opening) => void (await program.send({ do: 'open', opening })),
        ask: async <T>(question: Question) => (await program.send(question)) as T,
        kill: program.kill,
        ended: program.ended,
      };
    },
    async close() {
      await next?.kill();
      next = undefined;
    },
  };
}

type Wired = {
  send(question: object): Promise<unknown>;
  kill(): Promise<void>;
  readonly ended: Promise<string | undefined>;
};

const file = fileURLToPath(new URL('./process/committee-process.ts', import.meta.url));
/** Code that was read once is kept compiled: most of a start is reading it. */
const compileCache = join(tmpdir(), 'udvalgsbot-faults-code');

function spawnWired(reads: readonly string[]): Wired {
  mkdirSync(compileCache, { recursive: true });
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  return wired(spawn(process.execPath, [file, ...reads], { env, stdio: ['pipe', 'pipe', 'inherit'] }));
}

function wired(child: ChildProcess): Wired {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let isGone = false;
  let end: Error = new Gone('the process was killed');
  let diedAt: string | undefined;
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('close', (code) => {
      isGone = true;
      // What ends by itself is broken, and would be started again for ever.
      if (code !== null) end = new Failed(`the process ended with ${code}`);
      for (const { reject } of waiting.values()) reject(end);
      resolve(diedAt);
    });
  });
  child.stdin?.on('error', () => undefined);
  const hear = (line: string) => {
    const said = parsed(line);
    if (said === undefined) return;
    if ('died' in said) diedAt = said.died;
    else settle(waiting, said);
  };
  if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', hear);
  return {
    ended,
    send(question) {
      if (isGone) return Promise.reject(end);
      asked += 1;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(asked, answer);
      child.stdin?.write(`${JSON.stringify({ id: asked, ...question })}\n`);
      return answer.promise;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

type Spoken = Exclude<Answer, { readonly died: string }>;

function settle(waiting: Map<number, PromiseWithResolvers<unknown>>, said: Spoken): void {
  const asked = waiting.get(said.id);
  waiting.delete(said.id);
  if ('failed' in said) asked?.reject(new Failed(said.failed));
  else asked?.resolve(said.answer);
}

/** A line that was cut by the kill is no answer. */
function parsed(line: string): Answer | undefined {
  try {
    return JSON.parse(line) as Answer;
  } catch {
    return undefined;
  }
}
