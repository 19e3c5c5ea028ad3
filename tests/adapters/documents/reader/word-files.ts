import { strToU8, zipSync } from 'fflate';
import type { MeetingPaper } from '../../../../src/domain/meeting/meeting-paper.ts';

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

/** Numbering 1 is decimal, numbering 2 is bullets. */
const numbering = `<w:numbering ${space}>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2">${[0, 1, 2, 3].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`).join('')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`;

const styles = `<w:styles ${space}>${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Overskrift${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`;

export type Part = { readonly [name: string]: string | Uint8Array };

/** A package of given parts, with the few every Word file has. */
export const packageOf = (parts: Part): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': contentTypes,
        '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/numbering.xml': numbering,
        'word/styles.xml': styles,
        'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
        ...parts,
      }).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

export const wordFile = (body: string, parts: Part = {}): Uint8Array =>
  packageOf({ 'word/document.xml': `<w:document ${space}><w:body>${body}</w:body></w:document>`, ...parts });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

type Looks = {
  readonly heading?: number;
  readonly number?: boolean;
  readonly bullet?: number;
  readonly bold?: boolean;
};

export const p = (text: string, looks: Looks = {}): string => {
  const list = looks.number === true ? [1, 0] : looks.bullet === undefined ? undefined : [2, looks.bullet];
  return [
    '<w:p><w:pPr>',
    looks.heading === undefined ? '' : `<w:pStyle w:val="Overskrift${looks.heading}"/>`,
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`,
    `</w:pPr><w:r>${looks.bold === true ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`,
  ].join('');
};

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** The head of an invented paper as a house template has it: a table of labels and lists. */
export const wordHead = [
  p('Referat fra møde i LUU Prøve', { heading: 1 }),
  table(
    ['Dato', 'Fredag den 8. december 2023'],
    ['Tid', 'kl. 9.00–12.00'],
    ['Sted', 'SOSU Prøve, Opdigtet Allé 12, lokale 1.4'],
    ['Deltagere', p('Anna Prøvesen, lærer, SOSU Prøve') + p('Bo Eksempelsen, chef, Prøve Kommune')],
    ['Afbud', p('Cara Fraværsen, konsulent, Prøve Kommune')],
    ['Referent', p('Dan Skriversen')],
  ),
].join('');

/** Everything the content model can say, in invented words. */
export const fullPaper: MeetingPaper = {
  committee: 'LUU Prøve-AMU',
  date: '2025-06-12',
  from: '08:30',
  to: '11:15',
  place: { site: 'SOSU Prøveby', street: 'Opdigtet Allé 12', room: 'lokale 1.4' },
  theme: 'Prøver og eksempler',
  presidingPerson: 'Ane Opdigtet Andersen',
  minuteTaker: 'Jytte Skrivested',
  participants: [
    {
      name: 'Ane Opdigtet Andersen',
      title: 'Faglig leder',
      organisation: 'FOA Prøveby',
      role: 'formand i LUU',
      list: 'deltager',
    },
    { name: 'Dan Digtersen', organisation: 'Nordby', role: 'elevrepræsentant', list: 'deltager' },
    { name: 'Else Modelgaard', list: 'deltager' },
    {
      name: 'Finn Tænktved',
      title: 'Konsulent',
      organisation: 'Østerby Kommune',
      substituteFor: 'Gerda Fraværsen',
      list: 'deltager',
    },
    {
      name: 'Hans-Ole Figursen',
      title: 'Social- og sundhedsassistent, Østerby, tillidsvalgt',
      organisation: 'FOA Prøveby',
      list: 'tilforordnet',
    },
    { name: 'Gerda Fraværsen', organisation: 'Østerby Kommune', list: 'afbud' },
  ],
  items: [
    {
      number: 1,
      title: 'Godkendelse af dagsorden',
      presenters: [],
      purpose: 'approval',
      decision: 'Dagsordenen blev **godkendt**.',
      annexes: [],
    },
    {
      number: 2,
      title: 'Værkstedet i 2025',
      presenters: ['Kaj Gæsteby Holm', 'Ane Opdigtet Andersen', 'alle'],
      arrival: '08:45',
      durationMin: 20,
      purpose: 'information',
      casePresentation:
        'Første afsnit med et link https://example.org/a.\n\nAndet afsnit (bilag 2.1).\n\n### Forslag til emner:\n\n- Et\n  - To\n    - Tre\n  - Fire\n    og mere derom',
      recommendation: 'Til orientering.',
      summary: '- Formanden\n  - Nyt\n- Skolen\n\nEt afsnit til sidst.',
      decision: 'Taget til efterretning.',
      annexes: [
        { number: '2.1', title: 'Billeder fra værkstedet' },
        { number: '2.2', title: 'Plan 2026_endelig' },
      ],
    },
    { number: 3, title: 'eHandel i opdigtede fag', presenters: [], annexes: [] },
    { number: 4, title: 'Eventuelt', presenters: [], purpose: 'formal', annexes: [] },
  ],
  breaksAfter: [2],
};
