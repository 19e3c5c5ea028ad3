import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReceiptCode, receiptCode } from '../../../src/domain/minutes/receipt-code.ts';

const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

describe('a receipt code', () => {
  it('can be read aloud: four and two signs, no I, L, O or U', () => {
    fc.assert(
      fc.property(digest, (sha) => {
        expect(receiptCode(sha)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
      }),
      { seed: 20_250_910, verbose: true },
    );
  });

  it.each([
    ['0'.repeat(64), '0000-00'],
    ['f'.repeat(64), 'ZZZZ-ZZ'],
    [`84210842${'0'.repeat(56)}`, 'GGGG-GG'],
    [`00000004${'f'.repeat(56)}`, '0000-01'],
  ])('is the first 30 bits: %s', (sha, code) => {
    expect(receiptCode(sha)).toBe(code);
  });
});

describe('a receipt code as a person writes it', () => {
  it.each([
    'K7F3-92',
    'k7f3-92',
    'K7F392',
    ' k7f3 92. ',
    'K7F3 – 92',
    '”K7F3‑92”',
    'K 7 F 3 9 2',
    'Ｋ７Ｆ３-９２',
  ])('is understood: %s', (written) => {
    expect(readReceiptCode(written)).toBe('K7F3-92');
  });

  it.each([
    ['oO0o-il', '0000-11'],
    ['I1L1-0O', '1111-00'],
  ])('has the digits that its letters look like: %s', (written, code) => {
    expect(readReceiptCode(written)).toBe(code);
  });

  it.each(['', 'K7F3-9', 'K7F3-921', 'mødet', 'UUUU-UU', 'K7F3+92', 'K7F3-9æ', '--------'])(
    'is not guessed: %s',
    (written) => {
      expect(readReceiptCode(written)).toBeUndefined();
    },
  );

  it('is read back from every code that is given, however it is spelt', () => {
    const spelling = fc.tuple(digest, fc.boolean(), fc.constantFrom('-', ' ', '', '–'));
    fc.assert(
      fc.property(spelling, ([sha, small, between]) => {
        const code = receiptCode(sha);
        const written = code.replace('-', between).replace('0', 'O').replace('1', 'l');
        expect(readReceiptCode(small ? written.toLowerCase() : written)).toBe(code);
      }),
      { seed: 20_250_911, verbose: true },
    );
  });
});
