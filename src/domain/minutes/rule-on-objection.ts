import { type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import { isClosed, isVersioned, type Meeting, newestVersion } from '../meeting/meeting.ts';
import type { Amendment, MeetingEvent, RulingKind } from '../meeting/meeting-event.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import type { Answer } from './answer.ts';

export type RuleOnObjection = {
  readonly objectionId: string;
  readonly ruling: RulingKind;
  readonly reason: string;
  readonly ruledBy: PersonId;
  readonly amendments: readonly Amendment[];
  readonly at: Temporal.Instant;
};

/** Chair and minute-taker rule in writing. The ruling never removes the objection: that takes a new version or its sender. */
export function ruleOnObjection(
  meeting: Meeting,
  committee: Committee,
  objector: Answer,
  command: RuleOnObjection,
): Outcome<MeetingEvent, Refusal> {
  if (!holdsRole(committee, command.ruledBy, command.at, 'chair', 'viceChair', 'minuteTaker')) {
    return refused({ code: 'not-permitted', needs: ['chair', 'minuteTaker'] });
  }
  if (!isVersioned(meeting)) return refused({ code: 'no-minutes' });
  if (isClosed(meeting) && meeting.situation !== 'contested') return refused({ code: 'already-decided' });
  const objection = objector.objections.find((each) => each.objectionId === command.objectionId);
  if (objection === undefined) return refused({ code: 'no-such-objection' });
  if (objection.withdrawn) return refused({ code: 'objection-withdrawn' });
  if (meeting.rulings.some((ruling) => ruling.objectionId === command.objectionId))
    return refused({ code: 'objection-ruled' });
  const items = newestVersion(meeting).paper.items;
  if (!command.amendments.every((each) => items.some((item) => item.number === each.itemNumber)))
    return refused({ code: 'no-such-item' });
  const { objectionId, ruling, reason, ruledBy, amendments } = command;
  return accepted({ type: 'ObjectionRuled', objectionId, ruling, reason, ruledBy, amendments });
}
