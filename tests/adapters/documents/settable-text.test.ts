import { describe, expect, it } from 'vitest';
import { safeAddress, settableLine, settableText } from '../../../src/adapters/documents/settable-text.ts';

describe('text for the setters', () => {
  it('keeps letters, symbols and line breaks as they are', () => {
    const text = 'Æble, Gijón, Łódź, שלום, 漢字, 😀\nny linje';
    expect(settableText(text)).toBe(text);
  });

  it('loses what is no letter and what turns the writing direction', () => {
    expect(settableText('a\u0000b\u001Bc\u007Fd\u0085e\uFFFEf')).toBe('abcd\nef');
    expect(settableText('\u202Eab\u202C\u2066c\u2069\u200Fd')).toBe('abcd');
  });

  it('shows half a surrogate pair as the replacement character', () => {
    expect(settableText('x\uD83Dy\uDE00z')).toBe('x\uFFFDy\uFFFDz');
  });

  it('knows every kind of line break, and makes one line where one is asked for', () => {
    expect(settableText('a\r\nb\rc\u2028d\u2029e')).toBe('a\nb\nc\nd\ne');
    expect(settableLine('a\nb\tc')).toBe('a b c');
  });
});

describe('addresses in documents', () => {
  it.each(['https://example.org/a?b=1', 'http://example.org', 'mailto:prove@example.org'])(
    'may lead to %s',
    (address) => {
      expect(safeAddress(address)).toBe(address);
    },
  );

  it.each(['javascript:alert(1)', 'file:///etc/hosts', 'data:text/html,x', '//example.org', 'https://', ''])(
    'never lead to %j',
    (address) => {
      expect(safeAddress(address)).toBeUndefined();
    },
  );

  it('may be absent', () => {
    expect(safeAddress(undefined)).toBeUndefined();
  });
});
