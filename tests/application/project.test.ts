import { describe, expect, it } from 'vitest';
import { closeKey } from '../../src/application/due-rows.ts';
import { project } from '../../src/application/project.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { RowChange } from '../../src/ports/read-models.ts';
import { danish } from '../support/danish-calendar.ts';
import { plan, rules } from '../support/invented-committee.ts';
import {
  approvalWithdrawn,
  approved,
  closed,
  deadline,
  delivered,
  objected,
  objectionWithdrawn,
  planned,
  ruled,
  sent,
} from '../support/invented-minutes.ts';

function rowsOf(stream: string, event: DomainEvent): readonly string[] {
  const stored = {
    seq: 1,
    stream,
    version: 1,
    id: 'e',
    at: deadline,
    actor: { system: 'setup' },
    event,
    hash: '',
  } as const;
  return project(stored).map(told);
}

/** `meeting {"meetingId":…}`, with instants as their texts. */
function told({ model, row }: RowChange): string {
  return `${model} ${JSON.stringify(row)}`;
}

const meeting = (row: object) => `meeting ${JSON.stringify({ meetingId: 'm1', ...row })}`;
const due = (key: string, at: Temporal.Instant | null) => `due ${JSON.stringify({ key, at })}`;
const answer = (row: object) =>
  `answer ${JSON.stringify({ meetingId: 'm1', version: 2, personId: 'mads', ...row })}`;
const [plannedEvent, draftedEvent] = planned;
if (plannedEvent === undefined || draftedEvent === undefined) throw new TypeError('a meeting was planned');
const file = { paper: 'agenda', version: 1, format: 'pdf', documentId: 'd', href: 'h', sha256: 's' } as const;

const nothingDue = (version: number) => [
  due(`close/m1/${version}`, null),
  ...[1, 2, 3].map((number) => due(`remind/m1/${version}/${number}`, null)),
];
const reminded = { type: 'MembersReminded', version: 2, number: 1, persons: ['mads'] } as const;
const approvedByTwo = {
  type: 'MinutesApprovedByTwo',
  version: 2,
  first: 'frida',
  second: 'sigrid',
  reason: 'Læst op på mødet.',
  at: deadline.toString(),
} as const;
/** `closesAt`: somebody else has longer still. */
const extended = {
  type: 'DeadlineExtended',
  version: 2,
  reason: 'late-notice',
  deadline: danish('2025-09-27 00:00').toString(),
  closesAt: danish('2025-09-28 00:00').toString(),
  persons: ['mads'],
} as const;

