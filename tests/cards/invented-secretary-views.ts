import type { ViewOf } from '../../src/ports/card-view.ts';
import { at, hash, items, meeting } from './invented-meeting.ts';

const preview: ViewOf<'import-preview'> = {
  card: 'import-preview',
  importId: 'import-1',
  fileName: 'referat fra december.docx',
  committee: 'LUU SOSU-AMU',
  committeeId: 'committee-1',
  date: '2023-12-08',
  from: '09:00',
  to: '12:00',
  place: { site: 'SOSU MV Holstebro', room: 'lokale 2.9' },
  theme: 'Året der gik',
  items: items.map(({ number, title }) => ({ number, title })),
  participants: { deltager: 10, tilforordnet: 3, afbud: 4 },
  annexes: 4,
  findings: [
    {
      code: 'date.year-missing',
      where: 'date',
      message: 'Mødets dato ”Fredag den 8. december” har intet årstal. Forslag: fredag den 8. december 2023.',
    },
    {
      code: 'name.two-spellings',
      where: 'items.3',
      message:
        'Navnet er stavet på to måder: ”Grye Gæst” i teksten og ”Gry Gæst” i listen. Er det samme person?',
    },
    {
      code: 'annex.file-missing',
      where: 'items.5',
      message: 'Bilag 5.1 ”Optag fordelt på kommuner” står på listen, men filen fulgte ikke med.',
    },
  ],
};

const { committeeId: _committeeId, date: _date, from: _from, to: _to, ...unknownPreview } = preview;

const sending: ViewOf<'send-minutes'> = {
  card: 'send-minutes',
  meeting,
  version: 2,
  hash,
  deadline: at('2024-01-08T23:00:00Z'),
  asked: 11,
  decisions: 8,
  findings: [
    {
      code: 'item.empty-bullet',
      where: 'items.9',
      message: 'Under ”Nyt fra kommunerne” står der intet. Skriv, hvad der blev sagt, eller fjern linjen.',
    },
  ],
  changes: [{ number: 6, title: 'Oplæringsvejledernes uddannelse', fields: ['summary', 'decision'] }],
};

const committees = [
  { committeeId: 'committee-1', name: 'LUU SOSU-AMU' },
  { committeeId: 'committee-2', name: 'LUU PA-AMU' },
];

const menu: ViewOf<'menu'> = {
  card: 'menu',
  name: 'Selma Sekretær',
  committees: [
    { committeeId: 'committee-1', name: 'LUU SOSU-AMU', roles: ['secretary', 'minuteTaker'] },
    { committeeId: 'committee-2', name: 'LUU PA-AMU', roles: ['secretary'] },
  ],
  isSecretary: true,
};

const meetings: ViewOf<'meetings'> = {
  card: 'meetings',
  committeeId: 'committee-1',
  committee: 'LUU SOSU-AMU',
  meetings: [
    { meetingId: 'meeting-3', date: '2024-03-15', situation: 'agendaDrafted' },
    {
      meetingId: 'meeting-1',
      date: '2023-12-08',
      situation: 'sentForApproval',
      deadline: at('2023-12-22T23:00:00Z'),
    },
    { meetingId: 'meeting-0', date: '2023-09-22', situation: 'approved' },
  ],
  isSecretary: true,
};

export const secretarysViews = {
  'send-minutes': {
    sample: sending,
    first: { ...sending, version: 1, findings: [], changes: [], asked: 1, decisions: 0 },
    unchanged: { ...sending, changes: [] },
  },
  'import-preview': {
    sample: preview,
    long: {
      ...preview,
      items: Array.from({ length: 70 }, (_, index) => ({ number: index + 1, title: `Punkt ${index + 1}` })),
      findings: Array.from({ length: 20 }, () => preview.findings).flat(),
    },
    unknownCommittee: { ...unknownPreview, findings: [] },
  },
  'plan-meeting': {
    sample: { card: 'plan-meeting', committees, proposedDate: '2024-03-15' },
    one: { card: 'plan-meeting', committees: committees.slice(0, 1) },
  },
  menu: {
    sample: menu,
    member: {
      ...menu,
      name: 'Egon Eksempel',
      committees: [{ committeeId: 'committee-1', name: 'LUU SOSU-AMU', roles: ['member'] }],
      isSecretary: false,
    },
    nobody: { ...menu, committees: [], isSecretary: false },
  },
  meetings: {
    sample: meetings,
    none: { ...meetings, meetings: [], isSecretary: false },
    many: {
      ...meetings,
      meetings: Array.from({ length: 30 }, (_, index) => ({
        meetingId: `m${index}`,
        date: `${2023 - index}-03-15`,
        situation: 'archived' as const,
      })),
    },
  },
  'link-conversation': {
    sample: { card: 'link-conversation', committees },
    none: { card: 'link-conversation', committees: [] },
  },
} as const satisfies {
  readonly [C in
    | 'send-minutes'
    | 'import-preview'
    | 'plan-meeting'
    | 'menu'
    | 'meetings'
    | 'link-conversation']: Readonly<Record<string, ViewOf<C>>>;
};
