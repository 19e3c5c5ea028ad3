import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createDocumentWriter } from '../../src/adapters/documents/document-writer.ts';
import { createDocumentReader } from '../../src/adapters/documents/reader/document-reader.ts';
import { wording } from '../../src/presentation/wording.ts';
import { examplesFolder } from '../prerequisites.ts';

/** Times of one kind of work: the very first, and those after the warm-up. */
export type Times = { readonly firstMs: number; readonly warmMs: readonly number[] };
export type PapersReport = {
  readonly paper: string;
  readonly read: Times;
  readonly word: Times;
  readonly pdf: Times;
  readonly readWord: Times;
};

const warmUp = 10;
const counted = 15;

const real = join(examplesFolder, 'luu-sosu-amu-2023-12-08.txt');
const file = existsSync(real) ? real : 'tests/fixtures/papers/luu-proeveby-2025-06-12.txt';
const bytes = readFileSync(file);
const reader = createDocumentReader();
const writer = createDocumentWriter();

const read = await timesOf(() => reader.read(bytes, basename(file)));
const imported = await reader.read(bytes, basename(file));
if (imported.kind !== 'read') throw new Error('The paper could not be read.');
const about = {
  organisation: 'Prøveskolen',
  version: 1,
  date: Temporal.Instant.from('2023-12-15T10:00:00Z'),
};
const model = wording.document(imported.paper, 'minutes', { ...about, status: 'sent' });
const word = await timesOf(() => writer.write(model, 'docx'));
const pdf = await timesOf(() => writer.write(model, 'pdf'));
const { bytes: wordBytes } = await writer.write(model, 'docx');
const readWord = await timesOf(() => reader.read(wordBytes, 'minutes.docx'));
await writer.close();
const report: PapersReport = { paper: basename(file), read, word, pdf, readWord };
process.send?.(report);

async function timesOf(work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let count = 0; count < warmUp + counted; count += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return { firstMs: times[0] ?? 0, warmMs: times.slice(warmUp) };
}