describe('the index of meetings', () => {
  it.each<readonly [string, DomainEvent, readonly string[]]>([
    [
      'planned',
      plannedEvent,
      [
        meeting({ committeeId: 'luu', date: plan.date, situation: 'planned' }),
        due('begin/m1', danish('2025-09-10 09:00')),
      ],
    ],
    ['drafted', draftedEvent, [meeting({ situation: 'agendaDrafted' })]],
    [
      'published',
      { type: 'AgendaPublished', paper: sent(1).paper, hash: 'h', invited: [] },
      [meeting({ situation: 'agendaSent' })],
    ],
    [
      'moved',
      { type: 'MeetingMoved', date: '2025-12-17', from: '10:00', to: '12:00' },
      [meeting({ date: '2025-12-17' }), due('begin/m1', danish('2025-12-17 10:00'))],
    ],
    [
      'cancelled',
      { type: 'MeetingCancelled', reason: 'Sne' },
      [meeting({ situation: 'cancelled' }), due('begin/m1', null)],
    ],
    ['begun', { type: 'MeetingTimeCame' }, [due('begin/m1', null)]],
    ['held', { type: 'MeetingHeld' }, [meeting({ situation: 'held' }), due('begin/m1', null)]],
    ['written', { type: 'MinutesDrafted', paper: sent(1).paper }, [meeting({ situation: 'minutesDrafted' })]],
    ['approved', closed(2, 'approvedTacitly'), [meeting({ situation: 'approved' }), ...nothingDue(2)]],
    ['approved by all', closed(2, 'approvedByAll'), [meeting({ situation: 'approved' }), ...nothingDue(2)]],
    ['contested', closed(2, 'contested'), [meeting({ situation: 'contested' }), ...nothingDue(2)]],
    ['undecided', closed(2, 'needsDecision'), [meeting({ situation: 'needsDecision' }), ...nothingDue(2)]],
    ['approved by two', approvedByTwo, [meeting({ situation: 'approved' })]],
    ['reminded of', reminded, [due('remind/m1/2/1', null)]],
    ['extended', extended, [due('close/m1/2', danish('2025-09-28 00:02'))]],
    [
      'extended, with reminders to come',
      { ...extended, remindersPlanned: [{ number: 2, at: danish('2025-09-26 08:00').toString() }] },
      [
        due('close/m1/2', danish('2025-09-28 00:02')),
        due('remind/m1/2/1', null),
        due('remind/m1/2/2', danish('2025-09-26 08:00')),
        due('remind/m1/2/3', null),
      ],
    ],
    [
      'made public',
      { type: 'MinutesPublished', version: 1, address: 'a' },
      [meeting({ situation: 'published' })],
    ],
    ['noted', { type: 'MinutesNoted', atMeetingId: 'm2' }, [meeting({ situation: 'noted' })]],
    ['archived', { type: 'MeetingArchived' }, [meeting({ situation: 'archived' })]],
    ['answered', { type: 'AttendanceAnnounced', personId: 'mads', nonce: 'n' }, []],
    ['excused', { type: 'ApologiesSent', personId: 'mads', nonce: 'n' }, []],
    ['ruled upon', ruled('o1'), []],
    ['filed', { type: 'PaperFiled', ...file }, []],
  ])('%s', (_what, event, rows) => {
    expect(rowsOf('meeting/m1', event)).toEqual(rows);
  });

  it('sent: the version is due when deadline and grace are over, the one before is not, and everybody is silent', () => {
    expect(rowsOf('meeting/m1', sent(2, { entitled: ['mads'] }))).toEqual([
      meeting({ situation: 'sentForApproval' }),
      ...nothingDue(1),
      due('close/m1/2', danish('2025-09-25 00:02')),
      answer({ stance: 'silent', reached: false }),
    ]);
    expect(closeKey('m1', 2)).toBe('close/m1/2');
  });
});

describe('the answers', () => {
  const failed = {
    type: 'NoticeFailed',
    channel: 'teams',
    at: delivered.type === 'NoticeDelivered' ? delivered.at : '',
    reason: 'blocked',
  } as const;
  it.each<readonly [string, DomainEvent, readonly string[]]>([
    ['reached', delivered, [answer({ reached: true, toldAt: failed.at })]],
    ['not reached', failed, [answer({ toldAt: failed.at })]],
  ])('%s', (_what, event, rows) => {
    expect(rowsOf('answer/m1/2/mads', event)).toEqual(rows);
  });

  it.each<readonly [string, DomainEvent, readonly string[]]>([
    ['approved', approved('n1'), [answer({ stance: 'approved' })]],
    ['approval withdrawn', approvalWithdrawn('n1'), [answer({ stance: 'silent' })]],
    ['objected', objected('o1'), [answer({ stance: 'objected' })]],
    ['objection withdrawn', objectionWithdrawn('o1', 'n2'), [answer({ stance: 'silent' })]],
    ['one of several withdrawn', objectionWithdrawn('o1', 'n2', true), [answer({ stance: 'objected' })]],
    ['a late remark', { ...objected('o1'), type: 'LateRemarkMade' } as DomainEvent, []],
  ])('%s, and the act is found by its receipt', (_what, event, rows) => {
    const receipt = 'receipt' in event ? event.receipt : '';
    const found = JSON.stringify({ meetingId: 'm1', version: 2, personId: 'mads', receipt });
    expect(rowsOf('answer/m1/2/mads', event)).toEqual([...rows, `receipt ${found}`]);
  });
});

describe('the committees', () => {
  it('by name and chat', () => {
    const committee = (row: object) => [`committee ${JSON.stringify({ committeeId: 'luu', ...row })}`];
    expect(
      rowsOf('committee/luu', { type: 'CommitteeFounded', committeeId: 'luu', name: 'LUU', ownerId: 'o' }),
    ).toEqual(committee({ name: 'LUU' }));
    expect(
      rowsOf('committee/luu', { type: 'ConversationLinked', conversationId: 'chat', linkedBy: 'sigrid' }),
    ).toEqual(committee({ conversationId: 'chat' }));
    expect(rowsOf('committee/luu', { type: 'RulesAdopted', rules })).toEqual([]);
    expect(rowsOf('people', { type: 'PeopleRegistered', people: [] })).toEqual([]);
  });
});
