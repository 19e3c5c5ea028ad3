import type { ApprovalTerms } from '../../src/domain/meeting/meeting-event.ts';
import type { AgendaItemView } from '../../src/ports/card-view.ts';
import type { MeetingFacts } from '../../src/ports/meeting-facts.ts';

/** A meeting that never was, with people who do not exist: the ground of all card samples. */
export const meeting: MeetingFacts = {
  meetingId: 'meeting-1',
  committee: 'LUU SOSU-AMU',
  date: '2023-12-08',
  from: '09:00',
  to: '12:00',
  place: { site: 'SOSU MV Holstebro', street: 'Eksempelvej 1', room: 'lokale 2.9' },
  theme: 'Året der gik',
};

export const hash = 'ab'.repeat(32);
export const nonce = 'nonce-1';
const library =
  'https://eksempel.sharepoint.com/sites/udvalg/Delte%20dokumenter/LUU%20SOSU-AMU/2023/2023-12-08';
export const pdf = `${library}/Referat/Referat%20LUU%20SOSU-AMU.pdf`;
export const docx = `${library}/Referat/Referat%20LUU%20SOSU-AMU.docx`;
export const agendaPdf = `${library}/Dagsorden/Dagsorden%20LUU%20SOSU-AMU.pdf`;

export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

export const terms: ApprovalTerms = {
  deadline: '2023-12-22T23:00:00Z',
  deadlineReason: 'days-after-meeting',
  deadlineDays: 14,
  movedFromClosedDay: false,
  approval: 'tacit',
  noticeDaysBeforeDeadline: 5,
  approvalParagraph: 'punkt 6',
  approvalText: 'Referatet er godkendt, når der ikke er gjort indsigelse inden fristen.',
};

const annex = (number: string, title: string) => ({
  number,
  title,
  href: `${library}/Bilag/${number}%20Bilag.pdf`,
});

const item = (number: number, title: string, more: Partial<AgendaItemView> = {}): AgendaItemView => ({
  itemId: `item-${number}`,
  number,
  title,
  presenters: [],
  annexes: [],
  ...more,
});

export const items: readonly AgendaItemView[] = [
  item(1, 'Godkendelse af dagsorden', { purpose: 'formal' }),
  item(2, 'Godkendelse af referat fra mødet fredag den 22. september 2023', { purpose: 'approval' }),
  item(3, 'Internationale ophold', {
    purpose: 'information',
    presenters: ['Gry Gæst'],
    arrival: '09:10',
    durationMin: 20,
    annexes: [annex('3.1', 'Ophold i tal 2023')],
  }),
  item(4, 'Samarbejde med en skole i udlandet', {
    purpose: 'discussion',
    presenters: ['Egon Eksempel'],
    durationMin: 30,
  }),
  item(5, 'Status på optag og frafald', {
    purpose: 'information',
    presenters: ['Asta Afprøvning'],
    annexes: [
      annex('5.1', 'Optag fordelt på kommuner'),
      annex('5.2', 'Frafald'),
      { number: '5.3', title: 'Notat, som endnu ikke ligger i biblioteket' },
    ],
  }),
  item(6, 'Oplæringsvejledernes uddannelse', {
    purpose: 'decision',
    presenters: ['Bo Bogholder', 'Asta Afprøvning'],
  }),
  item(7, 'Mødedatoer i 2024', { purpose: 'decision', durationMin: 10 }),
  item(8, 'Nyt fra skolen', { purpose: 'information' }),
  item(9, 'Nyt fra kommunerne og regionen', { purpose: 'information', presenters: ['alle'] }),
  item(10, 'Punkter til næste møde', { purpose: 'planning' }),
  item(11, 'Eventuelt'),
  item(12, 'Evaluering af mødet', { purpose: 'formal' }),
];

/** As many items and annexes as a real meeting ever had, with the long addresses of a document library. */
export const crowdedItems: readonly AgendaItemView[] = items.map((each) => ({
  ...each,
  annexes: Array.from({ length: each.number <= 8 ? 2 : 1 }, (_, index) =>
    annex(`${each.number}.${index + 1}`, `Bilag med en titel, som fylder omtrent en linje (${index + 1})`),
  ),
}));
