import type { DocumentBlock, TextRun } from '../../ports/document-writer.ts';

/**
 * The small Markdown of a meeting's paper as blocks. Only blank lines, `- `, `**bold**` and `### ` have meaning;
 * everything else, however much it looks like markup, is what somebody wrote and comes out as it stands.
 */
type Bullet = { readonly level: 0 | 1 | 2; text: string };

type Piece =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; text: string }
  | { readonly kind: 'bullets'; readonly items: Bullet[] };

const bulletLine = /^( *)-(?: +(.*))?$/;
const headingLine = /^### +(.+)$/;
const boldSpan = /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g;
const webAddress = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'*]/g;

const levelOf = (indent: string): 0 | 1 | 2 => (indent.length < 2 ? 0 : indent.length < 4 ? 1 : 2);

/** What the line begins, or `undefined` when it goes on with what stands last. */
const begun = (line: string): Piece | undefined => {
  if (line.trim() === '') return { kind: 'paragraph', text: '' };
  const heading = headingLine.exec(line)?.[1];
  if (heading !== undefined) return { kind: 'heading', text: heading.trim() };
  const bullet = bulletLine.exec(line);
  if (bullet === null) return undefined;
  return { kind: 'bullets', items: [{ level: levelOf(bullet[1] ?? ''), text: (bullet[2] ?? '').trim() }] };
};

/** What a line without a mark of its own belongs to: a bullet only when it is indented under it. */
const open = (last: Piece | undefined, line: string): { text: string } | undefined => {
  if (last?.kind === 'paragraph') return last;
  return last?.kind === 'bullets' && line.startsWith('  ') ? last.items.at(-1) : undefined;
};

const pieces = (richText: string): readonly Piece[] => {
  const found: Piece[] = [];
  for (const line of richText.split(/\r\n|\r|\n/)) {
    const last = found.at(-1);
    const next = begun(line);
    const goesOn = next === undefined ? open(last, line) : undefined;
    if (goesOn !== undefined)
      goesOn.text = goesOn.text === '' ? line.trim() : `${goesOn.text}\n${line.trim()}`;
    else if (next?.kind === 'bullets' && last?.kind === 'bullets') last.items.push(...next.items);
    else found.push(next ?? { kind: 'paragraph', text: line.trim() });
  }
  return found;
};

const linked = (text: string): readonly TextRun[] => {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(webAddress)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push({ text: match[0], href: match[0] });
    end = match.index + match[0].length;
  }
  return end < text.length ? [...runs, { text: text.slice(end) }] : runs;
};

/** One line of rich text as runs: bold where it is marked, and web addresses as links that show themselves. */
export const textRuns = (text: string): readonly TextRun[] => {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(boldSpan)) {
    runs.push(...linked(text.slice(end, match.index)), { text: match[1] ?? '', bold: true });
    end = match.index + match[0].length;
  }
  return [...runs, ...linked(text.slice(end))];
};

const block = (piece: Piece): DocumentBlock => {
  if (piece.kind === 'heading') return { kind: 'heading', level: 3, text: piece.text };
  if (piece.kind === 'paragraph') return { kind: 'paragraph', runs: textRuns(piece.text) };
  return { kind: 'bullets', items: piece.items.map(({ level, text }) => ({ level, runs: textRuns(text) })) };
};

export const richTextBlocks = (richText: string): readonly DocumentBlock[] =>
  pieces(richText)
    .filter((piece) => piece.kind !== 'paragraph' || piece.text !== '')
    .map(block);
