import { Worker } from 'node:worker_threads';
import type { DocumentModel, WrittenDocument } from '../../../ports/document-writer.ts';
import { PortFailure } from '../../../ports/port-failure.ts';
import type { PdfAnswer } from './pdf-worker.ts';

export type PdfWriter = {
  readonly write: (model: DocumentModel) => Promise<WrittenDocument>;
  /** Stops the thread; a job under way fails as unavailable. */
  readonly close: () => Promise<void>;
};

export type PdfWriterSettings = {
  /** A job that takes longer is hung: the thread is ended and the job fails as unavailable. */
  readonly timeoutMs: number;
  /** The thread holds some hundred megabytes; without work for so long it is ended. */
  readonly idleMs: number;
  /** The setter remembers every paragraph it ever set, some megabytes a document; after so many it starts afresh. */
  readonly documentsPerThread: number;
  readonly worker: URL;
};

const usual: PdfWriterSettings = {
  timeoutMs: 20_000,
  idleMs: 60_000,
  documentsPerThread: 40,
  worker: new URL('./pdf-worker.ts', import.meta.url),
};

const unavailable = (code: string): PortFailure => new PortFailure('unavailable', `pdf ${code}`);

/** One question to the thread. Whatever happens, it ends: with an answer, an error, an end or the time-out. */
const ask = (worker: Worker, model: DocumentModel, timeoutMs: number): Promise<PdfAnswer> => {
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const failed = () => reject(unavailable('setter failed'));
  const ended = () => reject(unavailable('setter ended'));
  const timer = setTimeout(() => reject(unavailable('setter timed out')), timeoutMs);
  worker.once('message', resolve).once('error', failed).once('exit', ended);
  worker.ref();
  worker.postMessage(JSON.stringify(model));
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', failed).off('exit', ended);
    worker.unref();
  });
};

type Thread = {
  /** The running thread, started if need be. */
  readonly worker: () => Worker;
  /** A document is done: the thread waits for the next one, or ends when it has done its share. */
  readonly rest: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const createThread = ({ worker: entry, idleMs, documentsPerThread }: PdfWriterSettings): Thread => {
  let running: Worker | undefined;
  let documents = 0;
  let idle: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const started = new Worker(entry);
    // A thread that dies between two jobs must not take the program with it, nor be asked again.
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
    await stopped?.terminate();
  };

  return {
    worker: () => {
      clearTimeout(idle);
      running ??= start();
      return running;
    },
    rest: async () => {
      documents += 1;
      if (documents >= documentsPerThread) await stop();
      else idle = setTimeout(stop, idleMs).unref();
    },
    stop,
  };
};

/** Sets PDFs in a thread of its own, started with the first job; jobs wait for each other. */
export const createPdfWriter = (settings: Partial<PdfWriterSettings> = {}): PdfWriter => {
  const chosen = { ...usual, ...settings };
  const thread = createThread(chosen);
  let last: Promise<unknown> = Promise.resolve();

  const job = async (model: DocumentModel): Promise<WrittenDocument> => {
    try {
      const answer = await ask(thread.worker(), model, chosen.timeoutMs);
      if (answer.kind === 'failed') throw unavailable('not set');
      await thread.rest();
      return { bytes: answer.bytes, replacedGlyphs: answer.replacedGlyphs };
    } catch (error) {
      // A thread that failed once is not trusted with the next document.
      await thread.stop();
      throw error;
    }
  };

  return {
    write: (model) => {
      const next = last.then(() => job(model));
      last = next.catch(() => undefined);
      return next;
    },
    close: thread.stop,
  };
};
