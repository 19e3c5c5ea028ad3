import type { Committee } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import {
  newestVersion,
  type Ruling,
  type VersionedMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import { itemFields, type PaperItem } from '../../domain/meeting/meeting-paper.ts';
import type { Answer, Objection } from '../../domain/minutes/answer.ts';
import type { ObjectionReceivedView, ObjectionRuledView } from '../../ports/minutes-card-view.ts';
import { meetingFacts } from './meeting-facts.ts';
import { onBehalfShown } from './my-answer.ts';

export type ObjectionRef = {
  readonly version: number;
  readonly objectionId: string;
  readonly objectorId: string;
};
export type ObjectionStates = {
  readonly meeting: VersionedMeeting;
  readonly committee: Committee;
  readonly people: People;
  readonly answer: Answer;
};

/** For chair and minute-taker: the objection beside the item's text in the version it was raised against. */
export function objectionReceivedView(
  { meeting, committee, people, answer }: ObjectionStates,
  ref: ObjectionRef,
): ObjectionReceivedView | undefined {
  const raised = answer.objections.find((each) => each.objectionId === ref.objectionId);
  const found = raised ?? answer.lateRemarks.find((each) => each.objectionId === ref.objectionId);
  if (found === undefined) return undefined;
  const item = itemOf(meeting, ref.version, found);
  const ruling = meeting.rulings.find((each) => each.objectionId === ref.objectionId);
  return {
    card: 'objection-received',
    meeting: meetingFacts(meeting, committee),
    ...ref,
    objector: people.persons.get(ref.objectorId)?.name ?? ref.objectorId,
    receivedAt: Temporal.Instant.from(found.receivedAt),
    objection: found.objection,
    late: raised === undefined,
    withdrawn: raised?.withdrawn ?? false,
    ...onBehalfOf(found, people),
    ...leftOf(committee, people, ref.objectorId),
    ...(item === undefined ? {} : { item: { number: item.number, title: item.title } }),
    current: currentText(item),
    ...(ruling === undefined ? {} : { ruling: { kind: ruling.ruling, reason: ruling.reason } }),
    ...nextVersionOf(meeting, ruling),
  };
}

function onBehalfOf(
  { onBehalf }: Pick<Objection, 'onBehalf'>,
  people: People,
): Pick<ObjectionReceivedView, 'onBehalf'> {
  if (onBehalf === undefined) return {};
  const recordedBy = people.persons.get(onBehalf.recordedBy)?.name ?? onBehalf.recordedBy;
  return { onBehalf: { ...onBehalfShown(onBehalf), recordedBy } };
}

/** R13: whoever rules on it sees that the objector has left, or is about to, and who takes over. */
function leftOf(
  committee: Committee,
  people: People,
  objectorId: string,
): Pick<ObjectionReceivedView, 'left'> {
  const own = committee.mandates.filter(({ personId }) => personId === objectorId);
  if (own.some(({ until }) => until === undefined)) return {};
  const last = own.findLast(({ until }) => until !== undefined);
  if (last?.until === undefined) return {};
  const { until, successorId } = last;
  const successor =
    successorId === undefined ? undefined : (people.persons.get(successorId)?.name ?? successorId);
  return {
    left: { until: Temporal.Instant.from(until), ...(successor === undefined ? {} : { successor }) },
  };
}

/** The texts of an item, without those it has not. */
export function currentText(item: PaperItem | undefined): ObjectionReceivedView['current'] {
  if (item === undefined) return {};
  return Object.fromEntries(
    itemFields.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]]])),
  );
}

/** A ruling that promises another text waits for the version after the one it was made on. */
function nextVersionOf(
  meeting: VersionedMeeting,
  ruling: Ruling | undefined,
): { readonly nextVersion?: number } {
  const { version } = newestVersion(meeting);
  const waits = ruling !== undefined && ruling.ruling !== 'rejected' && ruling.onVersion === version;
  return waits ? { nextVersion: version + 1 } : {};
}

/** For the person who objected: what was decided about it, and why. */
export function objectionRuledView(
  { meeting, committee, answer }: ObjectionStates,
  ref: ObjectionRef,
): ObjectionRuledView | undefined {
  const raised = answer.objections.find((each) => each.objectionId === ref.objectionId);
  const ruling = meeting.rulings.find((each) => each.objectionId === ref.objectionId);
  if (raised === undefined || ruling === undefined) return undefined;
  const item = itemOf(meeting, ref.version, raised);
  return {
    card: 'objection-ruled',
    meeting: meetingFacts(meeting, committee),
    version: ref.version,
    objection: raised.objection,
    ...(item === undefined ? {} : { item: { number: item.number, title: item.title } }),
    ruling: { kind: ruling.ruling, reason: ruling.reason },
  };
}

function itemOf(
  meeting: VersionedMeeting,
  version: number,
  { objection }: Pick<Objection, 'objection'>,
): PaperItem | undefined {
  return versionOf(meeting, version)?.paper.items.find((item) => item.number === objection.itemNumber);
}
