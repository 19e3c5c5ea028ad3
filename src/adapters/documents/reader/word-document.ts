import mammoth from 'mammoth';

/** What mammoth finds in a Word file, as far as it is used here. */
export type WordNode = {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly href?: string | null;
  readonly isBold?: boolean;
  readonly breakType?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  readonly isHeader?: boolean;
};

/**
 * The document's parts in order. Mammoth's HTML loses automatic numbers and line breaks, so its own tree is taken
 * before it is turned into HTML, and an empty one is given on. Throws on a file that is no Word document.
 */
export const wordDocument = async (bytes: Uint8Array): Promise<WordNode> => {
  let taken: WordNode = { type: 'document', children: [] };
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: WordNode): object => {
        taken = document;
        return { ...document, children: [] };
      },
    },
  );
  return taken;
};
