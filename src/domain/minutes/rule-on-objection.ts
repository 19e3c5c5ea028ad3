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
  const refusal = refusalOfRuling(meeting, committee, objector, command);
  if (refusal !== undefined) return refused(refusal);
  const { objectionId, ruling, reason, ruledBy, amendments } = command;
  const items = isVersioned(meeting) ? newestVersion(meeting).paper.items : [];
  if (!amendments.every((each) => items.some((item) => item.number === each.itemNumber)))
    return refused({ code: 'no-such-item' });
  return accepted({ type: 'ObjectionRuled', objectionId, ruling, reason, ruledBy, amendments });
}

export type Ruler = Pick<RuleOnObjection, 'objectionId' | 'ruledBy' | 'at'>;

/** Why this person cannot rule on this objection now; undefined when they can. */
export function refusalOfRuling(
  meeting: Meeting,
  committee: Committee,
  objector: Answer,
  { objectionId, ruledBy, at }: Ruler,
): Refusal | undefined {
  if (!holdsRole(committee, ruledBy, at, 'chair', 'viceChair', 'minuteTaker'))
    return { code: 'not-permitted', needs: ['chair', 'minuteTaker'] };
  if (!isVersioned(meeting)) return { code: 'no-minutes' };
  if (isClosed(meeting) && meeting.situation !== 'contested') return { code: 'already-decided' };
  const objection = objector.objections.find((each) => each.objectionId === objectionId);
  if (objection === undefined) return { code: 'no-such-objection' };
  if (objection.withdrawn) return { code: 'objection-withdrawn' };
  const isRuled = meeting.rulings.some((ruling) => ruling.objectionId === objectionId);
  return isRuled ? { code: 'objection-ruled' } : undefined;
}
