import type { AgendaItemView, ViewOf } from '../../src/ports/card-view.ts';
import { agendaPdf, crowdedItems, items, meeting, nonce } from './invented-meeting.ts';

const agenda: ViewOf<'agenda'> = {
  card: 'agenda',
  meeting,
  items,
  counts: { coming: 6, apologies: 2, missing: 3 },
  viewer: { kind: 'shared' },
  open: true,
  nonce,
  pdf: agendaPdf,
};

const own = (rsvp?: Extract<ViewOf<'agenda'>['viewer'], { kind: 'person' }>['rsvp']): ViewOf<'agenda'> => ({
  ...agenda,
  viewer: { kind: 'person', personId: 'person-1', ...(rsvp === undefined ? {} : { rsvp }), apologies: [] },
});

const led: ViewOf<'agenda'> = {
  ...agenda,
  viewer: {
    kind: 'person',
    personId: 'person-1',
    rsvp: { coming: true, nonce },
    apologies: [
      { name: 'Asta Afprøvning', substitute: 'Sus Stedfortræder', message: 'Jeg er på kursus den dag.' },
      { name: 'Bo Bogholder' },
    ],
  },
};

const absent = { coming: false, nonce, substitute: { name: 'Sus Stedfortræder' } } as const;

/** More than any card can hold: two hundred items with long titles and annexes. */
const overfullItems: readonly AgendaItemView[] = Array.from({ length: 20 }, () => crowdedItems.slice(0, 10))
  .flat()
  .map((each, index) => ({
    ...each,
    itemId: `i${index}`,
    number: index + 1,
    title: `${each.title} ${'med et meget langt navn '.repeat(8)}`,
  }));

export const agendaViews = {
  agenda: {
    sample: own(absent),
    shared: agenda,
    unanswered: own(),
    led,
    coming: own({ coming: true, nonce }),
    closed: { ...agenda, open: false },
    crowded: { ...agenda, items: crowdedItems },
    overfull: { ...agenda, items: overfullItems },
  },
  'agenda-item': {
    sample: {
      card: 'agenda-item',
      meeting,
      item: {
        itemId: 'item-5',
        number: 5,
        title: 'Status på optag og frafald',
        purpose: 'information',
        presenters: ['Asta Afprøvning'],
        annexes: items[4]?.annexes ?? [],
        casePresentation:
          'Skolen gør rede for:\n\n- optag i 2023\n  - fordelt på kommuner\n- frafald på **grundforløbet**',
        recommendation: 'Til orientering.',
      },
    },
    bare: {
      card: 'agenda-item',
      meeting,
      item: items[10] ?? { itemId: 'i', number: 11, title: 'Eventuelt', presenters: [], annexes: [] },
    },
    long: {
      card: 'agenda-item',
      meeting,
      item: {
        itemId: 'i',
        number: 4,
        title: 'Langt punkt',
        presenters: [],
        annexes: [],
        casePresentation: 'En lang sagsfremstilling bliver forkortet. '.repeat(900),
      },
    },
  },
  apologies: {
    sample: {
      card: 'apologies',
      meeting,
      nonce,
      substitutes: [
        { personId: 'person-8', name: 'Sus Stedfortræder' },
        { personId: 'person-9', name: 'Ib Indskifter' },
      ],
    },
    nobody: { card: 'apologies', meeting, nonce, substitutes: [] },
  },
} as const satisfies {
  readonly [C in 'agenda' | 'agenda-item' | 'apologies']: Readonly<Record<string, ViewOf<C>>>;
};
