import type { ViewOf } from '../../src/ports/card-view.ts';
import { at } from './invented-meeting.ts';

const about = { committeeId: 'luu', committee: 'LUU SOSU-AMU' } as const;
const stoppedAt = at('2023-12-08T13:02:00Z');
const anchoredAt = at('2023-12-11T07:00:00Z');
const proposal = {
  name: 'Sanne Eksempel',
  reason: 'Der findes ingen nyere kopi.\nVi har ledt på begge diske.',
};

const clock = (more: object = {}) =>
  ({
    card: 'operation-doubt',
    ...about,
    since: '2023-12-11T07:00:00Z',
    doubt: {
      about: 'clock',
      state: 'open',
      kind: 'forward',
      from: stoppedAt,
      to: anchoredAt,
      shownAt: at('2023-12-11T07:03:00Z'),
      ...more,
    },
  }) as const satisfies ViewOf<'operation-doubt'>;

const safeMode = {
  about: 'safe-mode',
  state: 'open',
  what: 'missing',
  missing: 30,
  endsAt: stoppedAt,
  anchoredAt,
} as const;

const doubtful = (doubt: ViewOf<'operation-doubt'>['doubt']): ViewOf<'operation-doubt'> => ({
  card: 'operation-doubt',
  ...about,
  since: '830-800',
  doubt,
});

const ending = (doubt: ViewOf<'end-safe-mode'>['doubt']): ViewOf<'end-safe-mode'> => ({
  card: 'end-safe-mode',
  ...about,
  since: '830-800',
  doubt,
});

/** The cards about the installation itself. */
export const operationViews = {
  'operation-doubt': {
    sample: clock(),
    back: clock({ kind: 'back', to: at('2023-12-08T13:01:57Z') }),
    'ahead by little': clock({ to: at('2023-12-08T13:12:00Z') }),
    confirmed: doubtful({ about: 'clock', state: 'over' }),
    safeMode: doubtful(safeMode),
    proposed: doubtful({ ...safeMode, proposal }),
    differs: doubtful({ ...safeMode, what: 'differs', missing: 0 }),
    unreadable: doubtful({ about: 'safe-mode', state: 'open', what: 'unreadable', missing: 0 }),
    'one missing': doubtful({ about: 'safe-mode', state: 'open', what: 'missing', missing: 1 }),
    ended: doubtful({ about: 'safe-mode', state: 'over' }),
  },
  'end-safe-mode': {
    sample: ending(safeMode),
    second: ending({ ...safeMode, proposal }),
    differs: ending({ ...safeMode, what: 'differs', missing: 0 }),
    unreadable: ending({ about: 'safe-mode', state: 'open', what: 'unreadable', missing: 0 }),
  },
} as const satisfies {
  readonly [C in 'operation-doubt' | 'end-safe-mode']: Readonly<Record<string, ViewOf<C>>>;
};
