import type { DomainEvent } from '../../../src/domain/event.ts';
import { danishDayOf, isClosed } from '../calendar/day-numbers.ts';
import { type Ledger, ms, newestOf, saidBy, seatsAt, standingOf } from './ledger.ts';

/** Never to those who have answered, at most three times, in working hours of an open day. */
export function judgeReminder(
  ledger: Ledger,
  { number, persons, version }: Extract<DomainEvent, { type: 'MembersReminded' }>,
  at: number,
): string | undefined {
  const newest = newestOf(ledger);
  if (newest === undefined || newest.version !== version || ledger.decision !== undefined)
    return 'a late reminder';
  if (number <= newest.reminders) return 'a reminder twice';
  if (number > 3) return 'more than three reminders';
  const spoke = persons.some((each) => {
    const said = saidBy(ledger, version, each);
    return said.approved || standingOf(said).length > 0;
  });
  if (spoke) return 'somebody who has answered is reminded';
  const hour = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Copenhagen').hour;
  const working = hour >= 7 && hour < 18 && !isClosed(danishDayOf(at));
  return persons.length === 0 || working ? undefined : 'a reminder outside working hours';
}

/** R18. */
export function judgeTwo(
  ledger: Ledger,
  event: Extract<DomainEvent, { type: 'ApprovalProposed' | 'MinutesApprovedByTwo' }>,
): string | undefined {
  if (ledger.decision?.result !== 'needsDecision' || ledger.deferred)
    return 'R18: nothing waits for two persons';
  if (event.type === 'ApprovalProposed') return undefined;
  const { first, second } = event;
  if (first === second || first !== ledger.proposedBy) return 'R18: not two persons';
  const heads = [first, second].some((each) =>
    seatsAt(ledger, each, ms(event.at)).some(
      ({ roles }) => roles.includes('chair') || roles.includes('viceChair'),
    ),
  );
  return heads ? undefined : 'R18: neither of the two leads the committee';
}
