import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeWord } from '../../../../src/adapters/documents/docx/write-word.ts';
import { createDocumentReader } from '../../../../src/adapters/documents/reader/document-reader.ts';
import type { MeetingPaper } from '../../../../src/domain/meeting/meeting-paper.ts';
import { meetingPaperDocument } from '../../../../src/presentation/documents/meeting-paper-document.ts';
import { inventedPaper } from '../invented-paper.ts';
import { generatedPaper } from './generated-papers.ts';

const about = { organisation: 'Prøveskolen', date: Temporal.Instant.from('2026-03-14T10:00:00Z') };
const reader = createDocumentReader();

/** An item's purpose is not printed as such; the reader tells it from the words, so it is left out here. */
const printed = (paper: MeetingPaper) => ({
  ...paper,
  items: paper.items.map(({ purpose: _, ...item }) => item),
});

const throughWord = async (paper: MeetingPaper, emptyFields: boolean) => {
  const { bytes } = await writeWord(meetingPaperDocument(paper, 'minutes', { ...about, emptyFields }));
  const result = await reader.read(bytes, 'Referat.docx');
  return result.kind === 'read' ? printed(result.paper) : result;
};

const example = '../shared/examples/luu-sosu-amu-2023-12-08.txt';
const examplePresent = existsSync(example);
if (!examplePresent) process.stdout.write(`Skipped: the round trip of ${example}, which is not there.\n`);

describe('minutes written as Word and read back', () => {
  it('say what the paper said, with every part in use', async () => {
    expect(await throughWord(inventedPaper, false)).toEqual(printed(inventedPaper));
  });

  it('say no more when empty fields stand ready for the minute-taker', async () => {
    expect(await throughWord(inventedPaper, true)).toEqual(printed(inventedPaper));
  });

  it('say the same after somebody opened and saved them in LibreOffice', async () => {
    const saved = readFileSync('tests/fixtures/papers/saved-by-libreoffice.docx');
    const result = await reader.read(saved, 'Referat.docx');
    expect(result.kind === 'read' ? printed(result.paper) : result).toEqual(printed(inventedPaper));
  });

  it.runIf(examplePresent)('say what the example of 2023 says, purposes included', async () => {
    const read = await reader.read(readFileSync(example), example);
    if (read.kind !== 'read') throw new Error(read.reason);
    const { bytes } = await writeWord(meetingPaperDocument(read.paper, 'minutes', about));
    const again = await reader.read(bytes, 'Referat.docx');
    expect(again.kind === 'read' ? again.paper : again).toEqual(read.paper);
  });

  it('say what the paper said, whatever parts are there and whatever is written in them', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPaper, fc.boolean(), async (paper, emptyFields) => {
        expect(await throughWord(paper, emptyFields)).toEqual(printed(paper));
      }),
      { seed: 20_260_320, numRuns: 60 },
    );
  });
});
