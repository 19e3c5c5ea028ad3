import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  inputValue,
  markdown,
  markdownLink,
  openable,
  plain,
  plainLines,
  shortened,
} from '../../src/presentation/escape-text.ts';
import { printedSeed } from '../texts/printed-seed.ts';

const renderer = new MarkdownIt({ html: true, breaks: true });

/** What a reader sees of Markdown, and which marks Microsoft's renderer made of it. */
const rendered = (source: string) => {
  const inline = renderer.parse(source, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const marks = inline
    .map(({ type }) => type)
    .filter((type) => !/^(paragraph_|inline$|text$|text_special$)/.test(type));
  const seen = inline.filter(({ type }) => /^text/.test(type)).map(({ content }) => content);
  return { marks, seen: seen.join('') };
};

/** Pieces that mean something in Markdown, HTML, templates and terminals, in any order and mixture. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'[]()<>*_`~#!|\\&;{}$-+.=:/"\'\n\r\t 1'.split(''),
        ...[
          '](https://evil.example)',
          '<b>',
          '&lt;',
          '![',
          '```',
          '${x}',
          '{{DATE(2)}}',
          '\u202E',
          '\u200B',
          'www.a.dk',
          '1. ',
          '- ',
          '> ',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.lorem({ maxCount: 2 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const check = (property: fc.IProperty<[string]>) =>
  fc.assert(property, { ...printedSeed('escape-text'), numRuns: 2_000 });

describe('text of people in a TextBlock', () => {
  it('comes out to the letter and never as markup', () => {
    check(
      fc.property(nasty, (text) => {
        const { marks, seen } = rendered(markdown(text));
        expect(marks).toEqual([]);
        expect(seen).toBe(plain(text));
      }),
    );
  });

  it.each([
    '[Godkendt](https://evil.example)',
    '**fed** _kursiv_',
    '3. Punkt',
    '- punkt',
    '# overskrift',
    '<img src=x>',
    '&amp;',
    'a\\',
  ])('shows %s as it was written', (text) =>
    expect(rendered(markdown(text))).toEqual({ marks: [], seen: text }),
  );

  it('is left alone where nothing in it is markup', () => {
    expect(markdown('LUU SOSU-AMU · Sundhed & Omsorg, kl. 9.00–12.00 (lokale 2.9)')).toBe(
      'LUU SOSU-AMU · Sundhed & Omsorg, kl. 9.00–12.00 (lokale 2.9)',
    );
  });
});

describe('a link in a TextBlock', () => {
  it('is one link to its own address, whatever its words are', () => {
    check(
      fc.property(nasty, (words) => {
        fc.pre(plain(words) !== '');
        const { marks, seen } = rendered(markdownLink(words, 'https://skole.example/Bilag 1 (a)'));
        expect(marks).toEqual(['link_open', 'link_close']);
        expect(seen).toBe(plain(words, 200));
      }),
    );
  });

  it('keeps its words where the address may not be opened', () => {
    expect(markdownLink('Bilag 3.1', 'javascript:alert(1)')).toBe('Bilag 3.1');
    expect(markdownLink('Bilag 3.1', undefined)).toBe('Bilag 3.1');
  });
});

describe('an address', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'http://skole.example/',
    'https://a:b@skole.example/',
    '//skole.example',
    'skole',
    'http://localhost.evil.example/',
  ])('%s is not opened from a card', (address) => expect(openable(address)).toBeUndefined());

  it('is opened with https, or with http on this machine', () => {
    expect(openable('https://skole.example/a b')).toBe('https://skole.example/a%20b');
    expect(openable('http://127.0.0.1:3978/library/x')).toBe('http://127.0.0.1:3978/library/x');
  });
});

describe('plain text', () => {
  it('has nothing invisible, no control characters and no template marks', () => {
    check(
      fc.property(nasty, (text) => {
        expect(plain(text)).not.toMatch(/[\p{Cc}\p{Cf}]|\$\{|\{\{/u);
        expect(plain(text).isWellFormed()).toBe(true);
      }),
    );
  });

  it('is not turned around by direction marks', () => {
    expect(plain('godkendt\u202E.exe \u2066skjult\u2069 \u200Bnul')).toBe('godkendt.exe skjult nul');
  });

  it('does not climb over its neighbours', () => {
    expect(plain(`a${'\u0301'.repeat(40)}b`)).toHaveLength(5);
  });

  it('is cut at the end of a word', () => {
    expect(shortened('en to tre fire fem', 12)).toBe('en to tre…');
    expect(shortened('en to tre', 12)).toBe('en to tre');
    expect(shortened('x'.repeat(20), 12)).toBe(`${'x'.repeat(11)}…`);
  });

  it('is a paragraph a line, cut as a whole', () => {
    expect(plainLines('en\n\n to \r\ntre', 100)).toEqual(['en', 'to', 'tre']);
    expect(plainLines('en\nto\ntre', 100, 2)).toEqual(['en', 'to …']);
    expect(plainLines('en to tre fire fem seks', 12)).toEqual(['en to tre…']);
  });

  it('of a hundred thousand characters is cut in a moment', () => {
    expect(plain('æ'.repeat(100_000)).length).toBe(500);
    expect(plainLines('ord '.repeat(25_000), 1_000).join('').length).toBeLessThanOrEqual(1_000);
  });
});

describe('the value of an input', () => {
  it('keeps lines, indents and Markdown as they are, since they come back', () => {
    expect(inputValue('- **et**\n  - to\u200B')).toBe('- **et**\n  - to');
  });
});
