import type { NoticeView } from '../../src/presentation/cards/notice.ts';
import { refusalNotice } from '../../src/presentation/texts/refusal.da.ts';
import { at } from './invented-meeting.ts';

export const inventedNotices: readonly [NoticeView, ...NoticeView[]] = [
  {
    heading: 'Din indsigelse er modtaget',
    sentences: [
      'Formand og referent ser din indsigelse.',
      'Udvalget ser, at der er en indsigelse, og afgørelsen.',
    ],
    facts: [{ title: 'Kvittering', value: 'M2Q8-4H' }],
  },
  refusalNotice({ code: 'too-late', deadline: at('2024-09-30T22:00:00Z') }),
];
