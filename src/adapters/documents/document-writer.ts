import type { DocumentWriter } from '../../ports/document-writer.ts';
import { createPdfWriter } from './pdf/write-pdf.ts';

/**
 * Word in this process, PDF in one of its own; `close` ends that one. The libraries are read with the first paper, not
 * when the program starts.
 */
export const createDocumentWriter = (): DocumentWriter & { close(): Promise<void> } => {
  const pdf = createPdfWriter();
  return {
    write: async (document, format) => {
      if (format === 'pdf') return pdf.write(document);
      const { writeWord } = await import('./docx/write-word.ts');
      return writeWord(document);
    },
    close: pdf.close,
  };
};
