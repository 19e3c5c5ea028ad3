import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptCode } from '../../../src/domain/minutes/receipt-code.ts';

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
