import { PortFailure } from '../../src/ports/port-failure.ts';
import { type Beat, lease, type Processes } from '../../src/ports/processes.ts';
import { promised } from './promised.ts';

type Known = Beat & { readonly ended: boolean };

/** What the processes on one log know of each other. */
export type InMemoryInstances = {
  /** One more process, under a name not used before. */
  join(instance: string): Processes;
  /** Whether its commits are refused. */
  isFenced(instance: string): boolean;
};

export function createInMemoryInstances(): InMemoryInstances {
  const known = new Map<string, Known>();
  const end = (each: Known) => known.set(each.instance, { ...each, ended: true });
  const alive = (except: string) =>
    [...known.values()].filter(({ instance, ended }) => instance !== except && !ended);
  return {
    isFenced: (instance) => known.get(instance)?.ended ?? false,
    join: (instance) => ({
      beat: (at, workedOff) =>
        promised(() => {
          if (known.get(instance)?.ended) throw new PortFailure('unavailable', 'process fenced');
          known.set(instance, { instance, at, workedOff, ended: false });
        }),
      others: (now) =>
        promised(() => {
          const oldest = now.subtract(lease);
          for (const each of alive(instance)) {
            if (Temporal.Instant.compare(each.at, oldest) < 0) end(each);
          }
          return alive(instance).map(({ ended: _ended, ...beat }) => beat);
        }),
      lastBeat: () =>
        promised(() =>
          [...known.values()]
            .map(({ at }) => at)
            .toSorted(Temporal.Instant.compare)
            .at(-1),
        ),
      leave: () =>
        promised(() => {
          const own = known.get(instance);
          if (own !== undefined) end(own);
        }),
    }),
  };
}
