import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { writeWord } from '../../../../src/adapters/documents/docx/write-word.ts';
import type { DocumentBlock, DocumentModel } from '../../../../src/ports/document-writer.ts';
import { meetingPaperDocument } from '../../../../src/presentation/documents/meeting-paper-document.ts';
import { inventedPaper } from '../invented-paper.ts';
import { wellFormedFault } from './well-formed.ts';

const about = { organisation: 'Prøveskolen', date: Temporal.Instant.from('2026-03-14T10:00:00Z') };

const model = (blocks: readonly DocumentBlock[], words: Partial<DocumentModel> = {}): DocumentModel => ({
  title: 'Referat',
  subject: 'Prøve',
  author: 'Prøveskolen',
  date: about.date,
  footer: 'Prøveskolen',
  blocks,
  ...words,
});

const parts = async (document: DocumentModel): Promise<ReadonlyMap<string, string>> => {
  const { bytes } = await writeWord(document);
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
};

const html = async (document: DocumentModel): Promise<string> => {
  const { bytes } = await writeWord(document);
  const styleMap = ["p[style-name='Label'] => h6", "p[style-name='Pause'] => p.pause"];
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap })).value;
};

const textOf = async (text: string): Promise<string> => {
  const { bytes } = await writeWord(model([{ kind: 'paragraph', runs: [{ text }] }]));
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.trim();
};

