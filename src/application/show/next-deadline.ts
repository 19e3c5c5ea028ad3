import { grace } from '../../domain/minutes/timeliness.ts';
import type { ReadModels } from '../../ports/read-models.ts';

/** Far beyond any deadline that is kept. */
const farAhead = Temporal.Duration.from({ hours: 24 * 365 * 20 });

/** The next instant something falls due: a meeting's hour, or the deadline members were told (without the grace). */
export function createNextDeadline({
  readModels,
  clock,
}: {
  readonly readModels: Pick<ReadModels, 'due'>;
  readonly clock: { now(): Temporal.Instant };
}) {
  return async (): Promise<Temporal.Instant | undefined> => {
    const [next] = await readModels.due(clock.now().add(farAhead), 1);
    if (next === undefined) return undefined;
    return next.key.startsWith('close/') ? next.at.subtract(grace) : next.at;
  };
}
