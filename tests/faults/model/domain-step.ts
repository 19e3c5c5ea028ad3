import { isVersioned, versionOf } from '../../../src/domain/meeting/meeting.ts';
import type { ApprovalResult } from '../../../src/domain/meeting/meeting-event.ts';
import { type ActOutcome, approveMinutes } from '../../../src/domain/minutes/approve-minutes.ts';
import { closeMinutes } from '../../../src/domain/minutes/close-minutes.ts';
import { extendAfterDowntime } from '../../../src/domain/minutes/extend-after-downtime.ts';
import { objectToMinutes } from '../../../src/domain/minutes/object-to-minutes.ts';
import { recordObjection } from '../../../src/domain/minutes/record-objection.ts';
import { withdrawApproval, withdrawObjection } from '../../../src/domain/minutes/withdraw-from-minutes.ts';
import { mayDecide } from '../../../src/domain/operation/may-decide.ts';
import type { Action } from './action.ts';
import {
  type Answered,
  answeredIn,
  answerOf,
  type DomainWorld,
  everyDayIsOpen,
  instantOf,
  newestOf,
  no,
  personOf,
  type Stepped,
  sendText,
  withAnswer,
  withMeeting,
} from './domain.ts';
import { passDomain, serveDomain } from './domain-serving.ts';
import { type Decision, objectionId, type Press, type Settings, type Tick } from './state.ts';

const results: Readonly<Record<ApprovalResult, Decision>> = {
  approvedTacitly: 'tacit',
  approvedByAll: 'all',
  approvedByTwo: 'two',
  contested: 'contested',
  needsDecision: 'needs-decision',
};
const accepted: Answered = { kind: 'accepted' };

/** The same thing happens to the program's own rules. `receivedAt` and `waits` are what the edges would tell them. */
export function domainStep(
  world: DomainWorld,
  action: Action,
  settings: Settings,
  edge: { readonly press?: Press; readonly receivedAt: Tick; readonly waits: boolean },
): Stepped {
  switch (action.does) {
    case 'click':
    case 'deliver':
    case 'answer':
      return edge.press === undefined
        ? { world, answered: accepted }
        : act(world, edge.press, edge.receivedAt);
    case 'record':
      return record(world, action.press);
    case 'close':
      return close(world, edge.waits);
    case 'send': {
      const { world: after, outcome } = sendText(world, action.text, settings);
      return { world: after, answered: outcome.kind === 'refused' ? no(outcome.refusal.code) : accepted };
    }
    case 'rule':
    case 'extend':
    case 'approve-by-two':
      return serveDomain(world, action);
    default:
      return { world: passDomain(world, action), answered: accepted };
  }
}

function act(world: DomainWorld, press: Press, receivedAt: Tick): Stepped {
  const outcome = decide(world, press, receivedAt);
  return acted(world, press, outcome);
}

function acted(world: DomainWorld, { on, by }: Press, outcome: ActOutcome): Stepped {
  if (outcome.kind === 'refused') return { world, answered: no(outcome.refusal.code) };
  if (outcome.kind === 'repeated') return { world, answered: { kind: 'repeated' } };
  const late = outcome.events.some(({ type }) => type === 'LateRemarkMade');
  return {
    world: withAnswer(world, on, by, outcome.events),
    answered: { kind: 'done', as: late ? 'remark' : 'act' },
  };
}

function decide(world: DomainWorld, press: Press, receivedAt: Tick): ActOutcome {
  const { meeting, committee } = world;
  const answer = answerOf(world, press.on, press.by);
  const command = {
    ...bound(world, press),
    nonce: `${press.nonce}/${press.about ?? ''}`,
    receipt: 'K7F3-92',
    receivedAt: instantOf(receivedAt),
    sentAt: instantOf(press.begun),
  };
  switch (press.verb) {
    case 'approve':
      return approveMinutes(meeting, committee, answer, command);
    case 'withdraw-approval':
      return withdrawApproval(meeting, committee, answer, command);
    case 'object': {
      const objection = { text: 'Der stod 50.' };
      return objectToMinutes(meeting, committee, answer, {
        ...command,
        objectionId: objectionId(press),
        objection,
      });
    }
    case 'withdraw-objection':
      return withdrawObjection(meeting, committee, answer, { ...command, objectionId: press.about ?? '' });
  }
}

function bound({ meeting }: DomainWorld, { by, on }: Press) {
  const hash = (isVersioned(meeting) ? versionOf(meeting, on)?.hash : undefined) ?? 'never sent';
  return { personId: personOf[by], version: on, hash };
}

function record(world: DomainWorld, press: Press): Stepped {
  const outcome = recordObjection(world.meeting, world.committee, answerOf(world, press.on, press.by), {
    ...bound(world, press),
    recordedBy: 'sigrid',
    at: instantOf(world.now),
    nonce: `${press.nonce}/`,
    receipt: 'K7F3-92',
    objectionId: objectionId(press),
    objection: { text: 'Der stod 50.' },
    source: 'mail',
    sourceNote: 'mail',
    reachedAt: instantOf(press.begun),
  });
  return acted(world, press, outcome);
}

/** As the sweep does it: lost time first, then the decision, and neither while there is a doubt. */
function close(world: DomainWorld, unprocessed: boolean): Stepped {
  const { version } = newestOf(world);
  const now = instantOf(world.now);
  const answered = answeredIn(world);
  const { downtimes } = world.operation;
  const command = { version, downtimes, now, unprocessed, answered, isClosedDay: everyDayIsOpen };
  const lost = extendAfterDowntime(world.meeting, command);
  const closing =
    lost.length > 0 ? ({ kind: 'extended', events: lost } as const) : closeMinutes(world.meeting, command);
  if (closing.kind === 'not-yet' || closing.kind === 'nothing-to-close')
    return { world, answered: { kind: closing.kind } };
  if (!mayDecide(world.operation)) return { world, answered: { kind: 'not-yet' } };
  if (closing.kind === 'extended')
    return { world: withMeeting(world, closing.events), answered: { kind: 'extended' } };
  const { event } = closing;
  return { world: withMeeting(world, [event]), answered: { kind: 'closed', result: results[event.result] } };
}
