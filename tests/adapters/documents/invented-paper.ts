import type { MeetingPaper, PaperItem } from '../../../src/domain/meeting/meeting-paper.ts';

/** An invented committee's paper: every optional part stands in it at least once. */
const item = (number: number, title: string, more: Partial<PaperItem> = {}): PaperItem => ({
  number,
  title,
  presenters: [],
  annexes: [],
  ...more,
});

export const inventedPaper: MeetingPaper = {
  committee: 'LUU Prøveskolen',
  date: '2026-03-13',
  from: '09:00',
  to: '12:00',
  place: { site: 'Prøveskolen Testby', street: 'Eksempelvej 1', room: 'lokale 2.9' },
  theme: 'Overgange fra skole til praktik (fortsat)',
  presidingPerson: 'Prøve Formandsen',
  minuteTaker: 'Rita Referentsen',
  participants: [
    {
      name: 'Prøve Formandsen',
      title: 'Sektorformand i Social og sundhed',
      organisation: 'FOA Prøveby',
      role: 'formand i LUU',
      list: 'deltager',
    },
    {
      name: 'Sofie Suppleantsen',
      title: 'Chefsygeplejerske',
      organisation: 'Regionshospitalet Prøvstrup',
      substituteFor: 'Mia Medlemsen',
      list: 'deltager',
    },
    { name: 'Elev Elevsen', role: 'elevrepræsentant', list: 'deltager' },
    {
      name: 'Tilde Tilforordnet',
      title: 'Afdelingsleder',
      organisation: 'Prøveskolen',
      list: 'tilforordnet',
    },
    { name: 'Mia Medlemsen', title: 'Centerchef', organisation: 'Struer Kommune', list: 'afbud' },
  ],
  items: [
    item(1, 'Godkendelse af dagsorden', { purpose: 'formal', decision: 'Dagsordenen blev godkendt.' }),
    item(2, 'Opgaver i udlandet', {
      presenters: ['Gæst Gæstesen', 'Tilde Tilforordnet'],
      arrival: '09:10',
      durationMin: 20,
      casePresentation: 'Sagen kort.\n\nSagen i et afsnit mere (bilag 2.1).',
      recommendation:
        'Det indstilles, at udvalget drøfter:\n\n- Hvad?\n  - Hvordan?\n    - Hvornår?\n- Hvem?',
      summary: '### Gruppe A\n\nEt **vigtigt** resumé.\n\n### Gruppe B\n\n- Et punkt',
      decision: 'Udvalget tog orienteringen til efterretning.',
      annexes: [
        { number: '2.1', title: 'Oplæg om ophold i udlandet' },
        { number: '2.2', title: 'Tal for 2025' },
      ],
    }),
    item(3, 'Budget for et forsøg', { casePresentation: 'Der mangler 3.000 kr.' }),
    item(4, 'Eventuelt', { purpose: 'formal' }),
  ],
  breaksAfter: [2],
};
