import { type PlainText, plain, plainLines } from '../escape-text.ts';
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

const bulletSign = /^ *[•◦▪] */;

/** On one line, for a list of many: bullets become parts of a sentence, set apart by semicolons. */
export const richLine = (richText: string, max: number): PlainText => {
  let told = '';
  let afterBullet = false;
  for (const part of readable(richText).split('\n')) {
    const isBullet = bulletSign.test(part);
    const words = part.replace(bulletSign, '').trim();
    if (words === '') continue;
    if (told !== '') told += isBullet && afterBullet && !/[.:;]$/.test(told) ? '; ' : ' ';
    told += words;
    afterBullet = isBullet;
  }
  return plain(told, max);
};
