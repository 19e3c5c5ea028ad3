import { versionOf } from '../../domain/meeting/meeting.ts';
import type { ObjectionInheritedView } from '../../ports/decision-card-view.ts';
import { meetingFacts } from './meeting-facts.ts';
import type { ObjectionRef, ObjectionStates } from './objection-view.ts';

/** For the successor of somebody who left: that their objection stands, and what became of it; never what it says. */
export function objectionInheritedView(
  { meeting, committee, people, answer }: ObjectionStates,
  { version, objectionId, objectorId }: ObjectionRef,
): ObjectionInheritedView | undefined {
  const raised = answer.objections.find((each) => each.objectionId === objectionId);
  if (raised === undefined) return undefined;
  const { itemNumber } = raised.objection;
  const item = versionOf(meeting, version)?.paper.items.find(({ number }) => number === itemNumber);
  const ruling = meeting.rulings.find((each) => each.objectionId === objectionId);
  return {
    card: 'objection-inherited',
    meeting: meetingFacts(meeting, committee),
    version,
    objector: people.persons.get(objectorId)?.name ?? objectorId,
    receivedAt: Temporal.Instant.from(raised.receivedAt),
    withdrawn: raised.withdrawn,
    ...(item === undefined ? {} : { item: { number: item.number, title: item.title } }),
    ...(ruling === undefined ? {} : { ruling: { kind: ruling.ruling } }),
  };
}
