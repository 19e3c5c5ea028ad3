import { cleanText } from './decode-text.ts';
import { headLabel, isPause, itemLabel, numberedLine } from './recognised-words.ts';
import { type BulletLevel, collapsed, type TextUnit, type Unit } from './unit.ts';
import type { WordNode } from './word-document.ts';

type Piece = { readonly text: string; readonly bold: boolean };
type Read = { readonly pieces: Piece[]; readonly links: string[] };

const inner: Readonly<Record<string, string>> = { tab: '\t', break: '\n' };

const readInline = (node: WordNode, bold: boolean, read: Read): void => {
  if (node.type === 'text') read.pieces.push({ text: cleanText(node.value ?? ''), bold });
  else if (node.type === 'break' && node.breakType !== 'line') return;
  else if (inner[node.type] !== undefined) read.pieces.push({ text: inner[node.type] ?? '', bold });
  if (node.type === 'hyperlink' && typeof node.href === 'string' && node.href !== '')
    read.links.push(node.href);
  const isBold = node.type === 'run' ? node.isBold === true : bold;
  for (const child of node.children ?? []) readInline(child, isBold, read);
};

/** Spaces stand outside the stars, and neighbours of the same weight are one. */
const marked = (pieces: readonly Piece[]): string => {
  let text = '';
  let open = '';
  const close = (): void => {
    const words = open.trim();
    const [before = '', after = ''] = words === '' ? [open] : open.split(words, 2);
    text += words === '' ? before : `${before}**${words.replaceAll('*', '')}**${after}`;
    open = '';
  };
  for (const piece of pieces) {
    if (piece.bold) open += piece.text;
    else {
      close();
      text += piece.text;
    }
  }
  close();
  return text;
};

/** Lines of a paragraph stay lines; spaces at their ends and tabs carry nothing in running text. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const headingOf = (node: WordNode): number | undefined => {
  const name = `${node.styleName ?? ''}|${node.styleId ?? ''}`;
  const level = Number(/(?:heading|overskrift)\s*([1-9])/iu.exec(name)?.[1] ?? 0);
  return level === 0 ? undefined : level;
};

/** Word's own list of contents repeats the headings. */
const contents = /^(?:toc|indholdsfortegnelse)\s*\d/iu;

const bulletLevel = (level: string): BulletLevel => (level === '0' ? 0 : level === '1' ? 1 : 2);

const paragraphUnits = (node: WordNode): readonly Unit[] => {
  if (contents.test(node.styleId ?? '') || contents.test(node.styleName ?? '')) return [];
  const read: Read = { pieces: [], links: [] };
  readInline(node, false, read);
  const links = read.links.map((href) => ({ kind: 'link' as const, href }));
  const raw = read.pieces.map(({ text }) => text).join('');
  const text = raw.trim();
  if (text === '') return links;
  if (isPause(text)) return [{ kind: 'pause' }, ...links];
  const heading = headingOf(node);
  const { numbering } = node;
  const isLabel = itemLabel(collapsed(text)) !== undefined;
  const rich = tidy(marked(read.pieces));
  if (numbering != null && !numbering.isOrdered && heading === undefined && !isLabel) {
    return [{ kind: 'bullet', level: bulletLevel(numbering.level), text: rich }, ...links];
  }
  const unit: TextUnit = {
    kind: 'text',
    text,
    gap: false,
    ...(rich === text ? {} : { rich }),
    ...(heading === undefined ? {} : { heading }),
    ...(numbering?.isOrdered === true ? { ordered: bulletLevel(numbering.level) } : {}),
    ...(read.pieces.every(({ bold, text: words }) => bold || words.trim() === '') ? { bold: true } : {}),
  };
  return [unit, ...links];
};

const textsIn = (units: readonly Unit[]): readonly string[] =>
  units.flatMap((unit) => (unit.kind === 'text' || unit.kind === 'bullet' ? [unit.text] : []));

const isStructural = (text: string): boolean => {
  const words = collapsed(text);
  return (
    itemLabel(words) !== undefined || headLabel(words) !== undefined || numberedLine(words) !== undefined
  );
};

/** A table whose rows begin with a label, and a table of one column, are only a layout: their cells are read in turn. */
const rowUnits = (row: WordNode): readonly Unit[] => {
  const cells = (row.children ?? []).map((cell) => (cell.children ?? []).flatMap(nodeUnits));
  const first = textsIn(cells[0] ?? []);
  if (cells.length < 2 || first.length > 1 || isStructural(first[0] ?? '')) return cells.flat();
  const texts = cells.map((units) => textsIn(units).join('\n'));
  const links = cells.flat().filter((unit) => unit.kind === 'link');
  return texts.every((text) => text === '') ? links : [{ kind: 'row', cells: texts }, ...links];
};

const nodeUnits = (node: WordNode): readonly Unit[] => {
  if (node.type === 'paragraph') return paragraphUnits(node);
  if (node.type === 'tableRow') return rowUnits(node);
  return (node.children ?? []).flatMap(nodeUnits);
};

/** A Word document's paragraphs, bullets and table rows, before it is known where its items begin. */
export const wordUnits = (document: WordNode): readonly Unit[] => nodeUnits(document);
