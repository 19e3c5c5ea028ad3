import { endOfDay } from '../../domain/calendar/danish-time.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import { beginsAt } from '../../domain/meeting/answer-invitation.ts';
import {
  isVersioned,
  type KnownMeeting,
  newestVersion,
  type VersionedMeeting,
} from '../../domain/meeting/meeting.ts';
import { stanceOf } from '../../domain/minutes/answer.ts';
import { blockingObjections } from '../../domain/minutes/close-minutes.ts';
import { unansweredObjections } from '../../domain/minutes/send-minutes.ts';
import { silenceCounts } from '../../domain/minutes/silence.ts';
import { closesAt } from '../../domain/minutes/version-deadline.ts';
import { rulesOn } from '../../domain/rules/rules-of-procedure.ts';
import type { NextStepView, Step } from '../../ports/next-step-view.ts';
import type { Unreached } from '../../ports/unreached.ts';
import type { AnsweredVersion } from '../streams.ts';
import { movedDeadlines } from './deadline-shown.ts';
import { meetingFacts } from './meeting-facts.ts';
import { unreachedView } from './unreached.ts';

export type StepStates = {
  readonly meeting: KnownMeeting;
  readonly committee: Committee;
  readonly people: People;
  /** Of the newest version. */
  readonly counts: { readonly approved: number; readonly objected: number; readonly silent: number };
  /** Answers that may ask something of the secretary; all others are in the counts only. */
  readonly doubtful: readonly AnsweredVersion[];
  readonly now: Temporal.Instant;
};

/** How long before its last moment a step is called "soon". */
const soon = Temporal.Duration.from({ hours: 72 });

export function nextStepView(states: StepStates): NextStepView {
  const { meeting, committee, now } = states;
  const next = stepOf(states);
  const due = dueOf(states, next);
  return {
    card: 'next-step',
    meeting: meetingFacts(meeting, committee),
    situation: meeting.situation,
    next,
    ...(due === undefined ? {} : { due }),
    ...onVersionOf(meeting),
    urgency: urgencyOf(due, now),
    papers: papersOf(meeting),
  };
}

/** Newest first; the draft is one file, however often it was written. */
function papersOf({ filed }: KnownMeeting): NextStepView['papers'] {
  const newest = new Map(filed.map((each) => [each.documentId, each]));
  return [...newest.values()]
    .toReversed()
    .map(({ paper, version, format, href }) => ({ paper, version, format, href }));
}

function stepOf(states: StepStates): Step {
  const { meeting, now } = states;
  switch (meeting.situation) {
    case 'planned':
    case 'callForItems':
    case 'agendaDrafted':
      return { step: 'publish-agenda' };
    case 'agendaSent':
      return Temporal.Instant.compare(now, beginsAt(meeting)) < 0
        ? { step: 'await-meeting' }
        : { step: 'hold-meeting' };
    case 'held':
    case 'minutesDrafted':
      return { step: 'send-minutes', version: 1 };
    case 'sentForApproval':
    case 'contested':
      return stepUnderApproval(states, meeting);
    case 'needsDecision':
      return meeting.closing.deferredBy === undefined
        ? { step: 'needs-decision', unreached: unreachedOf(states, meeting) }
        : { step: 'minutes-deferred' };
    default:
      return { step: 'done' };
  }
}

/** An objection that came another way can be recorded also after the decision, as a late remark (R17). */
function onVersionOf(meeting: KnownMeeting): Pick<NextStepView, 'onVersion'> {
  if (!isVersioned(meeting)) return {};
  const { version } = newestVersion(meeting);
  return { onVersion: { version, extend: meeting.situation === 'sentForApproval' } };
}

function stepUnderApproval(states: StepStates, meeting: VersionedMeeting): Step {
  const open = unansweredObjections(meeting, states.doubtful);
  if (open.length > 0) return { step: 'rule-on-objections', count: open.length };
  const newest = newestVersion(meeting);
  const { version } = newest;
  const blocked = blockingObjections(meeting, { version, answered: states.doubtful }).length > 0;
  if (blocked || meeting.situation === 'contested') return { step: 'send-minutes', version: version + 1 };
  const { approved, objected, silent } = states.counts;
  const counts = { entitled: approved + objected + silent, approved, objected };
  const moved = movedDeadlines(newest, (personId) => states.people.persons.get(personId)?.name ?? personId);
  return { step: 'await-answers', counts, unreached: unreachedOf(states, meeting), moved };
}

/**
 * Silent members whose silence would not count as it stands: the notice failed, or came too late (R7). A notice
 * that is still on its way is no trouble yet; after the decision it is.
 */
export function unreachedOf(states: StepStates, meeting: VersionedMeeting): readonly Unreached[] {
  const version = newestVersion(meeting);
  const asked = new Set(version.entitled);
  return states.doubtful
    .filter((each) => each.version === version.version && asked.has(each.personId))
    .filter(
      ({ personId, answer }) => stanceOf(answer) === 'silent' && !silenceCounts(version, personId, answer),
    )
    .filter(({ answer }) => answer.tries.length > 0 || meeting.situation !== 'sentForApproval')
    .map(({ personId, answer }) => unreachedView(personId, states.people.persons.get(personId), answer));
}

/** The rule's last moment for the step; waiting for the day of the meeting has none. */
function dueOf({ meeting, committee }: StepStates, next: Step): Temporal.Instant | undefined {
  const day = Temporal.PlainDate.from(meeting.plan.date);
  const rules = rulesOn(committee.rules, day);
  if (rules === undefined) return undefined;
  if (next.step === 'publish-agenda') return endOfDay(day.subtract({ days: rules.agendaDaysBefore }));
  if (next.step === 'await-meeting') return undefined;
  const isFirst = next.step === 'send-minutes' && next.version === 1;
  if (next.step === 'hold-meeting' || isFirst) return endOfDay(day.add({ days: rules.minutesDaysAfter }));
  const over = next.step === 'done' || next.step === 'minutes-deferred';
  return isVersioned(meeting) && !over ? closesAt(newestVersion(meeting)) : undefined;
}

function urgencyOf(due: Temporal.Instant | undefined, now: Temporal.Instant): NextStepView['urgency'] {
  if (due === undefined) return 'in-order';
  if (Temporal.Instant.compare(now, due) >= 0) return 'overdue';
  return Temporal.Instant.compare(now.add(soon), due) >= 0 ? 'soon' : 'in-order';
}
