import { cardKeyOf } from '../../src/application/effects/show-card.ts';
import { answerStream, meetingStream } from '../../src/application/streams.ts';
import type { Core } from '../../src/core.ts';
import type { Mandate } from '../../src/domain/committee/committee.ts';
import type { Person } from '../../src/domain/committee/people.ts';
import type { MeetingEvent } from '../../src/domain/meeting/meeting-event.ts';
import { items, minutesPaper, organisations, rules } from '../support/invented-committee.ts';

const committeeId = 'bench';
const groupChat = '19:bench@thread.v2';
export const tenantId = '5a1c7a2e-0000-4000-8000-000000005c01';
const secretary = 'secretary';

export type Vote = { readonly meetingId: string; readonly hash: string };

export function memberId(number: number): string {
  return `member-${number}`;
}

/** A guid for each member, readable as a number. */
export function objectIdOf(number: number): string {
  return `cccccccc-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function personalChat(number: number): string {
  return `a:personal-${number}`;
}

/** A committee far larger than any real one, so that ten thousand votes can be cast on one version. */
export async function foundCrowd(
  { useCases, clock, conversations }: Core,
  members: number,
  serviceUrl: string,
): Promise<void> {
  const numbers = Array.from({ length: members }, (_, number) => number);
  await useCases.foundCommittee(
    {
      committeeId,
      name: 'LUU Prøveskolen',
      ownerId: 'prøveskolen',
      organisations,
      people: [
        person(secretary, 'Sigrid Sekretær-Prøve', 'cccccccc-0000-4000-9000-000000000000'),
        ...numbers.map(member),
      ],
      mandates: [servant, ...numbers.map((number) => seat(memberId(number)))],
      rules,
      conversationId: groupChat,
    },
    clock.now().subtract({ hours: 24 * 30 }),
  );
  const seenAt = clock.now().subtract({ hours: 24 });
  const known = { tenantId, serviceUrl, seenAt };
  await conversations.remember({ conversationId: groupChat, scope: 'groupChat', ...known });
  await conversations.remember({
    conversationId: 'a:secretary',
    scope: 'personal',
    personId: secretary,
    ...known,
  });
  await someAtATime(members, (number) =>
    conversations.remember({
      conversationId: personalChat(number),
      scope: 'personal',
      personId: memberId(number),
      ...known,
    }),
  );
}

/** Minutes that went out a day ago and reached everybody: each member has the card before them. */
export async function sendToCrowd(core: Core, meetingId: string, members: number): Promise<Vote> {
  const { log, clock, digest } = core;
  const at = clock.now().subtract({ hours: 24 });
  const hash = digest.sha256(meetingId);
  const asked = Array.from({ length: members }, (_, number) => memberId(number));
  await log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: [{ stream: meetingStream(meetingId).stream, events: course(meetingId, hash, asked, at) }],
      actor: { system: 'setup' },
      at,
    }),
  });
  const delivered = { type: 'NoticeDelivered', channel: 'teams', at: at.toString() } as const;
  await log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: asked.map((personId) => ({
        stream: answerStream(meetingId, 1, personId).stream,
        events: [delivered],
      })),
      actor: { system: 'outbox' },
      at,
    }),
  });
  await postCards(core, meetingId, members);
  return { meetingId, hash };
}

async function postCards({ conversations, clock }: Core, meetingId: string, members: number): Promise<void> {
  const cardKey = cardKeyOf({ card: 'minutes-for-approval', meetingId, version: 1 });
  const at = clock.now();
  await someAtATime(members, (number) =>
    conversations.savePosted({
      cardKey,
      conversationId: personalChat(number),
      activityId: `posted-${number}`,
      contentHash: '',
      at,
    }),
  );
}

/** Preparing is not what is measured, but neither may it wait longer for a connection than the program itself would. */
async function someAtATime(count: number, work: (number: number) => Promise<void>): Promise<void> {
  const width = 200;
  for (let from = 0; from < count; from += width) {
    const numbers = Array.from({ length: Math.min(width, count - from) }, (_, place) => from + place);
    await Promise.all(numbers.map(work));
  }
}

function course(
  meetingId: string,
  hash: string,
  entitled: readonly string[],
  at: Temporal.Instant,
): readonly MeetingEvent[] {
  const date = at.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().subtract({ days: 1 }).toString();
  const paper = { ...minutesPaper, date };
  return [
    { type: 'MeetingPlanned', meetingId, committeeId, date, from: '09:00', to: '12:00', named: [] },
    { type: 'AgendaDrafted', items, breaksAfter: [] },
    { type: 'AgendaPublished', paper, hash, invited: entitled },
    { type: 'MeetingHeld' },
    { type: 'MinutesDrafted', paper },
    {
      type: 'MinutesSent',
      version: 1,
      paper,
      hash,
      entitled,
      deadline: at.add({ hours: 24 * 12 }).toString(),
      deadlineReason: 'days-after-meeting',
      deadlineDays: 14,
      movedFromClosedDay: false,
      approval: rules.approval,
      noticeDaysBeforeDeadline: rules.noticeDaysBeforeDeadline,
      approvalParagraph: rules.approvalParagraph,
      approvalText: rules.approvalText,
    },
  ];
}

function member(number: number): Person {
  return person(memberId(number), `Medlem Prøve-${number}`, objectIdOf(number));
}

function person(personId: string, name: string, objectId: string): Person {
  return {
    personId,
    name,
    title: 'Prøvemedlem',
    organisationId: 'prøvekommune',
    identities: [{ tenantId, objectId }],
  };
}

function seat(personId: string): Mandate {
  return {
    personId,
    organisationId: 'prøvekommune',
    roles: ['member'],
    entitlement: 'object',
    list: 'deltager',
    from: '2024-01-01T00:00:00Z',
  };
}

const servant: Mandate = {
  ...seat(secretary),
  roles: ['secretary', 'minuteTaker'],
  entitlement: 'attend',
  list: 'none',
};
