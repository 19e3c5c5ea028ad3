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
  createPdfWriter({ program: new URL('./counting-process.ts', import.meta.url), ...settings });

const idOf = ({ bytes }: { readonly bytes: Uint8Array }) => Buffer.from(bytes).readUInt32LE();
const processOf = async (writer: ReturnType<typeof counting>) => idOf(await writer.write(titled('a')));

describe('the process PDFs are set in', () => {
  it('is the same for one document after the other, and answers each with its own', async () => {
    const writer = counting();
    const written = await Promise.all(['a', 'b', 'c'].map((title) => writer.write(titled(title))));
    await writer.close();
    expect(written.map(({ replacedGlyphs }) => replacedGlyphs[0])).toEqual(['a', 'b', 'c']);
    expect(new Set(written.map(idOf)).size).toBe(1);
  });

  it('is ended when a job hangs, and the job fails as unavailable', async () => {
    const writer = createPdfWriter({
      program: new URL('./silent-process.ts', import.meta.url),
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
    ['throws', 'pdf setter ended'],
    ['dies', 'pdf setter ended'],
  ])('is followed by a new one after a job that %s', async (title, code) => {
    const writer = counting();
    const before = await processOf(writer);
    await expect(writer.write(titled(title))).rejects.toMatchObject({ kind: 'unavailable', code });
    const after = await processOf(writer);
    await writer.close();
    expect(after).not.toBe(before);
  });

  it('starts afresh after its share of documents', async () => {
    const writer = counting({ documentsPerProcess: 2 });
    const processes = [await processOf(writer), await processOf(writer), await processOf(writer)];
    await writer.close();
    expect(processes[0]).toBe(processes[1]);
    expect(processes[2]).not.toBe(processes[1]);
  });

  it('is started again by a document that comes after closing', async () => {
    const writer = counting();
    const before = await processOf(writer);
    await writer.close();
    expect(await processOf(writer)).not.toBe(before);
    await writer.close();
  });
});
