import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/domain/minutes/canonical-json.ts';

describe('canonical JSON', () => {
  it('does not depend on the order in which members were written', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, 2], c: null } })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
  });

  it('takes letters composed and decomposed as the same', () => {
    const [composed, decomposed] = ['Ringkøbing på å', 'Ringkøbing på å'].map((text) =>
      text.normalize('NFC'),
    );
    expect(canonicalJson({ text: decomposed?.normalize('NFD') })).toBe(canonicalJson({ text: composed }));
  });

  it('tells different texts apart', () => {
    expect(canonicalJson({ text: '40 pladser' })).not.toBe(canonicalJson({ text: '50 pladser' }));
    expect(canonicalJson({ list: ['a', 'b'] })).not.toBe(canonicalJson({ list: ['b', 'a'] }));
  });

  it('leaves out what is undefined, and keeps what is empty', () => {
    expect(canonicalJson({ a: undefined, b: '', c: [] })).toBe('{"b":"","c":[]}');
  });
});
