import { type PlainText, plainLines } from '../escape-text.ts';
import type { Verbatim } from './parts.ts';

const bullets = ['•', '◦', '▪'] as const;

/** The small Markdown of papers as lines for a card: marks of bullets stay as signs, bold and sub-headings as their words. */
const readable = (richText: string): string =>
  richText
    .replaceAll(/\r\n?/g, '\n')
    // a paragraph may be broken over several lines; only a blank line or a mark begins anew
    .replaceAll(/(?<=\S)\n(?=[^\s\-#])/g, ' ')
    .replaceAll(/^( *)-(?= |$)/gm, (_mark, indent: string) => bullets[Math.min(indent.length >> 1, 2)] ?? '•')
    .replaceAll(/^#{3} +/gm, '')
    .replaceAll(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, '$1');

export const richLines = (richText: string, max: number): readonly Verbatim[] =>
  plainLines(readable(richText), max).map((text) => ({ text }));

/** On one line, for a list of many. */
export const richLine = (richText: string, max: number): PlainText =>
  (plainLines(readable(richText).replaceAll('\n', ' '), max)[0] ?? '') as PlainText;
