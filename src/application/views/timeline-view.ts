import type { Committee } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import type { KnownMeeting } from '../../domain/meeting/meeting.ts';
import { actByReceipt } from '../../domain/minutes/act-by-receipt.ts';
import type { Answer } from '../../domain/minutes/answer.ts';
import type { CourseDecision, CourseRuling, VersionCourse } from '../../domain/minutes/course.ts';
import type { TimelineEntry, TimelineView } from '../../ports/timeline-view.ts';
import { meetingFacts } from './meeting-facts.ts';

type Seen = {
  readonly meeting: KnownMeeting;
  readonly committee: Committee;
  readonly people: People;
  readonly course: readonly VersionCourse[];
};

type NameOf = (personId: string) => string;

export function timelineView({ meeting, committee, people, course }: Seen): TimelineView {
  const nameOf: NameOf = (personId) => people.persons.get(personId)?.name ?? personId;
  const raised = raisedIn(course, nameOf);
  return {
    card: 'timeline',
    meeting: meetingFacts(meeting, committee),
    versions: course.map((version) => ({
      version: version.version.version,
      entries: entriesOf(version, raised, nameOf).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    })),
  };
}

/** In an order that is kept among what happened at the same instant. */
function entriesOf(version: VersionCourse, raised: Raised, nameOf: NameOf): readonly TimelineEntry[] {
  const { terms, entitled } = version.version;
  const deadline = Temporal.Instant.from(terms.deadline);
  const persons = [...version.answers].map(([personId, answer]) => [nameOf(personId), answer] as const);
  return [
    { kind: 'sent', at: version.sentAt, asked: entitled.length, deadline, changes: version.changes },
    ...version.reminders
      .filter(({ persons }) => persons.length > 0)
      .map(({ at, persons }) => ({ kind: 'reminded' as const, at, persons: persons.length })),
    ...persons.flatMap(([name, answer]) => toldEntries(answer, name)),
    ...persons.flatMap(([name, answer]) => actEntries(answer, name, nameOf)),
    ...version.downtimes.map(({ from, until }) => ({
      kind: 'downtime' as const,
      at: Temporal.Instant.from(from),
      until: Temporal.Instant.from(until),
    })),
    ...version.rulings.map((ruling) => rulingEntry(ruling, raised, nameOf)),
    ...version.extensions.map(({ at, reason: cause, deadline: moved, persons }) => ({
      kind: 'extension' as const,
      at,
      cause,
      until: Temporal.Instant.from(moved),
      ...(persons === undefined ? {} : { names: persons.map(nameOf) }),
    })),
    ...version.decisions.map((decision) => decisionEntry(decision, nameOf)),
  ];
}

function toldEntries(answer: Answer, name: string): readonly TimelineEntry[] {
  return answer.tries.map(({ at, about, channel, result }) => ({
    kind: 'told',
    at: Temporal.Instant.from(at),
    name,
    about,
    channel,
    result,
  }));
}

function actEntries(answer: Answer, name: string, nameOf: NameOf): readonly TimelineEntry[] {
  return answer.receipts.map(({ receipt, receivedAt, verb }): TimelineEntry => {
    const remark = actByReceipt(answer, receipt)?.remark;
    const item = remark?.objection.itemNumber;
    const { recordedBy, source } = remark?.onBehalf ?? {};
    return {
      kind: 'act',
      at: Temporal.Instant.from(receivedAt),
      name,
      verb,
      receipt,
      ...(item === undefined ? {} : { item }),
      ...(recordedBy === undefined || source === undefined
        ? {}
        : { onBehalf: { by: nameOf(recordedBy), source } }),
    };
  });
}

type Raised = ReadonlyMap<string, { readonly objector: string; readonly item?: number }>;

/** Whose objection it was: raised against this version, or against one before. */
function raisedIn(course: readonly VersionCourse[], nameOf: NameOf): Raised {
  const all = course.flatMap(({ answers }) =>
    [...answers].flatMap(([personId, { objections }]) =>
      objections.map(({ objectionId, objection: { itemNumber } }) => {
        const about = {
          objector: nameOf(personId),
          ...(itemNumber === undefined ? {} : { item: itemNumber }),
        };
        return [objectionId, about] as const;
      }),
    ),
  );
  return new Map(all);
}

function rulingEntry(
  { at, objectionId, ruling, by }: CourseRuling,
  raised: Raised,
  nameOf: NameOf,
): TimelineEntry {
  return { kind: 'ruling', at, name: nameOf(by), ruling, ...raised.get(objectionId) };
}

function decisionEntry(decision: CourseDecision, nameOf: NameOf): TimelineEntry {
  const { at } = decision;
  switch (decision.kind) {
    case 'closed':
      return { kind: 'closed', at, result: decision.result, counts: decision.counts };
    case 'by-two':
      return { kind: 'by-two', at, first: nameOf(decision.first), second: nameOf(decision.second) };
    default:
      return { kind: decision.kind, at, name: nameOf(decision.by) };
  }
}
