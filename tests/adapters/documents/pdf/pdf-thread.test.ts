import { describe, expect, it } from 'vitest';
import { createPdfWriter, type PdfWriterSettings } from '../../../../src/adapters/documents/pdf/write-pdf.ts';
import type { DocumentModel } from '../../../../src/ports/document-writer.ts';

const titled = (title: string): DocumentModel => ({
  title,
  subject: '',
  author: '',
  date: Temporal.Instant.from('2026-03-14T10:00:00Z'),
  footer: '',
  blocks: [],
});

const counting = (settings: Partial<PdfWriterSettings> = {}) =>
  createPdfWriter({ worker: new URL('./counting-worker.ts', import.meta.url), ...settings });

const thread = async (writer: ReturnType<typeof counting>) => (await writer.write(titled('a'))).bytes[0];

describe('the thread PDFs are set in', () => {
  it('is the same for one document after the other, and answers each with its own', async () => {
    const writer = counting();
    const written = await Promise.all(['a', 'b', 'c'].map((title) => writer.write(titled(title))));
    await writer.close();
    expect(written.map(({ replacedGlyphs }) => replacedGlyphs[0])).toEqual(['a', 'b', 'c']);
    expect(new Set(written.map(({ bytes }) => bytes[0])).size).toBe(1);
  });

  it('is ended when a job hangs, and the job fails as unavailable', async () => {
    const writer = createPdfWriter({
      worker: new URL('./silent-worker.ts', import.meta.url),
      timeoutMs: 20,
    });
    await expect(writer.write(titled('a'))).rejects.toMatchObject({
      name: 'PortFailure',
      kind: 'unavailable',
      code: 'pdf setter timed out',
    });
    await writer.close();
  });

  it.each([
    ['fails', 'pdf not set'],
    ['throws', 'pdf setter failed'],
    ['dies', 'pdf setter ended'],
  ])('is followed by a new one after a job that %s', async (title, code) => {
    const writer = counting();
    const before = await thread(writer);
    await expect(writer.write(titled(title))).rejects.toMatchObject({ kind: 'unavailable', code });
    const after = await thread(writer);
    await writer.close();
    expect(after).not.toBe(before);
  });

  it('starts afresh after its share of documents', async () => {
    const writer = counting({ documentsPerThread: 2 });
    const threads = [await thread(writer), await thread(writer), await thread(writer)];
    await writer.close();
    expect(threads[0]).toBe(threads[1]);
    expect(threads[2]).not.toBe(threads[1]);
  });

  it('is started again by a document that comes after closing', async () => {
    const writer = counting();
    const before = await thread(writer);
    await writer.close();
    expect(await thread(writer)).not.toBe(before);
    await writer.close();
  });
});
