import { PortFailure } from '../../ports/port-failure.ts';
import { type Beat, lease, type Processes } from '../../ports/processes.ts';
import type { BeatRow, processQueries } from './queries/process-queries.ts';
import { command, instantOf, type Runner } from './runner.ts';

export type ProcessQueries = ReturnType<typeof processQueries>;

/** Rows of processes that are gone are kept so long, for whoever looks at what happened. */
const keptFor = Temporal.Duration.from({ hours: 24 });

export const fenced = (): PortFailure => new PortFailure('unavailable', 'process fenced');

/** `instance` is this process's own id, never used before, under which it has joined. */
export function createProcesses(runner: Runner, queries: ProcessQueries, instance: string): Processes {
  let tidied = false;
  return {
    beat: async (at, workedOff) => {
      const beat = { instance, beatAt: at.epochMilliseconds, workedOff: workedOff.epochMilliseconds };
      const [alive = []] = await runner.write(command(queries.beat, beat));
      if (alive.length === 0) throw fenced();
      if (tidied) return;
      tidied = true;
      const before = at.subtract(keptFor).epochMilliseconds;
      await runner.write(command(queries.forgetEnded, { before }));
    },
    others: async (now) => {
      const before = now.subtract(lease).epochMilliseconds;
      await runner.write(command(queries.fence, { instance, before }));
      return (await runner.read(command(queries.others, { instance }))).map(beatOf);
    },
    lastBeat: async () => {
      const [newest] = await runner.read(command(queries.lastBeat, {}));
      const at = newest?.at ?? undefined;
      return at === undefined ? undefined : instantOf(at);
    },
    leave: async () => {
      await runner.write(command(queries.leave, { instance }));
    },
  };
}

function beatOf({ instance, beatAt, workedOff }: BeatRow): Beat {
  return { instance, at: instantOf(beatAt), workedOff: instantOf(workedOff) };
}
