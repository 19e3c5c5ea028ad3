import { expect, test } from 'vitest';
import { writeWord } from '../../../../src/adapters/documents/docx/write-word.ts';
import { meetingPaperDocument } from '../../../../src/presentation/documents/meeting-paper-document.ts';
import { fixture, item, messages, ownPaper, readable } from './reading.ts';
import { fullPaper, p, table, wordFile, wordHead } from './word-files.ts';

const about = { organisation: 'SOSU Prøve', date: Temporal.Instant.from('2025-06-20T08:00:00Z') };

test('minutes written as Word read back as they were', async () => {
  const { bytes } = await writeWord(meetingPaperDocument(fullPaper, 'minutes', about));
  expect((await readable(bytes, 'referat.docx')).paper).toEqual(fullPaper);
});

test('a paper in text, written as Word, reads back as the text did', async () => {
  const { paper } = await readable(fixture(ownPaper));
  const { bytes } = await writeWord(meetingPaperDocument(paper, 'minutes', about));
  expect((await readable(bytes, 'referat.docx')).paper).toEqual(paper);
});

test('an agenda written as Word reads back without what is said at the meeting', async () => {
  const { bytes } = await writeWord(meetingPaperDocument(fullPaper, 'agenda', about));
  const { paper } = await readable(bytes, 'dagsorden.docx');
  expect(item(paper, 2).casePresentation).toBe(item(fullPaper, 2).casePresentation);
  expect(paper.items.map(({ decision }) => decision)).toEqual([undefined, undefined, undefined, undefined]);
});

test('empty labels of a draft are no fields', async () => {
  const { bytes } = await writeWord(
    meetingPaperDocument(fullPaper, 'minutes', { ...about, emptyFields: true }),
  );
  expect((await readable(bytes, 'referat.docx')).paper).toEqual(fullPaper);
});

const house = (...body: readonly string[]): Promise<Awaited<ReturnType<typeof readable>>> =>
  readable(wordFile(wordHead + body.join('')), 'gammelt.docx');

test('a head in a table of labels is read', async () => {
  const { paper } = await house(p('1. Velkomst'));
  expect(paper).toMatchObject({
    committee: 'LUU Prøve',
    date: '2023-12-08',
    from: '09:00',
    to: '12:00',
    place: { site: 'SOSU Prøve', street: 'Opdigtet Allé 12', room: 'lokale 1.4' },
    minuteTaker: 'Dan Skriversen',
  });
  expect(paper.participants).toEqual([
    { name: 'Anna Prøvesen', title: 'lærer', organisation: 'SOSU Prøve', list: 'deltager' },
    { name: 'Bo Eksempelsen', title: 'chef', organisation: 'Prøve Kommune', list: 'deltager' },
    { name: 'Cara Fraværsen', title: 'konsulent', organisation: 'Prøve Kommune', list: 'afbud' },
  ]);
});

test('headings that Word numbers by itself get their numbers from the order', async () => {
  const { paper, findings } = await house(
    p('Velkomst', { heading: 2, number: true }),
    p('Sagsfremstilling:', { bold: true }),
    p('Først', { number: true }),
    p('Plan v. Anna Prøvesen (20 min.)', { heading: 2, number: true }),
    p('P A U S E'),
    p('Eventuelt', { heading: 2, number: true }),
  );
  expect(
    paper.items.map(({ number, title, presenters, durationMin }) => [number, title, presenters, durationMin]),
  ).toEqual([
    [1, 'Velkomst', [], undefined],
    [2, 'Plan', ['Anna Prøvesen'], 20],
    [3, 'Eventuelt', [], undefined],
  ]);
  expect(item(paper, 1).casePresentation).toBe('- Først');
  expect(paper.breaksAfter).toEqual([2]);
  expect(findings).toEqual([]);
});

test('bold paragraphs that Word numbers are items, plain ones a list inside', async () => {
  const { paper } = await house(
    p('Velkomst', { number: true, bold: true }),
    p('Beslutning'),
    p('Flere borde', { number: true }),
    p('Flere stole', { number: true }),
    p('Eventuelt', { number: true, bold: true }),
  );
  expect(paper.items.map(({ number, title }) => [number, title])).toEqual([
    [1, 'Velkomst'],
    [2, 'Eventuelt'],
  ]);
  expect(item(paper, 1).decision).toBe('- Flere borde\n- Flere stole');
});

test('headings without any number are items in order, labels among them are labels', async () => {
  const { paper } = await house(
    p('Velkomst', { heading: 2 }),
    p('Indstilling', { heading: 3 }),
    p('Til orientering.'),
    p('Eventuelt', { heading: 2 }),
  );
  expect(paper.items.map(({ number, title }) => [number, title])).toEqual([
    [1, 'Velkomst'],
    [2, 'Eventuelt'],
  ]);
  expect(item(paper, 1).recommendation).toBe('Til orientering.');
});

test('an item laid out as a table of labels, and a table of facts, lose no words', async () => {
  const { paper } = await house(
    p('1. Plan'),
    table(['Indstilling:', 'Til drøftelse.'], ['Resumé:', p('Et') + p('To', { bullet: 1 })]),
    table(['Hold', 'Elever'], ['Nordby', '31']),
  );
  expect(item(paper, 1)).toMatchObject({ recommendation: 'Til drøftelse.', purpose: 'discussion' });
  expect(item(paper, 1).summary).toBe('Et\n\n  - To\n\nHold – Elever\n\nNordby – 31');
});

test('bullets deeper than three levels stay on the third', async () => {
  const { paper } = await house(p('1. Plan'), ...[0, 1, 2, 3].map((level) => p('x', { bullet: level })));
  expect(item(paper, 1).summary).toBe('- x\n  - x\n    - x\n    - x');
});

test('an address behind a word is flagged when it follows people, and stands in no text', async () => {
  const space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const bytes = wordFile(
    `${wordHead}${p('1. Plan')}<w:p><w:hyperlink ${space} r:id="r9"><w:r><w:t>Nyheder</w:t></w:r></w:hyperlink></w:p>`,
    {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a?_gl=1" TargetMode="External"/></Relationships>',
    },
  );
  const { paper, findings } = await readable(bytes, 'a.docx');
  expect(item(paper, 1).summary).toBe('Nyheder');
  expect(messages(findings, 'link.tracking')).toEqual([expect.stringContaining('”https://example.org/a”')]);
});
