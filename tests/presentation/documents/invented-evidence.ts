import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import type { AnswerEvent } from '../../../src/domain/minutes/answer-event.ts';
import { courseOf, type Happened } from '../../../src/domain/minutes/course.ts';
import type { EvidencePaper } from '../../../src/ports/evidence-paper.ts';
import { at, hash, meeting, terms } from '../../cards/invented-meeting.ts';
import { minutesPaper } from '../../support/invented-committee.ts';
import { called } from '../../support/invented-minutes.ts';

const names = [
  'Asta Afprøvning',
  'Bo Bogholder',
  'Egon Eksempel',
  'Gry Gæst',
  'Ida Idé',
  'Kai Kladde',
] as const;

const persons = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `p${index + 1}`);

const nameOf = (personId: string): string => {
  const number = Number(personId.slice(1));
  return names[number - 1] ?? `Medlem Nummer ${number}`;
};

type Told = Pick<Happened, 'event' | 'answer'> & { readonly at: string };

const told = (at: string, event: MeetingEvent): Told => ({ at, event });
const answered = (at: string, personId: string, version: number, event: AnswerEvent): Told => ({
  at,
  event,
  answer: { version, personId },
});

const sent = (version: number, count: number): MeetingEvent => ({
  type: 'MinutesSent',
  version,
  paper: minutesPaper,
  hash: version === 1 ? 'cd'.repeat(32) : hash,
  entitled: persons(count),
  ...terms,
});

const delivered = (instant: string): AnswerEvent => ({
  type: 'NoticeDelivered',
  channel: 'teams',
  at: instant,
});
const stamped = (receipt: string, receivedAt: string) => ({ nonce: receipt, receipt, receivedAt });

/** The first version and an objection that was taken up. */
const firstVersion = (count: number): readonly Told[] => [
  told('2023-12-12T11:00:00Z', sent(1, count)),
  ...persons(count).map((personId) =>
    answered('2023-12-12T11:00:02Z', personId, 1, delivered('2023-12-12T11:00:02Z')),
  ),
  answered('2023-12-14T10:02:00Z', 'p2', 1, {
    type: 'ObjectionRaised',
    objectionId: 'o1',
    hash,
    objection: {
      itemNumber: 6,
      passage: 'skolen undersøger muligheden',
      text: 'Udvalget besluttede, at skolen gør det, ikke kun at den undersøger det.',
      proposedWording: 'Skolen opretter to hold i foråret 2024.',
    },
    ...stamped('4QJ0-1C', '2023-12-14T10:02:00Z'),
  }),
  told('2023-12-15T08:00:00Z', {
    type: 'ObjectionRuled',
    objectionId: 'o1',
    ruling: 'partly',
    reason: 'Beslutningen er skrevet om, men antallet af hold blev ikke besluttet.',
    ruledBy: 'p1',
    amendments: [],
  }),
];

/** The second version, with every way of being reached and answering. */
const secondVersion = (count: number): readonly Told[] => [
  told('2023-12-15T09:00:00Z', sent(2, count)),
  ...persons(count).flatMap((personId, index): readonly Told[] => {
    const when = '2023-12-15T09:00:02Z';
    if (index === 2)
      return [
        answered(when, personId, 2, { type: 'NoticeFailed', channel: 'teams', reason: 'blocked', at: when }),
        answered(when, personId, 2, { type: 'NoticeSent', channel: 'mail', at: '2023-12-15T09:00:09Z' }),
        answered(when, personId, 2, { type: 'NoticeDelivered', channel: 'mail', at: '2023-12-16T07:31:00Z' }),
      ];
    if (index === 3)
      return [
        answered(when, personId, 2, { type: 'NoticeFailed', channel: 'teams', reason: 'gone', at: when }),
      ];
    return [answered(when, personId, 2, delivered(when))];
  }),
  ...persons(count)
    .filter((_personId, index) => index % 2 === 0)
    .map((personId, index) => {
      const when = at('2023-12-16T08:00:00Z')
        .add({ minutes: index * 131 })
        .toString();
      const receipt = `K7F${index % 10}-9${index % 7}`;
      return answered(when, personId, 2, { type: 'ApprovalGiven', hash, ...stamped(receipt, when) });
    }),
  told('2023-12-19T07:00:00Z', { type: 'MembersReminded', version: 2, number: 1, persons: ['p2', 'p4'] }),
  {
    at: '2023-12-22T20:30:00Z',
    event: { type: 'DowntimeRecorded', from: '2023-12-22T18:00:00Z', until: '2023-12-22T20:30:00Z' },
  },
  told('2023-12-22T20:30:00Z', {
    type: 'DeadlineExtended',
    version: 2,
    reason: 'downtime',
    deadline: '2023-12-27T23:00:00Z',
    closesAt: '2023-12-27T23:00:00Z',
  }),
];

const counts = (entitled: number) => ({
  entitled,
  approved: Math.ceil(entitled / 2),
  silent: Math.floor(entitled / 2),
  objected: 0,
  unreached: 1,
});

function paperOf(count: number, course: readonly Told[]): EvidencePaper {
  const before = called.map((event) => told('2023-11-20T08:00:00Z', event));
  const drafted: readonly Told[] = [
    told('2023-12-08T12:00:00Z', { type: 'MeetingHeld' }),
    told('2023-12-08T12:00:00Z', { type: 'MinutesDrafted', paper: minutesPaper }),
  ];
  const happened = [...before, ...drafted, ...course].map(
    (each, place): Happened => ({
      seq: 1_200 + place,
      hash: `${'0123456789abcdef'.repeat(4)}`,
      ...each,
      at: at(each.at),
    }),
  );
  return {
    meeting,
    organisation: 'Social- og Sundhedsskolen Midt- og Vestjylland',
    version: 2,
    course: courseOf(happened),
    names: new Map(persons(count).map((personId) => [personId, nameOf(personId)])),
  };
}

/** A decision by two after a version that one person was never told of, in a committee of so many. */
export const inventedEvidence = (count: number): EvidencePaper =>
  paperOf(count, [
    ...firstVersion(count),
    ...secondVersion(count),
    told('2023-12-27T23:02:00Z', {
      type: 'MinutesClosed',
      version: 2,
      result: 'needsDecision',
      counts: counts(count),
      objections: [],
    }),
    told('2023-12-28T09:00:00Z', {
      type: 'ApprovalProposed',
      version: 2,
      proposedBy: 'p1',
      reason: 'Gry Gæst er ringet op og har ingen bemærkninger.',
    }),
    told('2023-12-28T10:12:00Z', {
      type: 'MinutesApprovedByTwo',
      version: 2,
      first: 'p1',
      second: 'p5',
      reason: 'Gry Gæst er ringet op og har ingen bemærkninger.',
      at: '2023-12-28T10:12:00Z',
    }),
  ]);

/** A contested version of a committee larger than any. */
export const crowdedEvidence = (count = 10_000): EvidencePaper =>
  paperOf(count, [
    ...firstVersion(count),
    ...secondVersion(count),
    told('2023-12-27T23:02:00Z', {
      type: 'MinutesClosed',
      version: 2,
      result: 'approvedTacitly',
      counts: counts(count),
      objections: [],
    }),
  ]);
