import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../../src/adapters/text-difference/word-difference.ts';

const told = (before: string, after: string) =>
  wordDifference(before, after).map(
    ({ kind, text }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${text}`,
  );

const words = fc
  .array(
    fc.constantFrom(
      'udvalget',
      'anbefaler',
      '40',
      '50',
      'pladser',
      'å',
      'Æg',
      '.',
      ',',
      ' ',
      ' ',
      '\n',
      '**',
      '-',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const texts = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 80 }));

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(told('Udvalget anbefaler 40 pladser.', 'Udvalget anbefaler 50 pladser.')).toEqual([
      '=Udvalget anbefaler ',
      '-40',
      '+50',
      '= pladser.',
    ]);
  });

  it('keeps Danish letters inside their words', () => {
    expect(told('Mødet på skolen', 'Mødet på Børneskolen')).toEqual([
      '=Mødet på ',
      '-skolen',
      '+Børneskolen',
    ]);
  });

  it('tells words that changed side by side as one change', () => {
    expect(told('Det blev sagt i går.', 'Det blev nævnt her i går.')).toEqual([
      '=Det blev ',
      '-sagt',
      '+nævnt her',
      '= i går.',
    ]);
    expect(told('fyrre gamle pladser her', 'halvtreds nye stole her')).toEqual([
      '-fyrre gamle pladser',
      '+halvtreds nye stole',
      '= her',
    ]);
  });

  it('takes a point between two changes for a part of them', () => {
    expect(told('Godkend udkastet.', 'Godkend udkastet fra den 1. maj.')).toEqual([
      '=Godkend udkastet',
      '-.',
      '+ fra den 1. maj.',
    ]);
    expect(told('Ja, her.', 'Nej, der.')).toEqual(['-Ja, her', '+Nej, der', '=.']);
  });

  it('is nothing but sameness for the same text, and nothing for none', () => {
    expect(told('Godkendt.', 'Godkendt.')).toEqual(['=Godkendt.']);
    expect(told('', '')).toEqual([]);
    expect(told('', 'Godkendt.')).toEqual(['+Godkendt.']);
    expect(told('Godkendt.', '')).toEqual(['-Godkendt.']);
  });

  it('gives both texts back to the letter', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = wordDifference(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
      { seed: 20_251_122, numRuns: 400, verbose: true },
    );
  });

  it('gives up looking where two long texts have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, place) => `${word}${place}`).join(' ');
    expect(wordDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
