import type { DomainEvent } from '../../../src/domain/event.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import { danishDayOf, endOfDayMs, isClosed } from '../calendar/day-numbers.ts';
import { judgeReminder, judgeTwo } from './judge-serving.ts';
import {
  deadlineFor,
  isEntitled,
  type Ledger,
  lastDeadline,
  ms,
  newestOf,
  type SentVersion,
  saidBy,
  standingOf,
} from './ledger.ts';

const graceMs = 120_000;
const hourMs = 3_600_000;

/** Why an event may not stand in a log that says this before it; undefined where it may. */
export function judge(ledger: Ledger, { event, stream, at }: StoredEvent): string | undefined {
  if (stream.startsWith('answer/')) return judgeAnswer(ledger, stream, event);
  switch (event.type) {
    case 'MinutesSent':
      return judgeSending(ledger, event, at.epochMilliseconds);
    case 'DeadlineExtended':
      return judgeExtension(ledger, event);
    case 'MinutesClosed':
      return judgeClosing(ledger, event, at.epochMilliseconds);
    case 'MembersReminded':
      return judgeReminder(ledger, event, at.epochMilliseconds);
    case 'ApprovalProposed':
    case 'MinutesApprovedByTwo':
      return judgeTwo(ledger, event);
    case 'SafeModeEnded':
      return event.first !== event.second && ledger.safeMode.proposedBy === event.first
        ? undefined
        : 'R16: safe mode was not ended by two';
    default:
      return undefined;
  }
}

/** R10, R1: between a decision and the next version nothing is approved, objected or withdrawn; a code names one act. */
function judgeAnswer(ledger: Ledger, stream: string, event: DomainEvent): string | undefined {
  const changes = ['ApprovalGiven', 'ApprovalWithdrawn', 'ObjectionRaised', 'ObjectionWithdrawn'];
  const [, , version = '', person = ''] = stream.split('/');
  if (ledger.decision !== undefined && changes.includes(event.type)) return 'R10: an act after the decision';
  const said = saidBy(ledger, Number(version), person);
  if (event.type === 'ApprovalGiven' && standingOf(said).length > 0)
    return 'R5: an approval beside an objection';
  if (event.type === 'ApprovalGiven' && Number(version) !== newestOf(ledger)?.version)
    return 'R4: an approval of an older version';
  if ('nonce' in event && 'receipt' in event) {
    const verb = event.type === 'LateRemarkMade' ? 'ObjectionRaised' : event.type;
    const key = [verb, `${version}/${person}`, event.nonce].join('|');
    if (ledger.receipts.has(key)) return 'R5: the same press made two acts';
  }
  if (event.type === 'ReminderDelivered' && (said.approved || standingOf(said).length > 0))
    return 'somebody who had answered was reminded';
  return undefined;
}

/** R4, R9, R10. */
function judgeSending(
  ledger: Ledger,
  event: Extract<DomainEvent, { type: 'MinutesSent' }>,
  at: number,
): string | undefined {
  if (event.version !== ledger.versions.length + 1) return 'versions do not count up';
  if (ledger.decision?.result.startsWith('approved')) return 'R10: a version after the approval';
  const before = newestOf(ledger);
  if (before !== undefined && ms(event.deadline) < lastDeadline(before))
    return 'R9: a version ends before what was promised';
  const lastDay = danishDayOf(ms(event.deadline) - 1);
  if (ms(event.deadline) !== endOfDayMs(lastDay)) return 'a deadline that is not Danish midnight';
  if (isClosed(lastDay)) return 'a deadline on a closed day';
  if (lastDay - danishDayOf(at) < 3) return 'R4: not a whole window';
  const asked = [...ledger.seats.keys()].filter((each) => isEntitled(ledger, each, at)).toSorted();
  return asked.join() === event.entitled.toSorted().join() ? undefined : 'R6: not those who are entitled';
}

/** R9: later for everybody it concerns, and on the newest version while it is open. */
function judgeExtension(
  ledger: Ledger,
  event: Extract<DomainEvent, { type: 'DeadlineExtended' }>,
): string | undefined {
  const newest = newestOf(ledger);
  if (newest === undefined || newest.version !== event.version || ledger.decision !== undefined)
    return 'R10: a deadline of a version that is not open';
  const to = ms(event.deadline);
  const lastDay = danishDayOf(to - 1);
  if (to !== endOfDayMs(lastDay) || isClosed(lastDay)) return 'a deadline on a closed day';
  const held = event.persons?.map((each) => deadlineFor(newest, each)) ?? [newest.deadline];
  if (held.some((each) => to <= each)) return 'R9: a deadline that does not move later';
  return ms(event.closesAt) === Math.max(to, lastDeadline(newest))
    ? undefined
    : 'closesAt is not the last one';
}

/** R3, R8, R15, R16, and the result by R4, R7, R11, R12, R19. */
function judgeClosing(
  ledger: Ledger,
  event: Extract<DomainEvent, { type: 'MinutesClosed' }>,
  at: number,
): string | undefined {
  const newest = newestOf(ledger);
  if (newest === undefined || newest.version !== event.version) return 'a decision on another version';
  if (ledger.decision !== undefined) return 'a second decision';
  if (at < lastDeadline(newest) + graceMs) return 'R3: a decision before the grace was over';
  if (ledger.doubted !== undefined) return 'R15: a decision while the clock is doubted';
  if (ledger.safeMode.on) return 'R16: a decision in safe mode';
  if (newest.downtimeExtends && deadlinesOf(newest).some((each) => lostBefore(ledger, each) > hourMs))
    return 'R8: a decision although the last day was lost';
  const right = rightResult(ledger, newest);
  return right === event.result ? undefined : `${event.result}, and people said ${right}`;
}

function deadlinesOf(version: SentVersion): readonly number[] {
  return [version.deadline, ...version.asked.map((each) => deadlineFor(version, each))];
}

/** How much of the 24 hours before a moment was downtime; what two records share counts once. */
function lostBefore({ downtimes }: Ledger, moment: number): number {
  let counted = moment - 24 * hourMs;
  let lost = 0;
  for (const { from, until } of downtimes.toSorted((one, other) => one.from - other.from)) {
    const begins = Math.max(counted, from);
    const ends = Math.min(moment, until);
    if (ends <= begins) continue;
    lost += ends - begins;
    counted = ends;
  }
  return lost;
}

function rightResult(ledger: Ledger, version: SentVersion): string {
  if (blocked(ledger)) return 'contested';
  if (version.asked.length === 0) return 'needsDecision';
  const silent = version.asked.filter((each) => !saidBy(ledger, version.version, each).approved);
  if (silent.length === 0) return 'approvedByAll';
  const counted = silent.every((each) => {
    const { notice } = saidBy(ledger, version.version, each);
    return notice !== undefined && notice <= wallDaysBefore(deadlineFor(version, each), version.noticeDays);
  });
  return counted && version.approval === 'tacit' ? 'approvedTacitly' : 'needsDecision';
}

/** Danish midnights, so many days earlier. */
function wallDaysBefore(midnight: number, days: number): number {
  return endOfDayMs(danishDayOf(midnight - 1) - days);
}

/** R4, R11. */
function blocked(ledger: Ledger): boolean {
  const newest = ledger.versions.length;
  return [...ledger.said].some(([key, said]) => {
    const version = Number(key.split('/')[0]);
    return standingOf(said).some(
      (id) =>
        version === newest ||
        !ledger.rulings.some(({ objection, rejected, on }) => objection === id && (rejected || on < newest)),
    );
  });
}
