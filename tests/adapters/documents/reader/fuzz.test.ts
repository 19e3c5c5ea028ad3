import { expect, test } from 'vitest';
import { writeWord } from '../../../../src/adapters/documents/docx/write-word.ts';
import { meetingPaperDocument } from '../../../../src/presentation/documents/meeting-paper-document.ts';
import { fixture, ownPaper, reader } from './reading.ts';
import { fullPaper } from './word-files.ts';

const about = { organisation: 'SOSU Prøve', date: Temporal.Instant.from('2025-06-20T08:00:00Z') };
const text = fixture(ownPaper);
const word = (await writeWord(meetingPaperDocument(fullPaper, 'minutes', about))).bytes;

/** The longest time any of the inputs took; a throw fails the test. */
const slowest = async (inputs: Iterable<Uint8Array>, fileName: string): Promise<number> => {
  let longest = 0;
  for (const bytes of inputs) {
    const from = performance.now();
    const { kind } = await reader.read(bytes, fileName);
    longest = Math.max(longest, performance.now() - from);
    expect(['read', 'unreadable']).toContain(kind);
  }
  return longest;
};

function* prefixes(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let end = bytes.length; end >= 0; end -= step) yield bytes.subarray(0, end);
}

/** mulberry32: small, and the same everywhere. */
const chanceFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) % below;
  };
};

function* flipped(bytes: Uint8Array, rounds: number, seed: number): Generator<Uint8Array> {
  const chance = chanceFrom(seed);
  for (let round = 0; round < rounds; round += 1) {
    const copy = bytes.slice();
    for (let flips = 1 + chance(6); flips > 0; flips -= 1) copy[chance(copy.length)] = chance(256);
    yield copy;
  }
}

const seed = Number(process.env['READER_SEED'] ?? 20_250_612);
process.stdout.write(`Byte flips of the reader's tests use seed ${seed} (READER_SEED).\n`);

// Every prefix takes half a minute; a step that shares no factor with a line's length meets every kind of cut.
const step = process.env['READER_EVERY_PREFIX'] === undefined ? 13 : 1;

test('every cut of a text is read or refused, and quickly', { timeout: 120_000 }, async () => {
  expect(await slowest(prefixes(text, step), 'a.txt')).toBeLessThan(1_000);
});

test('every cut of a Word file is refused, and quickly', { timeout: 120_000 }, async () => {
  expect(await slowest(prefixes(word, step), 'a.docx')).toBeLessThan(1_000);
  expect((await reader.read(word.subarray(0, word.length - 1), 'a.docx')).kind).toBe('unreadable');
});

test('text with changed bytes is read or refused, and quickly', async () => {
  expect(await slowest(flipped(text, 300, seed), 'a.txt')).toBeLessThan(1_000);
});

test('a Word file with changed bytes is read or refused, and quickly', async () => {
  expect(await slowest(flipped(word, 150, seed), 'a.docx')).toBeLessThan(1_000);
});

test('long lines and long lists take time in proportion to their length', async () => {
  const head = new TextDecoder().decode(text).split('1. Godkendelse')[0] ?? '';
  const inputs = [
    'ord og mere ',
    'den 1. maj ',
    'Ane Andersem ',
    '• Nyt fra x\n',
    'Bilag 1.1 x\n',
    ' (v. A) ',
    '\n \n',
    '1. A\n',
  ].map((part) =>
    new TextEncoder().encode(`${head}1. Punkt\n\n${part.repeat(Math.floor(400_000 / part.length))}`),
  );
  expect(await slowest(inputs, 'a.txt')).toBeLessThan(1_000);
});
