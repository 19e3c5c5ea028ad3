import { afterAll, describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../../src/adapters/documents/pdf/write-pdf.ts';
import type { DocumentBlock } from '../../../src/ports/document-writer.ts';
import { evidenceDocument } from '../../../src/presentation/documents/evidence-document.ts';
import { flatTags, pdfFacts } from '../../adapters/documents/pdf/pdf-structure.ts';
import { hash } from '../../cards/invented-meeting.ts';
import { crowdedEvidence, inventedEvidence } from './invented-evidence.ts';

const writer = createPdfWriter();
afterAll(() => writer.close());

const tableOf = (blocks: readonly DocumentBlock[], place: number) =>
  blocks.filter((block) => block.kind === 'table')[place];

const rowsOf = (count: number, place: number) =>
  tableOf(evidenceDocument(inventedEvidence(count)).blocks, place)?.rows ?? [];

const paragraphs = (blocks: readonly DocumentBlock[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );

describe('the paper on a decision', () => {
  it('says what was decided, by which rule and text, and at which place of the log', () => {
    const facts = new Map(rowsOf(11, 0).map(([label = '', value = '']) => [label, value]));
    expect(facts.get('Resultat')).toContain('godkendt af to ansvarlige personer');
    expect(facts.get('Resultat')).toContain('11 personer er spurgt · 6 har godkendt');
    expect(facts.get('Godkendt af to')).toContain('Asta Afprøvning og Ida Idé 28.12.2023 kl. 11.12');
    expect(facts.get('Regel')).toContain('punkt 6: ”Referatet er godkendt, når');
    expect(facts.get('Frist')).toContain('Fredag den 22. december 2023 kl. 24.00');
    expect(facts.get('Frist flyttet')).toContain('onsdag den 27. december 2023 kl. 24.00');
    expect(facts.get('Nedetid')).toBe('22.12.2023 kl. 19.00 til 22.12.2023 kl. 21.30');
    expect(facts.get('Tidligere versioner')).toContain('Version 1');
    expect(facts.get('Tekstens SHA-256')).toBe(hash);
    expect(facts.get('Loggens hoved')).toMatch(/^Nummer \d+: [0-9a-f]{64}$/);
  });

  it('says of each person how they were reached, what they answered with which receipt, and what silence means', () => {
    expect(rowsOf(11, 1).slice(0, 5)).toEqual([
      ['Asta Afprøvning', 'I Teams 15.12.2023 kl. 10.00', 'Godkendt 16.12.2023 kl. 9.00 (K7F0-90)'],
      ['Bo Bogholder', 'I Teams 15.12.2023 kl. 10.00', 'Intet svar'],
      ['Egon Eksempel', 'Med mail 16.12.2023 kl. 8.31', 'Godkendt 16.12.2023 kl. 11.11 (K7F1-91)'],
      [
        'Gry Gæst',
        'Ikke nået i Teams 15.12.2023 kl. 10.00: har ingen chat med botten mere',
        'Intet svar; tavsheden tæller ikke',
      ],
      ['Ida Idé', 'I Teams 15.12.2023 kl. 10.00', 'Godkendt 16.12.2023 kl. 13.22 (K7F2-92)'],
    ]);
  });

  it('holds objections to every version word by word, with their rulings', () => {
    const [objection] = paragraphs(evidenceDocument(inventedEvidence(11)).blocks).filter((text) =>
      text.startsWith('Bo Bogholder'),
    );
    for (const words of [
      'punkt 6, version 1 (4QJ0-1C)',
      'at skolen gør det, ikke kun at den undersøger det',
      'Sted: ”skolen undersøger muligheden”.',
      'Forslag: ”Skolen opretter to hold i foråret 2024.”',
      'Afgjort 15.12.2023 kl. 9.00 af Asta Afprøvning: delvist taget til følge',
      'antallet af hold blev ikke besluttet',
    ])
      expect(objection).toContain(words);
  });

  it.each([1, 11, 25])('is one page for %i persons, tagged and titled', async (count) => {
    const { bytes, replacedGlyphs } = await writer.write(evidenceDocument(inventedEvidence(count)));
    const found = await pdfFacts(bytes);
    expect(found.pages).toHaveLength(1);
    expect(replacedGlyphs).toEqual([]);
    expect(found.marked).toBe(true);
    expect(found.title).toBe(
      'Bevis for godkendelsesforløbet: Referat fra mødet i LUU SOSU-AMU fredag den 8. december 2023, version 2',
    );
    const headings = flatTags(found.tags).filter(({ type }) => /^H\d$/.test(type));
    expect(headings.map(({ type }) => type)).toEqual(['H1', 'H2', 'H2', 'H2']);
  });

  it('runs on where there are more', async () => {
    const { bytes } = await writer.write(evidenceDocument(inventedEvidence(60)));
    expect((await pdfFacts(bytes)).pages).toHaveLength(2);
  });

  it('of ten thousand lists only those who were not reached or objected, and counts the rest', () => {
    const { blocks } = evidenceDocument(crowdedEvidence());
    expect(tableOf(blocks, 1)?.rows.map(([name]) => name)).toEqual(['Gry Gæst']);
    expect(paragraphs(blocks)).toContain(
      'Yderligere 9.999 personer fik besked og har godkendt eller ikke svaret. Hver af dem står i loggen.',
    );
  });

  it('is the same to the byte whenever it is set', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => writer.write(evidenceDocument(inventedEvidence(11)))),
    );
    expect(Buffer.compare(one?.bytes ?? new Uint8Array(), other?.bytes ?? new Uint8Array([1]))).toBe(0);
  });
});
