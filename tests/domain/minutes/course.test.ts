import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { courseOf, type Happened } from '../../../src/domain/minutes/course.ts';
import { danish } from '../../support/danish-calendar.ts';
import { minutesPaper } from '../../support/invented-committee.ts';
import {
  approved,
  closed,
  delivered,
  drafted,
  objected,
  ruled,
  sent,
} from '../../support/invented-minutes.ts';

type Told = readonly [event: DomainEvent, answer?: Happened['answer']];

const of = (personId: string, version = 1): Happened['answer'] => ({ version, personId });

/** What happened, an hour apart, from the sending of the minutes on. */
function happened(...told: readonly Told[]): readonly Happened[] {
  const before = drafted.map((event): Told => [event]);
  return [...before, ...told].map(([event, answer], place) => ({
    seq: place + 1,
    hash: `hash ${place + 1}`,
    at: danish('2025-09-12 10:00').add({ hours: place - drafted.length }),
    event,
    ...(answer === undefined ? {} : { answer }),
  }));
}

describe('the course of minutes', () => {
  it('is nothing before minutes were sent', () => {
    expect(courseOf(happened())).toEqual([]);
    expect(courseOf([])).toEqual([]);
  });

  it('holds everybody who was asked, in order, and whoever answered besides', () => {
    const [course] = courseOf(
      happened(
        [sent(1)],
        [delivered, of('bo')],
        [approved('n1'), of('late member')],
        [approved('n2'), of('mads')],
      ),
    );
    expect([...(course?.answers.keys() ?? [])]).toEqual(['frida', 'mads', 'bo', 'late member']);
    expect(course?.answers.get('mads')?.receipts).toMatchObject([{ verb: 'approve', receipt: 'receipt-n2' }]);
    expect(course?.answers.get('bo')?.tries).toMatchObject([{ channel: 'teams', result: 'delivered' }]);
    expect(course?.answers.get('frida')?.tries).toEqual([]);
    expect(course?.sentAt).toEqual(danish('2025-09-12 10:00'));
  });

  it('keeps answers to each version apart, and tells what changed between them', () => {
    const changed = {
      ...minutesPaper,
      items: minutesPaper.items.map((item) => (item.number === 2 ? { ...item, decision: 'Nej.' } : item)),
    };
    const [first, second] = courseOf(
      happened(
        [sent(1)],
        [objected('o1'), of('bo')],
        [ruled('o1')],
        [sent(2, { paper: changed })],
        [approved('n1'), of('bo', 2)],
      ),
    );
    expect(first?.answers.get('bo')?.objections).toHaveLength(1);
    expect(first?.rulings).toMatchObject([{ objectionId: 'o1', ruling: 'accepted', by: 'frida' }]);
    expect(first?.changes).toEqual([]);
    expect(second?.answers.get('bo')?.objections).toEqual([]);
    expect(second?.rulings).toEqual([]);
    expect(second?.changes).toEqual([{ number: 2, title: 'Praktikpladser', fields: ['decision'] }]);
  });

  it('tells each decision with its instant and its place in the log', () => {
    const two = { first: 'sigrid', second: 'frida', reason: 'Alle er hørt.' };
    const all = happened(
      [sent(1)],
      [closed(1, 'needsDecision')],
      [{ type: 'ApprovalProposed', version: 1, proposedBy: 'sigrid', reason: 'Alle er hørt.' }],
      [{ type: 'MinutesApprovedByTwo', version: 1, at: '2025-10-01T08:00:00Z', ...two }],
      [{ type: 'MinutesDeferred', version: 1, deferredBy: 'sigrid' }],
    );
    const [course] = courseOf(all);
    expect(course?.decisions).toMatchObject([
      { kind: 'closed', result: 'needsDecision' },
      { kind: 'proposed', by: 'sigrid' },
      { kind: 'by-two', ...two },
      { kind: 'deferred', by: 'sigrid' },
    ]);
    expect(course?.decisions.map(({ seq, hash, at }) => ({ seq, hash, at }))).toEqual(
      all.slice(-4).map(({ seq, hash, at }) => ({ seq, hash, at })),
    );
  });

  it('tells reminders and moved deadlines', () => {
    const [course] = courseOf(
      happened(
        [sent(1)],
        [{ type: 'MembersReminded', version: 1, number: 1, persons: ['bo', 'mads'] }],
        [
          {
            type: 'DeadlineExtended',
            version: 1,
            reason: 'late-notice',
            deadline: '2025-09-29T22:00:00Z',
            closesAt: '2025-09-29T22:00:00Z',
            persons: ['bo'],
          },
        ],
      ),
    );
    expect(course?.reminders).toMatchObject([{ number: 1, persons: ['bo', 'mads'] }]);
    expect(course?.extensions).toMatchObject([{ reason: 'late-notice', persons: ['bo'] }]);
  });

  it.each([
    ['in the last day before the deadline', '2025-09-24 20:00', '2025-09-24 23:00', 1],
    ['that began before that day and ran into it', '2025-09-23 20:00', '2025-09-24 03:00', 1],
    ['days before', '2025-09-20 20:00', '2025-09-20 23:00', 0],
    ['after the deadline', '2025-09-25 01:00', '2025-09-25 03:00', 0],
  ])('counts downtime %s', (_when, from, until, counted) => {
    const down: DomainEvent = {
      type: 'DowntimeRecorded',
      from: danish(from).toString(),
      until: danish(until).toString(),
    };
    expect(courseOf(happened([sent(1)], [down]))[0]?.downtimes).toHaveLength(counted);
  });
});
