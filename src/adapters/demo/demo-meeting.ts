import type { AgendaItem } from '../../domain/agenda/agenda.ts';
import type { DocumentModel } from '../../ports/document-writer.ts';

export const demoMeeting = {
  committeeId: 'luu-pa-amu',
  date: '2023-11-30',
  from: '09:00',
  to: '11:30',
  place: { site: 'SOSU MV Herning', street: 'Gl. Landevej 35', room: 'lokale 1.4' },
  theme: 'Godt i gang i oplæringen',
  presidingPerson: 'Karen Prøvesen',
  minuteTaker: 'Sanne Eksempel',
} as const;

/** The demo's one bilag, set by the program itself, so that its link opens something. */
export const demoAnnexTitle = 'Udkast til kvalitetsaftale for oplæringspladser';

type AnnexDocument = { readonly documentId: string; readonly href: string };

export function demoItems(annex: AnnexDocument): readonly AgendaItem[] {
  return [
    item('godkendelse-dagsorden', 'Godkendelse af dagsorden', { purpose: 'approval', standing: 'plain' }),
    item('godkendelse-referat', 'Godkendelse af referat', {
      purpose: 'approval',
      standing: 'previousMinutes',
    }),
    item('praktikvejledere', 'Oplæringsvejlederens rolle', {
      purpose: 'discussion',
      presenters: ['Mette Opdigtet'],
      durationMin: 30,
      casePresentation:
        'Vejlederne møder eleverne på forskellige tidspunkter i forløbet. Udvalget drøfter, hvad en elev skal kunne regne med i den første uge.',
      recommendation:
        'Det indstilles, at udvalget drøfter:\n\n- hvad den første uge skal indeholde\n- hvem der følger op',
    }),
    item('kvalitetsaftale', 'Kvalitetsaftale for oplæringspladser', {
      purpose: 'approval',
      presenters: ['Gitte Fingeret'],
      durationMin: 20,
      casePresentation: 'Skolen har skrevet et udkast til en fælles aftale om kvalitet i oplæringen.',
      recommendation: 'Det indstilles, at udvalget godkender udkastet.',
      annexes: [{ annexId: 'udkast', title: demoAnnexTitle, document: annex }],
    }),
    item('optag', 'Status på optag og frafald', {
      purpose: 'information',
      presenters: ['Gitte Fingeret'],
      arrival: '10:15',
      durationMin: 20,
      recommendation: 'Til orientering.',
    }),
    item('orientering', 'Orientering fra organisationerne', {
      purpose: 'information',
      presenters: ['alle'],
      durationMin: 25,
    }),
    item('punkter', 'Punkter til næste møde', { purpose: 'planning', standing: 'plain' }),
    item('eventuelt', 'Eventuelt', { purpose: 'formal', standing: 'anyOtherBusiness' }),
    item('evaluering', 'Evaluering af mødet', { purpose: 'formal', standing: 'plain' }),
  ];
}

export const demoBreaksAfter: readonly number[] = [4];

function item(
  itemId: string,
  title: string,
  rest: Partial<Omit<AgendaItem, 'itemId' | 'title'>>,
): AgendaItem {
  return { itemId: `demo-${itemId}`, title, presenters: [], annexes: [], ...rest };
}

export function demoAnnex(date: Temporal.Instant): DocumentModel {
  return {
    title: demoAnnexTitle,
    subject: 'Bilag til møde i LUU PA-AMU',
    author: 'SOSU MV',
    date,
    footer: 'Udkast til demoen. Alle oplysninger er opdigtede.',
    blocks: [
      { kind: 'heading', level: 1, text: demoAnnexTitle },
      { kind: 'paragraph', runs: [{ text: 'Udkastet er skrevet til demoen og gælder ikke for nogen.' }] },
      { kind: 'heading', level: 2, text: 'Det lover oplæringsstedet' },
      {
        kind: 'bullets',
        items: [
          { level: 0, runs: [{ text: 'En navngiven vejleder fra den første dag.' }] },
          { level: 0, runs: [{ text: 'En samtale om mål inden for de første to uger.' }] },
        ],
      },
      { kind: 'heading', level: 2, text: 'Det lover skolen' },
      {
        kind: 'bullets',
        items: [
          { level: 0, runs: [{ text: 'Svar på spørgsmål om forløbet inden for to hverdage.' }] },
          { level: 0, runs: [{ text: 'Et besøg, hvis elev eller vejleder beder om det.' }] },
        ],
      },
    ],
  };
}
