import { type ChildProcess, fork } from 'node:child_process';
import type { DocumentModel, WrittenDocument } from '../../../ports/document-writer.ts';
import { PortFailure } from '../../../ports/port-failure.ts';
import type { PdfAnswer } from './pdf-process.ts';

export type PdfWriter = {
  readonly write: (model: DocumentModel) => Promise<WrittenDocument>;
  /** Ends the process; a job under way fails as unavailable. */
  readonly close: () => Promise<void>;
};

export type PdfWriterSettings = {
  /** A job that takes longer is hung: the process is ended and the job fails as unavailable. */
  readonly timeoutMs: number;
  /** The process holds some hundred megabytes; without work for so long it is ended. */
  readonly idleMs: number;
  /** The setter remembers every paragraph it ever set, some megabytes a document; after so many it starts afresh. */
  readonly documentsPerProcess: number;
  readonly program: URL;
};

const usual: PdfWriterSettings = {
  timeoutMs: 20_000,
  idleMs: 60_000,
  documentsPerProcess: 40,
  program: new URL('./pdf-process.ts', import.meta.url),
};

const unavailable = (code: string): PortFailure => new PortFailure('unavailable', `pdf ${code}`);

/** One question to the process. Whatever happens, it ends: with an answer, an error, an end or the time-out. */
const ask = (setter: ChildProcess, model: DocumentModel, timeoutMs: number): Promise<PdfAnswer> => {
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const failed = () => reject(unavailable('setter failed'));
  const ended = () => reject(unavailable('setter ended'));
  const timer = setTimeout(() => reject(unavailable('setter timed out')), timeoutMs);
  const answered = (message: unknown) => resolve(message as PdfAnswer);
  setter.once('message', answered).once('error', failed).once('exit', ended);
  keepAwake(setter, true);
  setter.send(JSON.stringify(model));
  return promise.finally(() => {
    clearTimeout(timer);
    setter.off('message', answered).off('error', failed).off('exit', ended);
    keepAwake(setter, false);
  });
};

/** Only a job under way keeps the program from ending. */
const keepAwake = (setter: ChildProcess, awake: boolean): void => {
  if (awake) setter.ref();
  else setter.unref();
  const channel = setter.channel as { ref(): void; unref(): void } | null | undefined;
  if (awake) channel?.ref();
  else channel?.unref();
};

type SetterProcess = {
  /** The running process, started if need be. */
  readonly running: () => ChildProcess;
  /** A document is done: the process waits for the next one, or ends when it has done its share. */
  readonly rest: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const createSetterProcess = ({ program, idleMs, documentsPerProcess }: PdfWriterSettings): SetterProcess => {
  let running: ChildProcess | undefined;
  let documents = 0;
  let idle: NodeJS.Timeout | undefined;

  const start = (): ChildProcess => {
    // What it might print could hold words of the paper.
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
    const started = fork(program, { execArgv: [], serialization: 'advanced', stdio: [...stdio] });
    // One that dies between two jobs must not take the program with it, nor be asked again.
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (running === started) running = undefined;
    });
    documents = 0;
    return started;
  };

  const stop = async (): Promise<void> => {
    clearTimeout(idle);
    const stopped = running;
    running = undefined;
    if (stopped !== undefined) await ended(stopped);
  };

  return {
    running: () => {
      clearTimeout(idle);
      running ??= start();
      return running;
    },
    rest: async () => {
      documents += 1;
      if (documents >= documentsPerProcess) await stop();
      else idle = setTimeout(stop, idleMs).unref();
    },
    stop,
  };
};

const ended = async (setter: ChildProcess): Promise<void> => {
  const isGone = setter.pid === undefined || setter.exitCode !== null || setter.signalCode !== null;
  if (isGone) return;
  const exit = new Promise((resolve) => setter.once('exit', resolve));
  setter.kill('SIGKILL');
  setter.ref();
  await exit;
};

/** Sets PDFs in a process of its own, started with the first job; jobs wait for each other. */
export const createPdfWriter = (settings: Partial<PdfWriterSettings> = {}): PdfWriter => {
  const chosen = { ...usual, ...settings };
  const setter = createSetterProcess(chosen);
  let last: Promise<unknown> = Promise.resolve();

  const job = async (model: DocumentModel): Promise<WrittenDocument> => {
    try {
      const answer = await ask(setter.running(), model, chosen.timeoutMs);
      if (answer.kind === 'failed') throw unavailable('not set');
      await setter.rest();
      return { bytes: answer.bytes, replacedGlyphs: answer.replacedGlyphs };
    } catch (error) {
      // One that failed once is not trusted with the next document.
      await setter.stop();
      throw error;
    }
  };

  return {
    write: (model) => {
      const next = last.then(() => job(model));
      last = next.catch(() => undefined);
      return next;
    },
    close: setter.stop,
  };
};
