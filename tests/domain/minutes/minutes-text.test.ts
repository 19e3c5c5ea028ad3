import { describe, expect, it } from 'vitest';
import { amended, changedItems } from '../../../src/domain/minutes/minutes-text.ts';
import { deepFreeze } from '../../support/given-when-then.ts';
import { minutesPaper } from '../../support/invented-committee.ts';

const paper = deepFreeze(structuredClone(minutesPaper));

describe('amendments put into a paper', () => {
  it('change the named field of the named item and nothing else', () => {
    const after = amended(paper, [
      { itemNumber: 2, field: 'decision', text: 'Udvalget anbefaler 50 pladser.' },
    ]);
    expect(after.items[1]).toEqual({ ...paper.items[1], decision: 'Udvalget anbefaler 50 pladser.' });
    expect({ ...after, items: [] }).toEqual({ ...paper, items: [] });
    expect([after.items[0], after.items[2]]).toEqual([paper.items[0], paper.items[2]]);
  });

  it('add a field that was absent, and take away one that is emptied', () => {
    expect(amended(paper, [{ itemNumber: 3, field: 'summary', text: 'Nyt' }]).items[2]).toHaveProperty(
      'summary',
      'Nyt',
    );
    expect(amended(paper, [{ itemNumber: 2, field: 'decision' }]).items[1]).not.toHaveProperty('decision');
  });

  it('count in order: the last ruling on a field is what it says', () => {
    const field = { itemNumber: 2, field: 'decision' } as const;
    expect(
      amended(paper, [
        { ...field, text: 'A' },
        { ...field, text: 'B' },
      ]).items[1]?.decision,
    ).toBe('B');
  });

  it('put in twice are put in once', () => {
    const amendments = [{ itemNumber: 2, field: 'decision', text: 'A' }] as const;
    expect(amended(amended(paper, amendments), amendments)).toEqual(amended(paper, amendments));
  });
});

describe('what has changed between two versions', () => {
  const [first, second, third] = paper.items;
  if (first === undefined || second === undefined || third === undefined) throw new TypeError('three items');
  const changesTo = (...items: readonly (typeof first)[]) =>
    changedItems(paper, { ...paper, items: [...items] });

  it('is nothing where every text is the same', () => {
    expect(changesTo(...paper.items)).toEqual([]);
  });

  it('is told by item and field', () => {
    expect(changesTo({ ...first, title: 'Dagsorden', summary: 'S' }, second, third)).toEqual([
      { number: 1, title: 'Dagsorden', fields: ['title', 'summary'] },
    ]);
    const { decision: _decision, ...emptied } = second;
    expect(changesTo(first, emptied, third)).toEqual([
      { number: 2, title: 'Praktikpladser', fields: ['decision'] },
    ]);
  });

  it('tells items that are new or gone', () => {
    expect(changesTo(first, second, third, { ...third, number: 4, title: 'Evaluering' })).toEqual([
      { number: 4, title: 'Evaluering', fields: ['new'] },
    ]);
    expect(changesTo(first, second)).toEqual([{ number: 3, title: 'Eventuelt', fields: ['removed'] }]);
  });

  it('knows an item again that others were put before, and tells one that changed places', () => {
    const put = { ...first, number: 1, title: 'Et nyt punkt' };
    const pushed = [first, second, third].map((item) => ({ ...item, number: item.number + 1 }));
    const annexed = pushed.map((item) => ({
      ...item,
      annexes: item.annexes.map((each) => ({ ...each, number: '3.1' })),
    }));
    expect(changesTo(put, ...annexed)).toEqual([{ number: 1, title: 'Et nyt punkt', fields: ['new'] }]);
    expect(changesTo({ ...second, number: 1 }, { ...first, number: 2 }, third)).toEqual([
      { number: 2, title: first.title, fields: ['moved'] },
    ]);
  });

  it('tells who presents, and annexes', () => {
    expect(changesTo(first, { ...second, presenters: ['Mads Medlem-Prøve'] }, third)).toEqual([
      { number: 2, title: 'Praktikpladser', fields: ['presenters'] },
    ]);
    expect(changesTo(first, { ...second, durationMin: 20, arrival: '09:10' }, third)).toMatchObject([
      { fields: ['presenters'] },
    ]);
    const annexes = [{ number: '2.1', title: 'Tal for 2025' }];
    expect(changesTo(first, { ...second, annexes }, third)).toMatchObject([{ fields: ['annexes'] }]);
  });

  it('tells the head and who was there, before the items', () => {
    const title = 'Dagsorden';
    const items = [{ ...first, title }, second, third];
    expect(changedItems(paper, { ...paper, theme: 'Nyt tema', participants: [], items })).toEqual([
      { part: 'head' },
      { part: 'attendance' },
      { number: 1, title, fields: ['title'] },
    ]);
    for (const head of [{ to: '12:30' }, { place: { room: 'lokale 3' } }, { breaksAfter: [1] }])
      expect(changedItems(paper, { ...paper, ...head })).toEqual([{ part: 'head' }]);
  });
});
