import { afterAll, describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../../../src/adapters/documents/pdf/write-pdf.ts';
import type { DocumentBlock, DocumentModel } from '../../../../src/ports/document-writer.ts';
import { meetingPaperDocument } from '../../../../src/presentation/documents/meeting-paper-document.ts';
import { inventedPaper } from '../invented-paper.ts';
import { flatTags, outline, pdfFacts } from './pdf-structure.ts';

const about = { organisation: 'Prøveskolen', date: Temporal.Instant.from('2026-03-14T10:12:13Z') };
const minutes = meetingPaperDocument(inventedPaper, 'minutes', about);

const model = (blocks: readonly DocumentBlock[], words: Partial<DocumentModel> = {}): DocumentModel => ({
  title: 'Referat',
  subject: 'Prøve',
  author: 'Prøveskolen',
  date: about.date,
  footer: 'Prøveskolen',
  blocks,
  ...words,
});

const writer = createPdfWriter();
afterAll(() => writer.close());

const facts = async (document: DocumentModel) => pdfFacts((await writer.write(document)).bytes);
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');

describe('minutes as PDF', () => {
  it('say they are PDF/UA-1, tagged, Danish and titled', async () => {
    const found = await facts(minutes);
    expect(found.marked).toBe(true);
    expect(found.language).toBe('da-DK');
    expect(found.displaysTitle).toBe(true);
    expect(found.title).toBe('Referat fra møde i LUU Prøveskolen fredag den 13. marts 2026');
    expect(found.subject).toBe('Referat fra møde i LUU Prøveskolen');
    expect(found.metadata).toContain('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"');
    expect(found.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(found.metadata).toContain('Referat fra møde i LUU Prøveskolen fredag den 13. marts 2026');
    expect(found.pages[0]?.width).toBeCloseTo(595.28, 1);
    expect(found.pages[0]?.height).toBeCloseTo(841.89, 1);
  });

  it('have their headings in the structure, in order and without a level left out', async () => {
    const headings = flatTags((await facts(minutes)).tags).filter(({ type }) => /^H\d$/.test(type));
    expect(headings.map(({ type, title }) => `${type} ${title}`)).toEqual([
      'H1 Referat fra møde i LUU Prøveskolen',
      'H2 1. Godkendelse af dagsorden',
      'H2 2. Opgaver i udlandet v. Gæst Gæstesen og Tilde Tilforordnet (deltager kl.\u00A09.10) (20\u00A0min.)',
      'H3 Gruppe A',
      'H3 Gruppe B',
      'H2 3. Budget for et forsøg',
      'H2 4. Eventuelt',
    ]);
  });

  it('nest their bullets, and give every row of the lists of people a row header', async () => {
    const tags = flatTags((await facts(minutes)).tags);
    const lists = tags.filter(({ type }) => type === 'L').map(outline);
    expect(lists).toContain('L(LI(Lbl LBody(P)) L(LI(Lbl LBody(P)) L(LI(Lbl LBody))) LI(Lbl LBody))');
    const people = tags.filter(({ type }) => type === 'Table');
    expect(people).toHaveLength(5);
    for (const row of people.flatMap(({ children }) => children)) {
      expect(row.children.map(({ type, scope }) => [type, scope])).toEqual([
        ['TH', 'Row'],
        ['TD', undefined],
      ]);
    }
  });

  it('read the break between items as a paragraph', async () => {
    const { tags } = await facts(model([{ kind: 'break', text: 'PAUSE' }]));
    expect(tags.map(outline)).toEqual(['Document(P)']);
  });

  it('are the same bytes for the same model, also from another process', async () => {
    const first = await writer.write(minutes);
    const second = await writer.write(minutes);
    const other = createPdfWriter();
    const third = await other.write(minutes);
    await other.close();
    const hash = await sha256(new Uint8Array(first.bytes));
    expect(await sha256(new Uint8Array(second.bytes))).toBe(hash);
    expect(await sha256(new Uint8Array(third.bytes))).toBe(hash);
    const later = await writer.write({ ...minutes, date: about.date.add({ seconds: 1 }) });
    expect(await sha256(new Uint8Array(later.bytes))).not.toBe(hash);
  });

  it('carry the date of the model', async () => {
    expect((await facts(minutes)).created).toBe('2026-03-14T10:12:13.000Z');
  });
});

describe('tables with a header row', () => {
  it('keep their column headers, and short rows are filled up', async () => {
    const { tags } = await facts(
      model([
        { kind: 'table', caption: 'Økonomi', header: ['År', 'Beløb'], rows: [['2026', '3'], ['2027']] },
      ]),
    );
    const table = flatTags(tags).find(({ type }) => type === 'Table');
    const rows = flatTags(table?.children ?? []).filter(({ type }) => type === 'TR');
    expect(rows.map((row) => row.children.map(({ type, scope }) => `${type} ${scope ?? ''}`.trim()))).toEqual(
      [
        ['TH Column', 'TH Column'],
        ['TD', 'TD'],
        ['TD', 'TD'],
      ],
    );
  });

  it('may be empty', async () => {
    const { pages } = await facts(
      model([
        { kind: 'table', rows: [] },
        { kind: 'table', header: [], rows: [] },
        { kind: 'bullets', items: [] },
      ]),
    );
    expect(pages).toHaveLength(1);
  });
});

describe('text in a PDF', () => {
  const hostile =
    '#panic("ud") #set page(fill: red) #read("/etc/passwd") *fed* _kursiv_ $x^2$ <b> @ref \\u{41} `kode` // /* "';

  it('is set as it was written, whatever markup it looks like', async () => {
    const { tags, title } = await facts(
      model(
        [
          { kind: 'heading', level: 1, text: hostile },
          { kind: 'heading', level: 2, text: hostile },
          { kind: 'label', text: hostile },
          { kind: 'paragraph', runs: [{ text: hostile, bold: true }] },
          { kind: 'bullets', items: [{ level: 0, runs: [{ text: hostile }] }] },
          { kind: 'table', caption: hostile, header: [hostile], rows: [[hostile]] },
          { kind: 'table', rows: [[hostile, hostile]] },
          { kind: 'break', text: hostile },
        ],
        { title: hostile, subject: hostile, author: hostile, footer: hostile },
      ),
    );
    expect(title).toBe(hostile);
    const headings = flatTags(tags).filter(({ type }) => /^H\d$/.test(type));
    expect(headings.map((heading) => heading.title)).toEqual([hostile, hostile]);
  });

  it('loses no document to letters no font has: they become boxes, and are told', async () => {
    const { bytes, replacedGlyphs } = await writer.write(
      model([{ kind: 'heading', level: 1, text: 'Mød 漢字 og 漢 på Łódź-ruten ✓ ☐ \u202Evendt \uD83D' }]),
    );
    const { tags } = await pdfFacts(bytes);
    expect(replacedGlyphs).toEqual(['漢', '字']);
    expect(tags[0]?.children[0]?.title ?? flatTags(tags).find(({ type }) => type === 'H1')?.title).toBe(
      'Mød □□ og □ på Łódź-ruten ✓ ☐ vendt \uFFFD',
    );
  });

  it('links only addresses that can be followed safely', async () => {
    const { links } = await facts(
      model([
        {
          kind: 'paragraph',
          runs: [
            { text: 'sikker', href: 'https://example.org/a?b=1&c=2' },
            { text: 'farlig', href: 'javascript:alert(1)' },
            { text: 'skæv', href: 'https://' },
          ],
        },
      ]),
    );
    expect(links).toEqual(['https://example.org/a?b=1&c=2']);
  });

  it('makes pages enough for a long paper', async () => {
    const long: DocumentBlock = {
      kind: 'paragraph',
      runs: [{ text: 'Et ord efter et andet. '.repeat(400) }],
    };
    const { pages } = await facts(model(Array.from({ length: 6 }, () => long)));
    expect(pages.length).toBeGreaterThan(8);
  });
});
