/**
 * Which characters a TrueType font has a picture for, read from its `cmap` table (OpenType 1.9, formats 4 and 12:
 * the two that Unicode fonts carry). Typst would set an empty box in silence; we want to know.
 */
type Range = readonly [first: number, last: number];

export type Coverage = (codePoint: number) => boolean;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the table with this four-letter tag begins, from the font's directory. */
const tableOffset = (font: DataView, tag: string): number | undefined => {
  const wanted = [...tag].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
  const count = font.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.getUint32(record) === wanted) return font.getUint32(record + 8);
  }
  return undefined;
};

/** Format 12: groups of (first, last, glyph). */
const groups = (font: DataView, at: number): readonly Range[] =>
  Array.from({ length: font.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [font.getUint32(group), font.getUint32(group + 4)] as const;
  });

/** Format 4: segments; a segment may still map single characters to glyph 0, the empty box. */
const segments = (font: DataView, at: number): readonly Range[] => {
  const doubled = font.getUint16(at + 6);
  const ranges: Range[] = [];
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = font.getUint16(at + 14 + segment);
    const first = font.getUint16(at + 16 + doubled + segment);
    const delta = font.getUint16(at + 16 + 2 * doubled + segment);
    const offsetAt = at + 16 + 3 * doubled + segment;
    const offset = font.getUint16(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = offset === 0 ? code : font.getUint16(offsetAt + offset + 2 * (code - first));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
};

const subtables = (font: DataView, cmap: number): readonly number[] =>
  Array.from({ length: font.getUint16(cmap + 2) }, (_, index) => cmap + font.getUint32(cmap + 8 + index * 8));

export const fontCoverage = (bytes: Uint8Array): Coverage => {
  const font = view(bytes);
  const cmap = tableOffset(font, 'cmap');
  if (cmap === undefined) return () => false;
  const ranges = subtables(font, cmap).flatMap((at) => {
    const format = font.getUint16(at);
    if (format === 12) return groups(font, at);
    return format === 4 ? segments(font, at) : [];
  });
  const covered = new Set<number>();
  for (const [first, last] of ranges) for (let code = first; code <= last; code += 1) covered.add(code);
  return (codePoint) => covered.has(codePoint);
};
