import { danishDay, endOfDay } from '../../domain/calendar/danish-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';

/** Wants the anchor of the Danish day that it is, once a day; says when the next day begins. */
export function createAnchorDaily({ log, clock }: { readonly log: EventLog; readonly clock: Clock }) {
  let wanted = '';
  return async (): Promise<Temporal.Instant> => {
    const at = clock.now();
    const day = danishDay(at);
    if (day.toString() !== wanted) {
      const effects: readonly Effect[] = [{ kind: 'anchor-log', occasion: `day/${day.toString()}` }];
      await log.transact({ load: {}, decide: () => ({ result: undefined, effects, at }) });
      wanted = day.toString();
    }
    return endOfDay(day);
  };
}
