import type { DocumentWriter } from '../../ports/document-writer.ts';
import { writeWord } from './docx/write-word.ts';
import { createPdfWriter } from './pdf/write-pdf.ts';

/** Word in this thread, PDF in one of its own; `close` ends that thread. */
export const createDocumentWriter = (): DocumentWriter & { close(): Promise<void> } => {
  const pdf = createPdfWriter();
  return {
    write: (document, format) => (format === 'docx' ? writeWord(document) : pdf.write(document)),
    close: pdf.close,
  };
};
