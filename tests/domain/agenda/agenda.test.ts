import { describe, expect, it } from 'vitest';
import {
  breaksFromPaper,
  itemsFromPaper,
  paperItems,
  standingAgenda,
  withoutOutcome,
} from '../../../src/domain/agenda/agenda.ts';
import { meetingPaper } from '../../../src/domain/meeting/meeting-paper.ts';
import { item, items, minutesPaper, rules } from '../../support/invented-committee.ts';

function counted(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}

describe('items as a paper prints them', () => {
  const annexes = [
    { annexId: 'a1', title: 'Tal' },
    { annexId: 'a2', title: 'Plan', document: { documentId: 'd1', href: 'https://prøve.example/plan' } },
  ];

  it('are numbered by their place, and their annexes by item and place', () => {
    expect(paperItems([item('i1', 'A'), item('i2', 'B', { annexes })])).toEqual([
      { number: 1, title: 'A', presenters: [], annexes: [] },
      {
        number: 2,
        title: 'B',
        presenters: [],
        annexes: [
          { number: '2.1', title: 'Tal' },
          { number: '2.2', title: 'Plan' },
        ],
      },
    ]);
  });

  it('are numbered anew when they move', () => {
    const [moved] = paperItems([item('i2', 'B', { annexes }), item('i1', 'A')]);
    expect(moved?.annexes.map(({ number }) => number)).toEqual(['1.1', '1.2']);
  });

  it('carry every text and nothing that is ours alone', () => {
    const full = item('i1', 'A', {
      presenters: ['Mads'],
      arrival: '09:10',
      durationMin: 20,
      purpose: 'decision',
      casePresentation: 'C',
      recommendation: 'R',
      summary: 'S',
      decision: 'D',
      standing: 'plain',
    });
    const { itemId: _id, standing: _standing, ...texts } = full;
    expect(paperItems([full])).toEqual([{ ...texts, number: 1 }]);
    expect(meetingPaper.safeParse({ ...minutesPaper, items: paperItems([full]) }).error).toBeUndefined();
  });
});

describe('a paper that was read', () => {
  it('becomes items and comes out as the same paper', () => {
    const paper = { ...minutesPaper, items: [...paperItems(items)] };
    expect(paperItems(itemsFromPaper(paper, counted()))).toEqual(paper.items);
  });

  it('gives each item and annex an id of its own', () => {
    const read = itemsFromPaper({ ...minutesPaper, items: [...paperItems(items)] }, counted());
    const ids = read.flatMap(({ itemId, annexes }) => [itemId, ...annexes.map(({ annexId }) => annexId)]);
    expect(new Set(ids).size).toBe(4);
  });

  it('keeps its breaks where they were, also where it skips a number', () => {
    const numbered = (...numbers: readonly number[]) => ({
      ...minutesPaper,
      items: numbers.map((number) => ({ number, title: `Punkt ${number}`, presenters: [], annexes: [] })),
    });
    expect(breaksFromPaper({ ...numbered(1, 2, 3), breaksAfter: [2] })).toEqual([2]);
    expect(breaksFromPaper({ ...numbered(1, 2, 4, 5), breaksAfter: [2, 4] })).toEqual([2, 3]);
    expect(breaksFromPaper({ ...numbered(2, 3), breaksAfter: [1, 3] })).toEqual([2]);
  });
});

describe('the agenda of a new meeting', () => {
  it('begins with what the rules put first and last, in their order', () => {
    expect(standingAgenda(rules, counted())).toEqual({
      items: [
        item('id-1', 'Godkendelse af dagsorden', { purpose: 'formal', standing: 'plain' }),
        item('id-2', 'Godkendelse af referat', { purpose: 'approval', standing: 'previousMinutes' }),
        item('id-3', 'Eventuelt', { purpose: 'formal', standing: 'anyOtherBusiness' }),
      ],
      breaksAfter: [],
    });
  });
});

it('an agenda says nothing of an outcome', () => {
  const said = item('i1', 'A', { casePresentation: 'C', recommendation: 'R', summary: 'S', decision: 'D' });
  expect(withoutOutcome(said)).toEqual(item('i1', 'A', { casePresentation: 'C', recommendation: 'R' }));
});
