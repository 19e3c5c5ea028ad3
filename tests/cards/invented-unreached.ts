import type { Unreached } from '../../src/ports/unreached.ts';

/** One of every way in which a notice does not come. */
export const unreachedPersons: readonly Unreached[] = [
  { name: 'Ib Indskifter', teams: 'blocked', mail: 'sent' },
  { name: 'Egon Eksempel', teams: 'delivered', mail: 'no-address' },
  { name: 'Gry Gæst', teams: 'no-account', mail: 'delivered' },
  { name: 'Sus Stedfortræder', teams: 'gone', mail: 'refused' },
  { name: 'Ada Afbud', teams: 'no-account', mail: 'no-address' },
  { name: 'Kaj Konstrueret', teams: 'blocked', mail: 'no-address' },
  { name: 'Liv Løgn', teams: 'none', mail: 'waiting' },
  { name: 'Per Pseudonym', teams: 'no-account', mail: 'failed' },
  { name: 'Una Udenfor', teams: 'gone', mail: 'waiting' },
];
