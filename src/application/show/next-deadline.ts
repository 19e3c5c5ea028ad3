import { grace } from '../../domain/minutes/timeliness.ts';
import type { ReadModels } from '../../ports/read-models.ts';

/** Far beyond any deadline that is kept. */
const farAhead = Temporal.Duration.from({ hours: 24 * 365 * 20 });

/** Reminders that may stand before it: three a version. */
const enough = 1_000;

/** The next meeting's hour or deadline that members were told (without the grace); a reminder is neither. */
export function createNextDeadline({
  readModels,
  clock,
}: {
  readonly readModels: Pick<ReadModels, 'due'>;
  readonly clock: { now(): Temporal.Instant };
}) {
  return async (): Promise<Temporal.Instant | undefined> => {
    const due = await readModels.due(clock.now().add(farAhead), enough);
    const next = due.find(({ key }) => !key.startsWith('remind/'));
    if (next === undefined) return undefined;
    return next.key.startsWith('close/') ? next.at.subtract(grace) : next.at;
  };
}
