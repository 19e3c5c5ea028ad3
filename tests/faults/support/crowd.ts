import { createHash } from 'node:crypto';
import type { Mandate } from '../../../src/domain/committee/committee.ts';
import type { Person } from '../../../src/domain/committee/people.ts';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { items, minutesPaper, organisations, rules } from '../../support/invented-committee.ts';
import type { Question } from './process/contract.ts';

/** A committee with as many members as a test wants, all invented, and minutes that go out to all of them. */
const committeeId = 'crowd';
export const tenantId = '5a1c7a2e-0000-4000-8000-00000000fa17';
const chat = '19:crowd@thread.v2';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const began = '2024-01-01T00:00:00Z';

export function voterId(number: number): string {
  return `voter-${number}`;
}

export function voters(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => voterId(number));
}

export function foundCrowd(count: number): readonly Question[] {
  const people = ['secretary', 'chair', ...voters(count)];
  return [
    {
      do: 'use',
      useCase: 'foundCommittee',
      request: {
        committeeId,
        name: 'LUU Prøveskolen',
        ownerId: 'prøveskolen',
        organisations,
        people: people.map(person),
        mandates: people.map(seat),
        rules,
        conversationId: chat,
      },
    },
    {
      do: 'remember',
      references: [
        { conversationId: chat, scope: 'groupChat', tenantId, serviceUrl, seenAt: began },
        ...people.map((personId) => ({
          conversationId: `a:${personId}`,
          scope: 'personal' as const,
          personId,
          tenantId,
          serviceUrl,
          seenAt: began,
        })),
      ],
    },
  ];
}

/** Of the member with this number; the first two places are those who serve. */
export function objectIdOf(voter: number): string {
  return `eeeeeeee-0000-4000-8000-${String(voter + 2).padStart(12, '0')}`;
}

function person(personId: string, place: number): Person {
  const objectId = objectIdOf(place - 2);
  return {
    personId,
    name: `Prøve-Person ${place}`,
    title: 'Prøvemedlem',
    organisationId: 'prøvekommune',
    identities: [{ tenantId, objectId }],
  };
}

const servants: Readonly<Record<string, Partial<Mandate>>> = {
  secretary: { roles: ['secretary', 'minuteTaker'], entitlement: 'attend', list: 'none' },
  chair: { roles: ['chair'], entitlement: 'attend' },
};

function seat(personId: string): Mandate {
  return {
    personId,
    organisationId: 'prøvekommune',
    roles: ['member'],
    entitlement: 'object',
    list: 'deltager',
    from: began,
    ...servants[personId],
  };
}

const windowDays = 14;

/** Minutes go out at this instant to all who vote: the events of a whole meeting, and the cards it wants. */
export function sendToCrowd(
  meetingId: string,
  entitled: readonly string[],
  at: Temporal.Instant,
  isDelivered: boolean,
): Question {
  const ref = { card: 'minutes-for-approval', meetingId, version: 1 } as const;
  const notice = { type: 'NoticeDelivered', channel: 'teams', at: at.toString() } as const;
  const answers = entitled.map((personId) => ({
    stream: `answer/${meetingId}/1/${personId}`,
    events: [notice],
  }));
  const cards = entitled.map((personId) => ({
    kind: 'show-card' as const,
    ref,
    audience: { to: 'person' as const, personId },
  }));
  const status = { card: 'minutes-status', meetingId, version: 1 } as const;
  return {
    do: 'append',
    at: at.toString(),
    append: [
      { stream: `meeting/${meetingId}`, events: course(meetingId, entitled, at) },
      ...(isDelivered ? answers : []),
    ],
    effects: [
      ...(isDelivered ? [] : cards),
      { kind: 'show-card', ref: status, audience: { to: 'conversation', conversationId: chat } },
    ],
  };
}

export function deadlineAfter(at: Temporal.Instant): Temporal.Instant {
  return at.add({ hours: 24 * windowDays });
}

function course(
  meetingId: string,
  entitled: readonly string[],
  at: Temporal.Instant,
): readonly MeetingEvent[] {
  const date = at.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().subtract({ days: 1 }).toString();
  const paper = { ...minutesPaper, date };
  return [
    { type: 'MeetingPlanned', meetingId, committeeId, date, from: '09:00', to: '12:00', named: [] },
    { type: 'AgendaDrafted', items, breaksAfter: [] },
    { type: 'AgendaPublished', paper, hash: meetingId, invited: entitled },
    { type: 'MeetingHeld' },
    { type: 'MinutesDrafted', paper },
    {
      type: 'MinutesSent',
      version: 1,
      paper,
      hash: hashOf(meetingId),
      entitled,
      deadline: deadlineAfter(at).toString(),
      deadlineReason: 'days-after-meeting',
      deadlineDays: windowDays,
      movedFromClosedDay: false,
      approval: rules.approval,
      noticeDaysBeforeDeadline: rules.noticeDaysBeforeDeadline,
      approvalParagraph: rules.approvalParagraph,
      approvalText: rules.approvalText,
    },
  ];
}

export function hashOf(meetingId: string): string {
  return createHash('sha256').update(meetingId).digest('hex');
}
