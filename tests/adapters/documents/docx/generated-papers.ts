import fc from 'fast-check';
import type {
  MeetingPaper,
  PaperItem,
  PaperParticipant,
} from '../../../../src/domain/meeting/meeting-paper.ts';

/** Papers of an invented committee with every optional part now present, now absent. */
const sentence = fc.constantFrom(
  'Udvalget drøftede sagen ud fra oplægget.',
  'Der er behov for mere viden om **opgaven** hos alle parter.',
  'Se https://example.org/sti?a=1&b=2 for mere.',
  'Beløbet er 3.000 kr. & betales <straks>.',
  'Punktet tages op igen d. 15. marts 2027.',
  '2 * 3 * 4 = 24, og #hashtag er ingen overskrift.',
  '**Bemærk** at [dette](her) ikke er et link.',
);
const lines = fc.array(sentence, { minLength: 1, maxLength: 3 });
const paragraph = fc.oneof(
  lines.map((parts) => parts.join(' ')),
  lines.map((parts) => parts.join('\n')),
);
const bulletItem = fc.tuple(fc.integer({ min: 0, max: 2 }), sentence, fc.boolean());
const bullets = fc.array(bulletItem, { minLength: 1, maxLength: 5 }).map((items) =>
  items
    .map(([level, text, more]) => {
      const indent = '  '.repeat(level);
      return `${indent}- ${text}${more ? `\n${indent}  Linjen fortsætter her.` : ''}`;
    })
    .join('\n'),
);
const heading = fc.constantFrom('### Gruppe A', '### Forslag til emner', '### Det videre arbejde');

/** Blank lines stand between blocks; two lists never follow each other, they would be one. */
const richText = fc
  .array(
    fc.tuple(fc.option(heading, { nil: undefined }), paragraph, fc.option(bullets, { nil: undefined })),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.flatMap((part) => part.filter((block) => block !== undefined)).join('\n\n'));

const maybe = <Key extends string, Value>(key: Key, value: fc.Arbitrary<Value>) =>
  fc
    .option(value, { nil: undefined })
    .map((chosen) => (chosen === undefined ? {} : { [key]: chosen })) as fc.Arbitrary<{
    readonly [K in Key]?: Value;
  }>;

const merged = <Parts extends readonly object[]>(...parts: { [K in keyof Parts]: fc.Arbitrary<Parts[K]> }) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);

const names = [
  'Prøve Formandsen',
  'Rita Referentsen',
  'Åse Ø. Æblegård-Testesen',
  'Tilde Tilforordnet',
  'Mia Medlemsen',
  'Bo Bisidder',
];

const participant = (name: string): fc.Arbitrary<PaperParticipant> =>
  merged(
    fc.constant({ name }),
    maybe(
      'title',
      fc.constantFrom('Sektorformand i Social og sundhed', 'Centerchef', 'Sundheds- og ældrechef'),
    ),
    maybe('organisation', fc.constantFrom('Prøveby Kommune', 'FOA Prøveby')),
    maybe('role', fc.constantFrom('formand i LUU', 'elevrepræsentant')),
    maybe('substituteFor', fc.constantFrom('Sven Syg', 'Gerda Gået')),
    fc.constantFrom('deltager', 'tilforordnet', 'afbud').map((list) => ({ list })),
  ) as fc.Arbitrary<PaperParticipant>;

const lists = ['deltager', 'tilforordnet', 'afbud'];
const participants = fc
  .subarray(names, { minLength: 1 })
  .chain((some) => fc.tuple(...some.map(participant)))
  .map((people) => people.toSorted((a, b) => lists.indexOf(a.list) - lists.indexOf(b.list)));

const item = (number: number): fc.Arbitrary<PaperItem> =>
  merged(
    fc
      .constantFrom(
        'Eventuelt',
        'Budget 2027',
        'Oplæg om praktik: hvad nu?',
        'Opfølgning på mødet d. 5. maj 2026',
      )
      .map((title) => ({ number, title })),
    fc
      .subarray(['Gæst Gæstesen', 'Prøve Formandsen', 'Tilde Tilforordnet'])
      .map((presenters) => ({ presenters })),
    maybe('arrival', fc.constantFrom('09:10', '13:05')),
    maybe('durationMin', fc.integer({ min: 1, max: 120 })),
    maybe('casePresentation', richText),
    maybe('recommendation', richText),
    maybe('summary', richText),
    maybe('decision', richText),
    fc
      .array(fc.constantFrom('Oplæg om praktik', 'Tal for 2026_endelig (2)'), { maxLength: 3 })
      .map((titles) => ({
        annexes: titles.map((title, index) => ({ number: `${number}.${index + 1}`, title })),
      })),
  ) as fc.Arbitrary<PaperItem>;

const breaks = (count: number) => fc.subarray(Array.from({ length: count - 1 }, (_, index) => index + 1));

export const generatedPaper: fc.Arbitrary<MeetingPaper> = fc.integer({ min: 2, max: 5 }).chain(
  (count) =>
    merged(
      fc.constant({ committee: 'LUU Prøveskolen', date: '2026-11-20' }),
      fc.constantFrom({}, { from: '09:00' }, { from: '08:30', to: '12:00' }),
      maybe(
        'place',
        fc.constantFrom(
          { site: 'Prøveskolen' },
          { site: 'skolens bygning', room: 'lokale 3' },
          { room: 'mødelokale 1' },
          { site: 'Prøveskolen', street: 'Eksempelvej 1', room: 'lokale 2.9' },
        ),
      ),
      maybe('theme', fc.constantFrom('Overgange (fortsat)', 'Året der gik')),
      maybe('presidingPerson', fc.constantFrom('Prøve Formandsen', 'Vera Vært')),
      maybe('minuteTaker', fc.constant('Rita Referentsen')),
      participants.map((people) => ({ participants: people })),
      fc.tuple(...Array.from({ length: count }, (_, index) => item(index + 1))).map((items) => ({ items })),
      breaks(count).map((breaksAfter) => ({ breaksAfter })),
    ) as fc.Arbitrary<MeetingPaper>,
);
