import { describe, expect, it } from 'vitest';
import { richTextBlocks, textRuns } from '../../../src/presentation/documents/rich-text.ts';

describe('rich text of a paper', () => {
  it('is paragraphs between blank lines', () => {
    expect(richTextBlocks('Første afsnit.\n\n\nAndet afsnit.')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Første afsnit.' }] },
      { kind: 'paragraph', runs: [{ text: 'Andet afsnit.' }] },
    ]);
  });

  it('keeps a single line break inside its paragraph', () => {
    expect(richTextBlocks('linje 1\r\nlinje 2')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'linje 1\nlinje 2' }] },
    ]);
  });

  it('has bullets on three levels, deeper ones staying on the third', () => {
    expect(richTextBlocks('- a\n  - b\n    - c\n      - d\n-')).toEqual([
      {
        kind: 'bullets',
        items: [
          { level: 0, runs: [{ text: 'a' }] },
          { level: 1, runs: [{ text: 'b' }] },
          { level: 2, runs: [{ text: 'c' }] },
          { level: 2, runs: [{ text: 'd' }] },
          { level: 0, runs: [] },
        ],
      },
    ]);
  });

  it('takes an indented line as part of the bullet above, and a line at the margin as a new paragraph', () => {
    expect(richTextBlocks('- punkt\n  fortsat\nUdenfor')).toEqual([
      { kind: 'bullets', items: [{ level: 0, runs: [{ text: 'punkt\nfortsat' }] }] },
      { kind: 'paragraph', runs: [{ text: 'Udenfor' }] },
    ]);
  });

  it('makes a sub-heading of ### and nothing else', () => {
    expect(richTextBlocks('### Gruppe A\n# Ikke en overskrift\n#### Heller ikke')).toEqual([
      { kind: 'heading', level: 3, text: 'Gruppe A' },
      { kind: 'paragraph', runs: [{ text: '# Ikke en overskrift\n#### Heller ikke' }] },
    ]);
  });

  it('marks bold words, and leaves lonely asterisks alone', () => {
    expect(textRuns('Et **fedt** ord')).toEqual([
      { text: 'Et ' },
      { text: 'fedt', bold: true },
      { text: ' ord' },
    ]);
    expect(textRuns('2 ** 3 ** 4 og *kursiv*')).toEqual([{ text: '2 ** 3 ** 4 og *kursiv*' }]);
  });

  it('links a web address that shows itself, without the full stop after it', () => {
    expect(textRuns('Se https://example.org/sti?a=1&b=2. Tak')).toEqual([
      { text: 'Se ' },
      { text: 'https://example.org/sti?a=1&b=2', href: 'https://example.org/sti?a=1&b=2' },
      { text: '. Tak' },
    ]);
    expect(textRuns('javascript://alert(1)')).toEqual([{ text: 'javascript://alert(1)' }]);
  });

  it.each([
    '<script>alert(1)</script>',
    '[klik](https://example.org)'.replace('https://', ''),
    '#set page(fill: red) #read("/etc/passwd") $x^2$ @ref <label> \\u{1F600}',
    '&lt;b&gt; &amp; `kode` ~~streg~~ | tabel |',
    '1. ikke nummereret',
    '> intet citat',
  ])('leaves markup of other kinds as it was written: %s', (text) => {
    expect(richTextBlocks(text)).toEqual([{ kind: 'paragraph', runs: [{ text }] }]);
  });

  it('comes to an end with texts made to be slow', () => {
    expect(richTextBlocks('-\n'.repeat(30_000)).length).toBeGreaterThan(0);
    expect(richTextBlocks('**a '.repeat(15_000))).toHaveLength(1);
    expect(richTextBlocks('https://.'.repeat(6_000))).toHaveLength(1);
    expect(richTextBlocks(`x${'\n'.repeat(59_000)}`)).toHaveLength(1);
  });
});
