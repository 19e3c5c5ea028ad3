import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { evolveMeeting } from '../../../src/domain/meeting/evolve-meeting.ts';
import {
  isClosed,
  isVersioned,
  type Meeting,
  newestVersion,
  unknownMeeting,
  versionOf,
} from '../../../src/domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { minutesPaper } from '../../support/invented-committee.ts';
import {
  called,
  closed,
  drafted,
  meetingAfter,
  planned,
  ruled,
  sent,
  underApproval,
} from '../../support/invented-minutes.ts';

describe('a meeting through its cycle', () => {
  it.each<readonly [string, readonly MeetingEvent[]]>([
    ['unknown', []],
    ['planned', planned.slice(0, 1)],
    ['agendaDrafted', planned],
    ['agendaSent', called],
    ['held', drafted.slice(0, -1)],
    ['minutesDrafted', drafted],
    ['sentForApproval', [...drafted, sent(1)]],
    ['sentForApproval', [...drafted, sent(1), ruled('o1'), sent(2)]],
    ['contested', [...drafted, sent(1), closed(1, 'contested')]],
    ['needsDecision', [...drafted, sent(1), closed(1, 'needsDecision')]],
    ['approved', [...drafted, sent(1), closed(1, 'approvedTacitly')]],
    ['approved', [...drafted, sent(1), closed(1, 'approvedByAll')]],
    [
      'published',
      [
        ...drafted,
        sent(1),
        closed(1, 'approvedByAll'),
        { type: 'MinutesPublished', version: 1, address: 'a' },
      ],
    ],
    ['noted', [...drafted, sent(1), closed(1, 'approvedByAll'), { type: 'MinutesNoted', atMeetingId: 'm2' }]],
    ['archived', [...drafted, sent(1), closed(1, 'approvedByAll'), { type: 'MeetingArchived' }]],
    ['cancelled', [...called, { type: 'MeetingCancelled', reason: 'Sne' }]],
  ])('is %s', (situation, events) => {
    expect(meetingAfter(...events).situation).toBe(situation);
  });

  it('keeps plan and situation when it is moved', () => {
    const moved = meetingAfter(...called, {
      type: 'MeetingMoved',
      date: '2025-09-17',
      from: '10:00',
      to: '11:00',
    });
    expect(moved).toMatchObject({
      situation: 'agendaSent',
      plan: { date: '2025-09-17', from: '10:00', to: '11:00', committeeId: 'luu' },
    });
  });

  it('is not changed by the hour it begins', () => {
    const meeting = meetingAfter(...called);
    expect(evolveMeeting(meeting, { type: 'MeetingTimeCame' })).toEqual(meeting);
  });

  it('is not published, noted or archived before a decision', () => {
    for (const event of [
      { type: 'MinutesPublished', version: 1, address: 'a' },
      { type: 'MinutesNoted', atMeetingId: 'm2' },
      { type: 'MeetingArchived' },
    ] as const) {
      expect(meetingAfter(...drafted, sent(1), event).situation).toBe('sentForApproval');
    }
  });

  it('ignores what cannot have happened yet, and events of other kinds', () => {
    const meeting = meetingAfter(...planned);
    const evolve: (state: Meeting, event: DomainEvent) => Meeting = evolveMeeting as never;
    expect(evolve(meeting, { type: 'MeetingHeld' })).toBe(meeting);
    expect(evolve(meeting, sent(1))).toBe(meeting);
    expect(evolve(unknownMeeting, sent(1))).toBe(unknownMeeting);
    for (const state of [meeting, meetingAfter(...called), meetingAfter(...drafted), underApproval()]) {
      expect(evolve(state, { type: 'OrganisationsRegistered', organisations: [] })).toBe(state);
    }
  });
});

describe('versions of minutes', () => {
  const meeting = underApproval(ruled('o1'), closed(1, 'contested'), sent(2), ruled('o2'));

  it('are all kept, with what was ruled while each was the newest', () => {
    if (!isVersioned(meeting)) throw new TypeError('minutes were sent');
    expect(meeting.versions.map(({ version, hash }) => `${version} ${hash}`)).toEqual([
      '1 hash-1',
      '2 hash-2',
    ]);
    expect(newestVersion(meeting).version).toBe(2);
    expect(versionOf(meeting, 1)?.hash).toBe('hash-1');
    expect(versionOf(meeting, 3)).toBeUndefined();
    expect(meeting.rulings.map(({ objectionId, onVersion }) => `${objectionId} ${onVersion}`)).toEqual([
      'o1 1',
      'o2 2',
    ]);
  });

  it('R10: a version sent anew after a decision is undecided', () => {
    expect(isClosed(underApproval(closed(1, 'contested')))).toBe(true);
    expect(isClosed(meeting)).toBe(false);
  });

  it('freeze the text: a later draft changes none of them', () => {
    const redrafted = underApproval({ type: 'MinutesDrafted', paper: { ...minutesPaper, items: [] } });
    if (!isVersioned(redrafted)) throw new TypeError('minutes were sent');
    expect(newestVersion(redrafted).paper).toEqual(minutesPaper);
    expect(redrafted).toMatchObject({ situation: 'sentForApproval', draft: { items: [] } });
  });
});

it('a file that is filed anew takes the place of the one before', () => {
  const file = {
    type: 'PaperFiled',
    paper: 'agenda',
    version: 1,
    format: 'pdf',
    documentId: 'd',
    href: 'h',
    sha256: 's',
  } as const;
  const meeting = meetingAfter(...called, file, { ...file, format: 'docx' }, { ...file, sha256: 't' });
  if (meeting.situation !== 'agendaSent') throw new TypeError('the agenda was sent');
  expect(meeting.filed.map(({ format, sha256 }) => `${format} ${sha256}`)).toEqual(['docx s', 'pdf t']);
});
