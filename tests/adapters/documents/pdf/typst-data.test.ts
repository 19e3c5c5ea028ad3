import { describe, expect, it } from 'vitest';
import { typstData } from '../../../../src/adapters/documents/pdf/typst-data.ts';
import type { DocumentBlock } from '../../../../src/ports/document-writer.ts';

const data = (blocks: readonly DocumentBlock[], letters = (text: string) => text) =>
  typstData(
    {
      title: 'Titel',
      subject: 'Emne',
      author: 'Prøveskolen',
      date: Temporal.Instant.from('2026-03-13T23:30:05Z'),
      footer: 'Fod',
      blocks,
    },
    letters,
  );

const bullet = (level: 0 | 1 | 2, text: string) => ({ level, runs: [{ text }] });

type Nested = { readonly runs: readonly { readonly text: string }[]; readonly children: readonly Nested[] };
const shape = (nodes: readonly Nested[]): string =>
  nodes
    .map(({ runs, children }) => `${runs[0]?.text}${children.length > 0 ? `(${shape(children)})` : ''}`)
    .join(' ');
const nested = (...items: readonly ReturnType<typeof bullet>[]): string => {
  const [block] = data([{ kind: 'bullets', items }]).blocks;
  return block?.kind === 'bullets' ? shape(block.items) : '';
};

describe('a document as data for the setter', () => {
  it('nests bullets under the one above', () => {
    expect(nested(bullet(0, 'a'), bullet(1, 'b'), bullet(2, 'c'), bullet(1, 'd'), bullet(0, 'e'))).toBe(
      'a(b(c) d) e',
    );
  });

  it('lets a bullet without a parent move up', () => {
    expect(nested(bullet(2, 'a'), bullet(0, 'b'), bullet(2, 'c'), bullet(1, 'd'))).toBe('a b(c d)');
  });

  it('gives long words places to break, and keeps number and unit together', () => {
    const [block] = data([{ kind: 'label', text: `${'x'.repeat(45)} kl. 9.10 (20 min.) 3.000 kr.` }]).blocks;
    expect(block).toEqual({
      kind: 'label',
      text: `${'x'.repeat(20)}\u200B${'x'.repeat(20)}\u200Bxxxxx kl.\u00A09.10 (20\u00A0min.) 3.000\u00A0kr.`,
    });
  });

  it('sends every word through the letters, and leaves no unsafe address', () => {
    const seen: string[] = [];
    const result = data(
      [
        { kind: 'heading', level: 2, text: 'h' },
        { kind: 'label', text: 'l' },
        { kind: 'paragraph', runs: [{ text: 'p', href: 'javascript:x' }] },
        { kind: 'bullets', items: [bullet(0, 'b')] },
        { kind: 'table', caption: 'c', header: ['th'], rows: [['td']] },
        { kind: 'break', text: 'br' },
      ],
      (text) => {
        seen.push(text);
        return text.toUpperCase();
      },
    );
    expect(new Set(seen)).toEqual(
      new Set(['Titel', 'Emne', 'Prøveskolen', 'Fod', 'h', 'l', 'p', 'b', 'c', 'th', 'td', 'br']),
    );
    expect(result.blocks[2]).toEqual({ kind: 'paragraph', runs: [{ text: 'P', bold: false, href: null }] });
  });

  it('gives the date in UTC, so that the bytes do not depend on where they are made', () => {
    expect(data([]).date).toEqual({ year: 2026, month: 3, day: 13, hour: 23, minute: 30, second: 5 });
  });
});
