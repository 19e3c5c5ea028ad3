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
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
};

export type Standby = {
  /** A process that has read its code already opens the store; another one is made ready behind it. */
  open(opening: Opening): Promise<CommitteeProgram>;
  /** Ends the one that waits. */
  close(): Promise<void>;
};

/** Processes are started ahead, so that a kill costs the opening of the store and not the reading of the code. */
export function createStandby(): Standby {
  let next: Wired | undefined = spawnWired();
  return {
    async open(opening) {
      const program = next ?? spawnWired();
      next = spawnWired();
      await program.send({ do: 'open', opening });
      return {
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
  readonly ended: Promise<void>;
};

const file = fileURLToPath(new URL('./process/committee-process.ts', import.meta.url));
/** Code that was read once is kept compiled: most of a start is reading it. */
const compileCache = join(tmpdir(), 'udvalgsbot-faults-code');

function spawnWired(): Wired {
  mkdirSync(compileCache, { recursive: true });
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  return wired(spawn(process.execPath, [file], { env, stdio: ['pipe', 'pipe', 'inherit'] }));
}

function wired(child: ChildProcess): Wired {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      isGone = true;
      for (const { reject } of waiting.values()) reject(new Gone('the process ended'));
      resolve();
    });
  });
  child.stdin?.on('error', () => undefined);
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => settle(waiting, line));
  return {
    ended,
    send(question) {
      if (isGone) return Promise.reject(new Gone('the process had ended'));
      asked += 1;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(asked, answer);
      child.stdin?.write(`${JSON.stringify({ id: asked, ...question })}\n`);
      return answer.promise;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** A line that was cut by the kill is no answer. */
function settle(waiting: Map<number, PromiseWithResolvers<unknown>>, line: string): void {
  const said = parsed(line);
  if (said === undefined) return;
  const asked = waiting.get(said.id);
  waiting.delete(said.id);
  if ('failed' in said) asked?.reject(new Failed(said.failed));
  else asked?.resolve(said.answer);
}

function parsed(line: string): Answer | undefined {
  try {
    return JSON.parse(line) as Answer;
  } catch {
    return undefined;
  }
}
