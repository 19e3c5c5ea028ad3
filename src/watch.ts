import { createHeartbeat } from './adapters/scheduler/heartbeat.ts';
import type { Log } from './adapters/system/log.ts';
import type { Core } from './core.ts';

export type Watch = {
  /** Before anything is taken in: what was while nobody watched, and the first beat. */
  begin(): Promise<void>;
  /** Beats from now on. */
  start(): void;
  /** The last word to the store: nobody has to wait for this process any more. */
  leave(): Promise<void>;
  isFenced(): boolean;
  /** Resolves when the other processes went on without this one: it can write nothing any more and has to end. */
  readonly fenced: Promise<void>;
};

/** `clockIsWatched`: not where a person moves the clock on purpose; starting and moving it confirms it. */
export function createWatch(
  { useCases, processes, clock }: Core,
  log: Log,
  { clockIsWatched }: { readonly clockIsWatched: boolean },
): Watch {
  const { operation } = useCases;
  const { promise, resolve } = Promise.withResolvers<void>();
  let isFenced = false;
  const heartbeat = createHeartbeat({
    clock,
    elapsedMs: () => performance.now(),
    beat: (reading) => operation.beat(clockIsWatched ? reading : undefined),
    failed: (error) => log.warn({ err: error }, 'heartbeat'),
    fenced: () => {
      log.error('silent for too long: the other processes went on without this one');
      isFenced = true;
      resolve();
    },
  });
  return {
    begin: () => operation.begin({ clockIsWatched }),
    start: () => heartbeat.start(),
    leave: async () => {
      await heartbeat.stop();
      await processes.leave().catch((error: unknown) => log.warn({ err: error }, 'leaving'));
    },
    isFenced: () => isFenced,
    fenced: promise,
  };
}