describe('minutes in Word', () => {
  const minutes = meetingPaperDocument(inventedPaper, 'minutes', about);

  it('have headings, labels, lists and tables that a reader finds again', async () => {
    const found = await html(minutes);
    expect(found).toContain('<h1>Referat fra møde i LUU Prøveskolen</h1>');
    expect(found).toContain(
      '<h2>2. Opgaver i udlandet v. Gæst Gæstesen og Tilde Tilforordnet (deltager kl. 9.10) (20 min.)</h2>',
    );
    expect(found).toContain('<h6>Sagsfremstilling:</h6><p>Sagen kort.</p>');
    expect(found).toContain(
      '<ul><li>Hvad?<ul><li>Hvordan?<ul><li>Hvornår?</li></ul></li></ul></li><li>Hvem?</li></ul>',
    );
    expect(found).toContain('<h3>Gruppe A</h3><p>Et <strong>vigtigt</strong> resumé.</p>');
    expect(found).toContain(
      '<tr><td><p>Mia Medlemsen</p></td><td><p>Centerchef v/ Struer Kommune</p></td></tr>',
    );
    expect(found).toContain('<p class="pause">PAUSE</p>');
    expect(found).toContain('<ul><li>Bilag 2.1 Oplæg om ophold i udlandet</li>');
  });

  it('carry title, subject, author and Danish as their language', async () => {
    const files = await parts(minutes);
    const core = files.get('docProps/core.xml') ?? '';
    expect(core).toContain(
      '<dc:title>Referat fra møde i LUU Prøveskolen fredag den 13. marts 2026</dc:title>',
    );
    expect(core).toContain('<dc:subject>Referat fra møde i LUU Prøveskolen</dc:subject>');
    expect(core).toContain('<dc:creator>Prøveskolen</dc:creator>');
    expect(files.get('word/styles.xml')).toMatch(/<w:rPrDefault>.*<w:lang [^>]*w:val="da-DK"/);
  });

  it('give headings an outline level, labels a style of their own and bullets real list levels', async () => {
    const files = await parts(minutes);
    const styles = files.get('word/styles.xml') ?? '';
    for (const [id, level] of [
      ['Heading1', 0],
      ['Heading2', 1],
      ['Heading3', 2],
    ]) {
      expect(styles).toMatch(
        new RegExp(`w:styleId="${id}"(?:(?!</w:style>).)*<w:outlineLvl w:val="${level}"/>`),
      );
    }
    expect(styles).toContain('w:styleId="Label"><w:name w:val="Label"/>');
    const lists = files.get('word/numbering.xml') ?? '';
    expect([...lists.matchAll(/<w:lvlText w:val="(.)"\/>/g)].map((match) => match[1]).join('')).toContain(
      '•o▪',
    );
  });

  it('are set on A4 with page numbers at the foot', async () => {
    const files = await parts(minutes);
    expect(files.get('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const footer = files.get('word/footer1.xml') ?? '';
    expect(footer).toContain('Prøveskolen · Referat fra møde i LUU Prøveskolen · 13. marts 2026');
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
  });
});

describe('tables in Word', () => {
  it('repeat their header row on every page', async () => {
    const files = await parts(
      model([{ kind: 'table', caption: 'Økonomi', header: ['År', 'Beløb'], rows: [['2026', '3.000 kr.']] }]),
    );
    const document = files.get('word/document.xml') ?? '';
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document).toContain('w:firstRow="true"');
    expect(document.indexOf('Økonomi')).toBeLessThan(document.indexOf('<w:tbl>'));
  });

  it('fill up short rows, and leave out a table without cells', async () => {
    const found = await html(
      model([
        { kind: 'table', rows: [['a', 'b', 'c'], ['d']] },
        { kind: 'table', rows: [] },
      ]),
    );
    expect(found.match(/<td>/g)).toHaveLength(6);
    expect(found.match(/<table>/g)).toHaveLength(1);
  });
});

describe('text in Word', () => {
  const hostile = [
    'a\u0000b\u0008c\u001Bd\u007Fe\u0085f',
    'halv \uD83D og \uDE00 slut',
    '\u202Egnirts\u202C \u2066isoleret\u2069',
    '\uFFFE\uFFFF',
    '</w:t></w:r></w:p> ]]> <!-- --> &amp; &#0; "\'',
  ];

  it.each(hostile)('is well-formed XML whatever somebody wrote (%j)', async (text) => {
    const blocks: readonly DocumentBlock[] = [
      { kind: 'heading', level: 2, text },
      { kind: 'label', text },
      { kind: 'paragraph', runs: [{ text, href: `https://example.org/?q=${encodeURIComponent('"&<')}` }] },
      { kind: 'bullets', items: [{ level: 2, runs: [{ text, bold: true }] }] },
      { kind: 'table', caption: text, header: [text], rows: [[text]] },
      { kind: 'break', text },
    ];
    const files = await parts(model(blocks, { title: text, subject: text, author: text, footer: text }));
    for (const [name, content] of files) {
      if (/\.(xml|rels)$/.test(name)) expect([name, wellFormedFault(content)]).toEqual([name, undefined]);
    }
  });

  it('comes back as it was written, markup and all', async () => {
    const text = '<b>ikke fed</b> & "citat" ]]> &lt; **to stjerner** #set page()';
    expect(await textOf(text)).toBe(text);
  });

  it('loses control characters and marks that turn the writing direction', async () => {
    expect(await textOf('a\u0000\u001B\u202Eb')).toBe('ab');
    expect(await textOf('halv \uD83D!')).toBe('halv \uFFFD!');
    expect(await textOf('smil 😀')).toBe('smil 😀');
  });

  it('links only addresses that can be followed safely', async () => {
    const found = await html(
      model([
        { kind: 'paragraph', runs: [{ text: 'sikker', href: 'https://example.org/a?b=1&c=2' }] },
        { kind: 'paragraph', runs: [{ text: 'farlig', href: 'javascript:alert(1)' }] },
        { kind: 'paragraph', runs: [{ text: 'lokal', href: 'file:///etc/hosts' }] },
      ]),
    );
    expect(found).toContain('<a href="https://example.org/a?b=1&amp;c=2">sikker</a>');
    expect(found).toContain('<p>farlig</p><p>lokal</p>');
  });

  it('keeps a line break inside a paragraph', async () => {
    expect(await html(model([{ kind: 'paragraph', runs: [{ text: 'linje 1\nlinje 2' }] }]))).toContain(
      '<p>linje 1<br />linje 2</p>',
    );
  });
});

describe('the check of well-formedness', () => {
  it.each(['<a>', '<a></b>', '<a>&</a>', '<a b=c/>', '<a>\u0001</a>', '<a>\uD800</a>', '<a><</a>'])(
    'finds the fault in %j',
    (xml) => {
      expect(wellFormedFault(xml)).toBeTypeOf('string');
    },
  );
});
