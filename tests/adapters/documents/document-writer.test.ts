import { describe, expect, it } from 'vitest';
import { createDocumentWriter } from '../../../src/adapters/documents/document-writer.ts';
import { meetingPaperDocument } from '../../../src/presentation/documents/meeting-paper-document.ts';
import { inventedPaper } from './invented-paper.ts';

describe('the document writer', () => {
  it('sets one model as Word and as PDF', async () => {
    const writer = createDocumentWriter();
    const model = meetingPaperDocument(inventedPaper, 'agenda', {
      organisation: 'Prøveskolen',
      date: Temporal.Instant.from('2026-03-14T10:00:00Z'),
    });
    const [word, pdf] = await Promise.all([writer.write(model, 'docx'), writer.write(model, 'pdf')]);
    await writer.close();
    expect(new TextDecoder().decode(word.bytes.subarray(0, 2))).toBe('PK');
    expect(new TextDecoder().decode(pdf.bytes.subarray(0, 8))).toBe('%PDF-1.7');
    expect([word.replacedGlyphs, pdf.replacedGlyphs]).toEqual([[], []]);
  });
});
