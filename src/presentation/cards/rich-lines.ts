import type { DocumentBlock, TextRun } from '../../ports/document-writer.ts';
import { richTextBlocks } from '../documents/rich-text.ts';
import { type PlainText, plain, plainLines } from '../escape-text.ts';
import type { Verbatim } from './parts.ts';

const bullets = ['•', '◦', '▪'] as const;

const words = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

type Told = { readonly text: string; readonly bullet?: string };

const told = (block: DocumentBlock): readonly Told[] => {
  if (block.kind === 'bullets')
    return block.items.map(({ level, runs }) => ({ text: words(runs), bullet: bullets[level] }));
  if (block.kind === 'paragraph') return [{ text: words(block.runs) }];
  return block.kind === 'heading' ? [{ text: block.text }] : [];
};

/** The small Markdown of papers as lines for a card: bullets stay as signs, bold and sub-headings as their words. */
export const richLines = (richText: string, max: number): readonly Verbatim[] => {
  const lines = richTextBlocks(richText).flatMap(told);
  const text = lines.map((line) => (line.bullet === undefined ? line.text : `${line.bullet} ${line.text}`));
  return plainLines(text.join('\n'), max).map((each) => ({ text: each }));
};

/** On one line, for a list of many: bullets become parts of a sentence, set apart by semicolons. */
export const richLine = (richText: string, max: number): PlainText => {
  let sentence = '';
  let afterBullet = false;
  for (const { text, bullet } of richTextBlocks(richText).flatMap(told)) {
    const isBullet = bullet !== undefined;
    if (sentence !== '') sentence += isBullet && afterBullet && !/[.:;]$/.test(sentence) ? '; ' : ' ';
    sentence += text;
    afterBullet = isBullet;
  }
  return plain(sentence, max);
};
