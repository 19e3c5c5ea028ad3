import type { ClockReading } from '../../domain/operation/doubt-clock.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import type { KnownDoubts } from '../known-doubts.ts';
import { type BeatPorts, sayWorkedOff } from './work-off.ts';

export type BeginPorts = BeatPorts & {
  readonly doubts: KnownDoubts;
  readonly enterSafeMode: () => Promise<void>;
  readonly keepWatch: (reading?: ClockReading) => Promise<void>;
  readonly extendAfterDowntime: () => Promise<void>;
};

/**
 * Before the program takes anything in: is the log whole (R16), how long was nobody there, does the clock fit (R8, R15)?
 * Then this process is one of those that are waited for (R3). A clock that a person moves on purpose is not watched.
 */
export function createBeginOperation(ports: BeginPorts) {
  const { doubts, enterSafeMode, keepWatch, extendAfterDowntime } = ports;
  const readAnchors = async () => {
    const read = await enterSafeMode().then(
      () => true,
      (error: unknown) => {
        if (error instanceof PortFailure) return false;
        throw error;
      },
    );
    doubts.seeAnchors(read);
  };
  return {
    async begin({ clockIsWatched }: { readonly clockIsWatched: boolean }): Promise<void> {
      await readAnchors();
      if (clockIsWatched) {
        await keepWatch();
        // also what an earlier start recorded and could not carry out
        await extendAfterDowntime();
      }
      await sayWorkedOff(ports);
    },
    /** Every ten seconds; without a reading where the clock is not watched. */
    async beat(reading: ClockReading | undefined): Promise<void> {
      if (doubts.areAnchorsUnread()) await readAnchors();
      if (reading !== undefined) await keepWatch(reading);
      await sayWorkedOff(ports);
    },
  };
}
