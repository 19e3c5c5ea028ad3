import type { DocumentModel } from '../../../ports/document-writer.ts';
import { makeAccessible } from './accessible-pdf.ts';
import { fontCoverage } from './font-coverage.ts';
import { readFonts } from './fonts.ts';
import { createGlyphReplacement } from './replace-missing-glyphs.ts';
import { typstData } from './typst-data.ts';
import { createTypstSetter } from './typst-setter.ts';

/** The process in which PDFs are set: one job at a time, in as the model's JSON, out as bytes. */
export type PdfAnswer =
  | { readonly kind: 'set'; readonly bytes: Uint8Array; readonly replacedGlyphs: readonly string[] }
  | { readonly kind: 'failed' };

const fonts = readFonts();
const replaceMissing = createGlyphReplacement(fonts.map(fontCoverage));
const setter = createTypstSetter(fonts);

const modelFrom = (json: string): DocumentModel => {
  const model = JSON.parse(json) as Omit<DocumentModel, 'date'> & { readonly date: string };
  return { ...model, date: Temporal.Instant.from(model.date) };
};

const answer = async (json: string): Promise<PdfAnswer> => {
  try {
    const replaced = new Set<string>();
    const data = typstData(modelFrom(json), (text) => replaceMissing(text, replaced));
    const bytes = await makeAccessible((await setter)(data));
    return { kind: 'set', bytes, replacedGlyphs: [...replaced] };
  } catch {
    // Nothing of the reason goes out: it may hold words of the paper, and what fails here is told as a code.
    return { kind: 'failed' };
  }
};

process.on('message', async (json: string) => {
  process.send?.(await answer(json));
});
// The program ends this process when it has no more use for it: a paper under way is still finished, whoever asked the
// whole group to stop; and a program that was killed leaves nothing behind.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.once('disconnect', () => process.exit());
