import type { BulletLevel, TextUnit, Unit } from './unit.ts';

export type RichBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'bullet'; readonly level: BulletLevel; readonly text: string };

const sentenceWords = new Set([
  'er',
  'at',
  'har',
  'kan',
  'skal',
  'vil',
  'blev',
  'bliver',
  'drøfter',
  'var',
  'som',
  'det',
  'der',
]);

/**
 * A sub-heading inside a field: a few words above further text, not a sentence ("Forslag til emner:"), or what Word
 * knows as a heading.
 */
export const isSubHeading = (unit: TextUnit, next: Unit | undefined): boolean => {
  if (unit.heading !== undefined) return unit.text.length <= 200 && !unit.text.includes('\n');
  if (!unit.gap || next === undefined || (next.kind !== 'bullet' && next.kind !== 'text')) return false;
  const colon = unit.text.endsWith(':');
  const words = unit.text.replace(/:$/u, '').split(' ');
  if (
    words.length > 6 ||
    unit.text.length > 60 ||
    !/^\p{Lu}/u.test(unit.text) ||
    /[.?!,;”"–-]$/u.test(unit.text)
  )
    return false;
  if (words.some((word) => sentenceWords.has(word.toLowerCase()))) return false;
  return (colon && words.length <= 5) || (next.kind === 'bullet' && words.length <= 4);
};

const indented = (block: Extract<RichBlock, { kind: 'bullet' }>): string => {
  const indent = '  '.repeat(block.level);
  const [first = '', ...beneath] = block.text.split('\n');
  return [`${indent}- ${first}`.trimEnd(), ...beneath.map((line) => `${indent}  ${line}`)].join('\n');
};

const written = (block: RichBlock): string => {
  if (block.kind === 'bullet') return indented(block);
  return block.kind === 'heading' ? `### ${block.text.replaceAll('**', '')}` : block.text;
};

/** Blocks as the small Markdown of the content model: bullets stand close, all else apart. */
export const richText = (blocks: readonly RichBlock[]): string => {
  let text = '';
  let above: RichBlock | undefined;
  for (const block of blocks) {
    const between =
      above === undefined ? '' : above.kind === 'bullet' && block.kind === 'bullet' ? '\n' : '\n\n';
    text += between + written(block);
    above = block;
  }
  return text;
};
