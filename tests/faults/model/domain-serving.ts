import { type CommitteeEvent, evolveCommittee } from '../../../src/domain/committee/committee.ts';
import { approveByTwo } from '../../../src/domain/minutes/approve-by-two.ts';
import { extendAfterDowntime } from '../../../src/domain/minutes/extend-after-downtime.ts';
import { extendDeadline } from '../../../src/domain/minutes/extend-deadline.ts';
import { ruleOnObjection } from '../../../src/domain/minutes/rule-on-objection.ts';
import { evolveOperation, type OperationEvent } from '../../../src/domain/operation/operation.ts';
import { recordDowntime } from '../../../src/domain/operation/record-downtime.ts';
import { day } from '../../support/danish-calendar.ts';
import { plan, seat } from '../../support/invented-committee.ts';
import type { Action } from './action.ts';
import {
  answerOf,
  type DomainWorld,
  everyDayIsOpen,
  instantOf,
  newestOf,
  no,
  notify,
  officerOf,
  personOf,
  type Stepped,
  withMeeting,
} from './domain.ts';
import type { Member } from './state.ts';

type Service = Extract<Action, { does: 'rule' | 'extend' | 'approve-by-two' }>;

/** Chair and secretary. */
export function serveDomain(world: DomainWorld, action: Service): Stepped {
  const outcome = serviceOf(world, action);
  return outcome.kind === 'refused'
    ? { world, answered: no(outcome.refusal.code) }
    : { world: withMeeting(world, outcome.events), answered: { kind: 'accepted' } };
}

function serviceOf(world: DomainWorld, action: Service) {
  const { meeting, committee } = world;
  const at = instantOf(world.now);
  const { version } = newestOf(world);
  switch (action.does) {
    case 'rule': {
      const [, on = '', by = ''] = action.objection;
      const objector = answerOf(world, Number(on), Number(by) as Member);
      const ruling = {
        objectionId: action.objection,
        ruling: action.kind,
        reason: 'Fordi',
        ruledBy: 'frida',
      };
      return ruleOnObjection(meeting, committee, objector, { ...ruling, amendments: [], at });
    }
    case 'extend': {
      const lastDay = day(plan.date).add({ days: action.to });
      const persons = action.whom === 'all' ? {} : { persons: [personOf[action.whom]] };
      const more = { extendedBy: 'sigrid', at, version, lastDay, isClosedDay: everyDayIsOpen };
      return extendDeadline(meeting, committee, { ...more, ...persons });
    }
    case 'approve-by-two':
      return approveByTwo(meeting, committee, {
        approvedBy: officerOf[action.officer],
        at,
        version,
        reason: 'Fordi',
      });
  }
}

/** Time, notices, seats and doubts. */
export function passDomain(world: DomainWorld, action: Action): DomainWorld {
  const at = instantOf(world.now).toString();
  switch (action.does) {
    case 'tick':
      return { ...world, now: world.now + 1 };
    case 'downtime':
      return wakeUp({ ...world, now: world.now + 1 }, instantOf(world.now));
    case 'notice':
      return notify(world, action.member);
    case 'leave':
      return withCommittee(world, { type: 'MandateEnded', personId: personOf[action.member], until: at });
    case 'join':
      return withCommittee(world, {
        type: 'MandatesGranted',
        mandates: [seat(personOf[action.member], { from: at })],
      });
    case 'doubt':
      return withOperation(world, { type: 'ClockDoubted', kind: 'forward', from: at, to: at });
    case 'confirm':
      return withOperation(world, { type: 'ClockConfirmed', confirmedBy: 'witness' });
    default:
      return world;
  }
}

/** R8: the program finds out how long it was off, and gives back what was lost. */
function wakeUp(world: DomainWorld, lastBeat: Temporal.Instant): DomainWorld {
  const now = instantOf(world.now);
  const downtime = recordDowntime(world.operation, { lastBeat, now });
  const known = downtime === undefined ? world : withOperation(world, downtime);
  const { version } = newestOf(known);
  const { downtimes } = known.operation;
  return withMeeting(
    known,
    extendAfterDowntime(known.meeting, { version, downtimes, isClosedDay: everyDayIsOpen }),
  );
}

function withOperation(world: DomainWorld, event: OperationEvent): DomainWorld {
  return { ...world, operation: evolveOperation(world.operation, event) };
}

function withCommittee(world: DomainWorld, event: CommitteeEvent): DomainWorld {
  const committee = evolveCommittee({ situation: 'founded', ...world.committee }, event);
  return committee.situation === 'unknown' ? world : { ...world, committee };
}
