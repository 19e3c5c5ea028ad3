import { type ChildProcess, fork } from 'node:child_process';

/** A program in a process of its own, asked one question at a time. */
export type Child = {
  /** Sends a message and resolves with the next answer. */
  ask<T>(question: unknown): Promise<T>;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
};

/** Starts a file of this folder and resolves with what it says first. */
export async function startChild<T>(
  file: URL,
  args: readonly string[],
): Promise<{ readonly child: Child; readonly first: T }> {
  const running = fork(file, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const first = await answerOf<T>(running);
  const child: Child = {
    ask: <A>(question: unknown) => {
      const answer = answerOf<A>(running);
      running.send(question as object);
      return answer;
    },
    kill: () => ended(running),
  };
  return { child, first };
}

function answerOf<T>(running: ChildProcess): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const exited = (code: number | null) => reject(new Error(`The process ended with ${code}.`));
  running.once('message', (message) => {
    running.off('exit', exited);
    resolve(message as T);
  });
  running.once('exit', exited);
  return promise;
}

async function ended(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const exit = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGKILL');
  await exit;
}
