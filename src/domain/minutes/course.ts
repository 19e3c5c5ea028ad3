import type { PersonId } from '../committee/committee.ts';
import type { DomainEvent } from '../event.ts';
import { evolveMeeting } from '../meeting/evolve-meeting.ts';
import { isVersioned, type Meeting, type MinutesVersion, unknownMeeting } from '../meeting/meeting.ts';
import type { ApprovalCounts, ApprovalResult, MeetingEvent, RulingKind } from '../meeting/meeting-event.ts';
import type { LogPlace, OperationEvent } from '../operation/operation.ts';
import { type Answer, evolveAnswer, noAnswer } from './answer.ts';
import type { AnswerEvent } from './answer-event.ts';
import { type Changed, changedItems } from './minutes-text.ts';

/** Something that happened, as far as the course of a meeting's minutes needs it. */
export type Happened = LogPlace & {
  readonly at: Temporal.Instant;
  readonly event: DomainEvent;
  /** Whose answer to which version it belongs to; absent for what happened to the meeting or the installation. */
  readonly answer?: { readonly version: number; readonly personId: PersonId };
};

type At = { readonly at: Temporal.Instant };

/** What was decided, or done about a decision, at which place of the log. */
export type CourseDecision = At &
  LogPlace &
  (
    | { readonly kind: 'closed'; readonly result: ApprovalResult; readonly counts: ApprovalCounts }
    | { readonly kind: 'proposed'; readonly by: PersonId; readonly reason: string }
    | {
        readonly kind: 'by-two';
        readonly first: PersonId;
        readonly second: PersonId;
        readonly reason: string;
      }
    | { readonly kind: 'deferred'; readonly by: PersonId }
  );

export type CourseRuling = At & {
  readonly objectionId: string;
  readonly ruling: RulingKind;
  readonly reason: string;
  readonly by: PersonId;
};

export type CourseExtension = At &
  Pick<Extract<MeetingEvent, { type: 'DeadlineExtended' }>, 'reason' | 'deadline' | 'persons' | 'extendedBy'>;

/** Everything that happened to one version of a meeting's minutes. */
export type VersionCourse = {
  readonly version: MinutesVersion;
  readonly sentAt: Temporal.Instant;
  /** What it says otherwise than the version before. */
  readonly changes: readonly Changed[];
  /** Of everybody who was asked, and whoever answered besides, in the order of asking. */
  readonly answers: ReadonlyMap<PersonId, Answer>;
  readonly reminders: readonly (At & { readonly number: number; readonly persons: readonly PersonId[] })[];
  readonly extensions: readonly CourseExtension[];
  /** Made while this version was the newest; what they answer may have been raised against an earlier one. */
  readonly rulings: readonly CourseRuling[];
  readonly decisions: readonly CourseDecision[];
  readonly downtimes: readonly { readonly from: string; readonly until: string }[];
};

/** The whole course of a meeting's minutes, the first version first, made from what happened in that order. */
export function courseOf(happened: readonly Happened[]): readonly VersionCourse[] {
  const meeting = happened.reduce<Meeting>(
    (state, { event, answer }) =>
      answer === undefined ? evolveMeeting(state, event as MeetingEvent) : state,
    unknownMeeting,
  );
  if (!isVersioned(meeting)) return [];
  const answers = answersOf(happened);
  const sent = happened.filter(({ event }) => event.type === 'MinutesSent');
  return meeting.versions.map((version, place): VersionCourse => {
    const before = meeting.versions[place - 1];
    const began = sent[place]?.seq ?? 0;
    const ended = sent[place + 1]?.seq ?? Number.POSITIVE_INFINITY;
    const own = happened.filter(({ seq, answer }) => answer === undefined && seq > began && seq < ended);
    return {
      version,
      sentAt: sent[place]?.at ?? Temporal.Instant.fromEpochMilliseconds(0),
      changes: before === undefined ? [] : changedItems(before.paper, version.paper),
      answers: orderedAnswers(version, answers.get(version.version)),
      ...eventsOf(own),
      downtimes: downtimesBefore(version, happened),
    };
  });
}

function answersOf(happened: readonly Happened[]): ReadonlyMap<number, ReadonlyMap<PersonId, Answer>> {
  const versions = new Map<number, Map<PersonId, Answer>>();
  for (const { event, answer } of happened) {
    if (answer === undefined) continue;
    const persons = versions.get(answer.version) ?? new Map<PersonId, Answer>();
    versions.set(answer.version, persons);
    const before = persons.get(answer.personId) ?? noAnswer;
    persons.set(answer.personId, evolveAnswer(before, event as AnswerEvent));
  }
  return versions;
}

function orderedAnswers(
  { entitled }: MinutesVersion,
  answers: ReadonlyMap<PersonId, Answer> = new Map(),
): ReadonlyMap<PersonId, Answer> {
  const persons = [...new Set([...entitled, ...answers.keys()])];
  return new Map(persons.map((personId) => [personId, answers.get(personId) ?? noAnswer]));
}

function eventsOf(
  own: readonly Happened[],
): Pick<VersionCourse, 'reminders' | 'extensions' | 'rulings' | 'decisions'> {
  return {
    reminders: own.flatMap(({ at, event }) =>
      event.type === 'MembersReminded' ? [{ at, number: event.number, persons: event.persons }] : [],
    ),
    extensions: own.flatMap(({ at, event }) => (event.type === 'DeadlineExtended' ? [{ ...event, at }] : [])),
    rulings: own.flatMap(({ at, event }) => {
      if (event.type !== 'ObjectionRuled') return [];
      const { objectionId, ruling, reason, ruledBy } = event;
      return [{ at, objectionId, ruling, reason, by: ruledBy }];
    }),
    decisions: own.flatMap((each) => decisionIn(each) ?? []),
  };
}

function decisionIn({ at, seq, hash, event }: Happened): CourseDecision | undefined {
  const place = { at, seq, hash };
  switch (event.type) {
    case 'MinutesClosed':
      return { ...place, kind: 'closed', result: event.result, counts: event.counts };
    case 'ApprovalProposed':
      return { ...place, kind: 'proposed', by: event.proposedBy, reason: event.reason };
    case 'MinutesApprovedByTwo':
      return { ...place, kind: 'by-two', first: event.first, second: event.second, reason: event.reason };
    case 'MinutesDeferred':
      return { ...place, kind: 'deferred', by: event.deferredBy };
    default:
      return undefined;
  }
}

/** The last day before a deadline is what R8 looks at. */
const lastDay = Temporal.Duration.from({ hours: 24 });

/** Downtime that fell into the last day before one of the version's deadlines. */
function downtimesBefore(
  { terms, extensions }: MinutesVersion,
  happened: readonly Happened[],
): VersionCourse['downtimes'] {
  const deadlines = [terms.deadline, ...extensions.map(({ deadline }) => deadline)].map((each) =>
    Temporal.Instant.from(each),
  );
  const matters = ({ from, until }: { readonly from: string; readonly until: string }) =>
    deadlines.some(
      (deadline) =>
        Temporal.Instant.compare(Temporal.Instant.from(from), deadline) < 0 &&
        Temporal.Instant.compare(Temporal.Instant.from(until), deadline.subtract(lastDay)) > 0,
    );
  return happened.flatMap(({ event }) => {
    const operation = event as OperationEvent;
    return operation.type === 'DowntimeRecorded' && matters(operation)
      ? [{ from: operation.from, until: operation.until }]
      : [];
  });
}
