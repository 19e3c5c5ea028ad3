import {
  type Committee,
  evolveCommittee,
  unknownCommittee,
} from '../../../src/domain/committee/committee.ts';
import { evolveMeeting } from '../../../src/domain/meeting/evolve-meeting.ts';
import {
  isVersioned,
  type Meeting,
  newestVersion,
  type VersionedMeeting,
} from '../../../src/domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { type Answer, evolveAnswer, noAnswer } from '../../../src/domain/minutes/answer.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import type { CloseMinutes } from '../../../src/domain/minutes/close-minutes.ts';
import { sendMinutes } from '../../../src/domain/minutes/send-minutes.ts';
import { type Operation, undisturbed } from '../../../src/domain/operation/operation.ts';
import type { RulesOfProcedure } from '../../../src/domain/rules/rules-of-procedure.ts';
import { danish } from '../../support/danish-calendar.ts';
import { folded } from '../../support/given-when-then.ts';
import { minutesPaper, plan, rules, seat } from '../../support/invented-committee.ts';
import { drafted, meetingAfter } from '../../support/invented-minutes.ts';
import { type Member, members, type Officer, type Settings, type Tick } from './state.ts';

/** The program's own states, as they stand at one point of a course. Nothing in it is ever changed. */
export type DomainWorld = {
  readonly now: Tick;
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly operation: Operation;
};

export const personOf: readonly [string, string] = ['mads', 'bo'];
export const officerOf: Readonly<Record<Officer, string>> = {
  chair: 'frida',
  secretary: 'sigrid',
  clerk: 'sofie',
};

/** Nobody's calendar has closed days here: the model counts plain days. */
export const everyDayIsOpen = () => false;

/** An even tick is noon, the odd one after it a minute past midnight. */
export function instantOf(tick: Tick): Temporal.Instant {
  const noon = danish(`${plan.date} 12:00`).add({ hours: 24 * Math.floor(tick / 2) });
  return tick % 2 === 0 ? noon : noon.add({ hours: 12 }).add({ seconds: 60 });
}

export function firstWorld(settings: Settings): DomainWorld {
  const began: DomainWorld = {
    now: 0,
    meeting: meetingAfter(...drafted),
    committee: committeeWith(settings),
    answers: new Map(),
    operation: undisturbed,
  };
  const sent = sendText(began, 0, settings).world;
  if (!isVersioned(sent.meeting)) throw new TypeError('version 1 was sent');
  return sent;
}

/** Windows and notices of a day, as in the model. */
function committeeWith({ explicit }: Settings): Committee {
  const adopted: RulesOfProcedure = {
    ...rules,
    objectionDaysAfterMeeting: 0,
    minimumWindowDays: 1,
    noticeDaysBeforeDeadline: 1,
    approval: explicit ? 'explicit' : 'tacit',
    deadlineOnClosedDay: 'keep',
    reminderDaysBefore: [],
    lateNotice: 'extend',
    downtimeExtends: true,
  };
  const serving = { entitlement: 'attend', list: 'none' } as const;
  const state = folded(evolveCommittee, unknownCommittee, [
    { type: 'CommitteeFounded', committeeId: 'luu', name: 'LUU Prøveskolen', ownerId: 'prøveskolen' },
    { type: 'RulesAdopted', rules: adopted },
    {
      type: 'MandatesGranted',
      mandates: [
        seat('mads'),
        seat('bo'),
        seat('frida', { roles: ['chair'], ...serving }),
        seat('sigrid', { roles: ['secretary', 'minuteTaker'], ...serving }),
        seat('sofie', { roles: ['secretary'], ...serving }),
      ],
    },
  ]);
  if (state.situation === 'unknown') throw new TypeError('the committee was founded');
  return state;
}

export function sendText(world: DomainWorld, text: number, settings: Settings) {
  const outcome = sendMinutes(world.meeting, world.committee, {
    sentBy: 'sigrid',
    at: instantOf(world.now),
    paper: minutesPaper,
    hash: `text ${text}`,
    isClosedDay: everyDayIsOpen,
    answered: answeredIn(world),
  });
  if (outcome.kind === 'refused') return { world, outcome };
  const sent = withMeeting(world, outcome.events);
  return { world: settings.ownNotices ? sent : members.reduce(notify, sent), outcome };
}

/** The notice of the newest version reaches a member. */
export function notify(world: DomainWorld, member: Member): DomainWorld {
  const { version } = newestOf(world);
  const asked = newestOf(world).entitled.includes(personOf[member]);
  const known = answerOf(world, version, member).notice.state === 'delivered';
  const at = instantOf(world.now).toString();
  return asked && !known
    ? withAnswer(world, version, member, [{ type: 'NoticeDelivered', channel: 'teams', at }])
    : world;
}

export function withMeeting(world: DomainWorld, events: readonly MeetingEvent[]): DomainWorld {
  return { ...world, meeting: folded(evolveMeeting, world.meeting, events) };
}

export function withAnswer(
  world: DomainWorld,
  version: number,
  member: Member,
  events: readonly AnswerEvent[],
): DomainWorld {
  const answer = folded(evolveAnswer, answerOf(world, version, member), events);
  return { ...world, answers: new Map([...world.answers, [keyOf(version, member), answer]]) };
}

export function answerOf({ answers }: DomainWorld, version: number, member: Member): Answer {
  return answers.get(keyOf(version, member)) ?? noAnswer;
}

export function answeredIn({ answers }: DomainWorld): CloseMinutes['answered'] {
  return [...answers].map(([key, answer]) => {
    const [version = '', personId = ''] = key.split('/');
    return { version: Number(version), personId, answer };
  });
}

export function versionedOf({ meeting }: DomainWorld): VersionedMeeting {
  if (!isVersioned(meeting)) throw new TypeError('a version was sent');
  return meeting;
}

export function newestOf(world: DomainWorld) {
  return newestVersion(versionedOf(world));
}

function keyOf(version: number, member: Member): string {
  return `${version}/${personOf[member]}`;
}

/** What the program answers, in the words of the model. */
export type Answered = {
  readonly kind: string;
  readonly as?: string;
  readonly result?: string;
  readonly why?: string;
};
export type Stepped = { readonly world: DomainWorld; readonly answered: Answered };

export function no(why: string): Answered {
  return { kind: 'refused', why };
}
