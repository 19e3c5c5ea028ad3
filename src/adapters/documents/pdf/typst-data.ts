import type { DocumentBlock, DocumentModel, TextRun } from '../../../ports/document-writer.ts';
import { documentTexts } from '../../../presentation/texts/document.da.ts';
import { safeAddress, settableLine, settableText } from '../settable-text.ts';

/**
 * The document as plain data for the template. Every string goes through `letters`, which replaces what no font holds.
 * The template knows only these shapes; absent things are null because Typst reads them from JSON.
 */
type Letters = (text: string) => string;
type Bullet = Extract<DocumentBlock, { kind: 'bullets' }>['items'][number];
type Run = { readonly text: string; readonly bold: boolean; readonly href: string | null };
type Node = { readonly runs: readonly Run[]; readonly children: Node[] };

/** A word longer than this cannot be broken by the setter and would run out of the page. */
const longWord = /[^\s\u200B]{40,}/gu;
const zeroWidthSpace = '\u200B';

/** A number and its unit, and "kl." and its hour, stay on one line. */
const belongTogether = /(?<=\d) (?=min\.|kr\.|tkr\.|%)|(?<=\b(?:kl|nr)\.) (?=\d)/gu;
const noBreakSpace = '\u00A0';

const broken = (text: string): string =>
  text
    .replaceAll(belongTogether, noBreakSpace)
    .replaceAll(longWord, (word) => (word.match(/.{1,20}/gsu) ?? []).join(zeroWidthSpace));

const run = (letters: Letters, { text, bold, href }: TextRun): Run => ({
  text: broken(letters(settableText(text))),
  bold: bold === true,
  href: safeAddress(href) ?? null,
});

/** Bullets arrive flat with levels; lists in a tagged PDF are nested. A level without a parent moves up. */
const nested = (letters: Letters, items: readonly Bullet[]): readonly Node[] => {
  const roots: Node[] = [];
  const path: Node[] = [];
  for (const item of items) {
    const node: Node = { runs: item.runs.map((part) => run(letters, part)), children: [] };
    path.length = Math.min(item.level, path.length);
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  }
  return roots;
};

const filled = (row: readonly string[], columns: number): readonly string[] =>
  Array.from({ length: columns }, (_, column) => row[column] ?? '');

const table = (line: Letters, block: Extract<DocumentBlock, { kind: 'table' }>) => {
  const columns = Math.max(block.header?.length ?? 0, ...block.rows.map((row) => row.length));
  return {
    kind: block.kind,
    columns,
    caption: block.caption === undefined ? null : line(block.caption),
    header: block.header === undefined ? null : filled(block.header.map(line), columns),
    rows: block.rows.map((row) => filled(row.map(line), columns)),
    shares: Array.from({ length: columns }, (_, column) => block.shares?.[column] ?? 1),
  };
};

const blockData = (letters: Letters, block: DocumentBlock) => {
  const line: Letters = (text) => broken(letters(settableLine(text)));
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, level: block.level, text: line(block.text) };
    case 'paragraph':
      return { kind: block.kind, runs: block.runs.map((part) => run(letters, part)) };
    case 'bullets':
      return { kind: block.kind, items: nested(letters, block.items) };
    case 'table':
      return table(line, block);
    case 'label':
    case 'break':
      return { kind: block.kind, text: line(block.text) };
  }
};

const isEmpty = (block: DocumentBlock): boolean =>
  (block.kind === 'table' &&
    (block.header ?? []).length === 0 &&
    block.rows.every((row) => row.length === 0)) ||
  (block.kind === 'bullets' && block.items.length === 0);

export const typstData = (model: DocumentModel, letters: Letters) => {
  const line: Letters = (text) => letters(settableLine(text));
  const utc = model.date.toZonedDateTimeISO('UTC');
  return {
    title: line(model.title),
    subject: line(model.subject),
    author: line(model.author),
    footer: broken(line(model.footer)),
    compact: model.compact === true,
    page: documentTexts.page,
    ofPages: documentTexts.ofPages,
    date: {
      year: utc.year,
      month: utc.month,
      day: utc.day,
      hour: utc.hour,
      minute: utc.minute,
      second: utc.second,
    },
    blocks: model.blocks.filter((block) => !isEmpty(block)).map((block) => blockData(letters, block)),
  };
};
