import { describe, expect, it } from 'vitest';
import { fontCoverage } from '../../../../src/adapters/documents/pdf/font-coverage.ts';
import { readFonts } from '../../../../src/adapters/documents/pdf/fonts.ts';
import { createGlyphReplacement } from '../../../../src/adapters/documents/pdf/replace-missing-glyphs.ts';

const fonts = readFonts().map(fontCoverage);
const covers = (font: number, letters: string): boolean =>
  [...letters].every((letter) => fonts[font]?.(letter.codePointAt(0) ?? 0) === true);

describe('what a font can draw', () => {
  it('is every Danish letter and the marks of the papers, in the first font and its bold', () => {
    const danish = 'abcdefghijklmnopqrstuvwxyzæøåÆØÅéüöäÉ0123456789.,:;–—…”“’()[]/&%§½€•+-*#@"\'';
    expect(covers(0, danish)).toBe(true);
    expect(covers(1, danish)).toBe(true);
  });

  it('differs from font to font', () => {
    expect(covers(0, 'م')).toBe(false);
    expect(covers(4, '☐▪✓→□م')).toBe(true);
    expect(covers(2, 'Ελλάδα Україна')).toBe(true);
    expect(fonts.some((font) => font('漢'.codePointAt(0) ?? 0))).toBe(false);
    expect(fonts.some((font) => font(0x10ffff))).toBe(false);
  });

  it('is nothing in a file without a table of characters', () => {
    expect(fontCoverage(new Uint8Array(12))(65)).toBe(false);
  });
});

describe('a character no font has', () => {
  const replace = createGlyphReplacement([(codePoint) => codePoint < 0x100]);

  it('becomes a box and is told once, wherever it stands', () => {
    const replaced = new Set<string>();
    expect(replace('漢 og 漢, så 字', replaced)).toBe('□ og □, så □');
    expect([...replaced]).toEqual(['漢', '字']);
    const next = new Set<string>();
    expect(replace('字', next)).toBe('□');
    expect([...next]).toEqual(['字']);
  });

  it('just goes when it has no picture anyway', () => {
    const replaced = new Set<string>();
    expect(replace('a\u200Db\uFE0F', replaced)).toBe('ab');
    expect(replaced.size).toBe(0);
  });

  it('is looked for in its composed form', () => {
    const replaced = new Set<string>();
    expect(replace('a\u030A', replaced)).toBe('å');
    expect(replaced.size).toBe(0);
  });
});
