/**
 * A document ready to be set: finished Danish words in order, no layout. The same model becomes Word and PDF.
 * Presentation builds it; the writers know nothing of meetings.
 */
export type TextRun = { readonly text: string; readonly bold?: true; readonly href?: string };

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** A label such as "Sagsfremstilling:"; in Word a paragraph style of its own, so that it is found again. */
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly TextRun[] }
  | {
      readonly kind: 'bullets';
      readonly items: readonly { readonly level: 0 | 1 | 2; readonly runs: readonly TextRun[] }[];
    }
  /** Rows without a header row are laid out as a list of facts: first cell is the row's header. */
  | {
      readonly kind: 'table';
      readonly header?: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** How the columns share the width of a PDF; equal where absent. */
      readonly shares?: readonly number[];
      readonly caption?: string;
    }
  /** PAUSE between items. */
  | { readonly kind: 'break'; readonly text: string };

export type DocumentModel = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Set as the documents' date: the same model gives the same PDF bytes. */
  readonly date: Temporal.Instant;
  /** Stands small at the foot of every page beside the page number. */
  readonly footer: string;
  readonly blocks: readonly DocumentBlock[];
  /** Small type and narrow margins in the PDF: for what shall stand on one page. */
  readonly compact?: true;
};

export type DocumentFormat = 'docx' | 'pdf';

export type WrittenDocument = {
  readonly bytes: Uint8Array;
  /** Characters no font holds; they were replaced by □ and are noted, the document is never lost. */
  readonly replacedGlyphs: readonly string[];
};

/** Sets documents. Throws `PortFailure` 'unavailable' when the setter cannot run. */
export interface DocumentWriter {
  write(document: DocumentModel, format: DocumentFormat): Promise<WrittenDocument>;
}
