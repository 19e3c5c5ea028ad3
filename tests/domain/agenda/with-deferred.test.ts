import { describe, expect, it } from 'vitest';
import type { Agenda } from '../../../src/domain/agenda/agenda.ts';
import { withDeferred } from '../../../src/domain/agenda/with-deferred.ts';
import { item } from '../../support/invented-committee.ts';

const wording = {
  title: 'Godkendelse af referat fra mødet d. 10. september 2025',
  summary: 'Ikke godkendt.',
};
const idOf = (title: string) => `id of ${title}`;

const agenda: Agenda = {
  items: [
    item('i1', 'Godkendelse af dagsorden', { standing: 'plain' }),
    item('i2', 'Godkendelse af referat', { standing: 'previousMinutes' }),
    item('i3', 'Praktikpladser', { annexes: [{ annexId: 'a1', title: 'Tal' }] }),
    item('i4', 'Eventuelt', { standing: 'anyOtherBusiness' }),
  ],
  breaksAfter: [2, 3, 4],
};

const titles = ({ items }: Agenda) => items.map(({ title }) => title);

describe('deferred minutes on the next agenda', () => {
  it('have an item of their own, before what always stands last', () => {
    const { items } = withDeferred(agenda, [wording], idOf);
    expect(titles({ items, breaksAfter: [] })).toEqual([
      'Godkendelse af dagsorden',
      'Godkendelse af referat',
      'Praktikpladser',
      wording.title,
      'Eventuelt',
    ]);
    expect(items[3]).toEqual({
      itemId: `id of ${wording.title}`,
      title: wording.title,
      purpose: 'approval',
      presenters: [],
      annexes: [],
      casePresentation: 'Ikke godkendt.',
    });
  });

  it('move breaks only that come after them', () => {
    expect(withDeferred(agenda, [wording], idOf).breaksAfter).toEqual([2, 3, 5]);
  });

  it('stand last where nothing does, and where all items are standing ones', () => {
    const plain = { items: [item('i1', 'Praktikpladser')], breaksAfter: [] };
    expect(titles(withDeferred(plain, [wording], idOf))).toEqual(['Praktikpladser', wording.title]);
    const standing = { items: agenda.items.slice(0, 2), breaksAfter: [] };
    expect(titles(withDeferred(standing, [wording], idOf)).at(-1)).toBe(wording.title);
  });

  it('are not put there twice; with nothing deferred the agenda is as it was', () => {
    const once = withDeferred(agenda, [wording], idOf);
    expect(withDeferred(once, [wording], idOf)).toBe(once);
    expect(withDeferred(agenda, [], idOf)).toBe(agenda);
  });
});
