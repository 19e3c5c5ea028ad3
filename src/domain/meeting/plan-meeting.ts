import { type AgendaItem, standingAgenda } from '../agenda/agenda.ts';
import { type Committee, holdsRole, type PersonId } from '../committee/committee.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { rulesOn } from '../rules/rules-of-procedure.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingEvent, MeetingPlan } from './meeting-event.ts';

export type PlanMeeting = {
  readonly plan: MeetingPlan;
  readonly plannedBy: PersonId;
  readonly at: Temporal.Instant;
  /** Items of an imported paper; absent for a new meeting, whose agenda begins with the standing items. */
  readonly items?: readonly AgendaItem[];
  readonly breaksAfter?: readonly number[];
  readonly nextId: () => string;
};

/** The secretary plans a meeting; its agenda begins with what the rules of procedure put on every agenda. */
export function planMeeting(
  meeting: Meeting,
  committee: Committee,
  command: PlanMeeting,
): Outcome<MeetingEvent, Refusal> {
  if (!holdsRole(committee, command.plannedBy, command.at, 'secretary'))
    return refused({ code: 'not-permitted', needs: ['secretary'] });
  if (meeting.situation !== 'unknown') return refused({ code: 'meeting-exists', date: command.plan.date });
  if (command.plan.from >= command.plan.to) return refused({ code: 'meeting-ends-first' });
  const rules = rulesOn(committee.rules, Temporal.PlainDate.from(command.plan.date));
  if (rules === undefined) return refused({ code: 'no-rules' });
  const standing = standingAgenda(rules, command.nextId);
  const items = command.items ?? standing.items;
  return accepted(
    { type: 'MeetingPlanned', ...command.plan },
    { type: 'AgendaDrafted', items, breaksAfter: command.breaksAfter ?? standing.breaksAfter },
  );
}
