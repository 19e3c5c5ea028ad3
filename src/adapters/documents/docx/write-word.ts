import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { DocumentModel, WrittenDocument } from '../../../ports/document-writer.ts';
import { documentTexts } from '../../../presentation/texts/document.da.ts';
import { settableLine } from '../settable-text.ts';
import { wordBlock } from './word-blocks.ts';
import { numbering, page, styles, textWidth } from './word-styles.ts';

const small = { size: 17, color: '595959' } as const;

const footer = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ ...small, text: settableLine(text) }),
          new TextRun({
            ...small,
            children: [
              '\t',
              `${documentTexts.page} `,
              PageNumber.CURRENT,
              ` ${documentTexts.ofPages} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });

const section = (model: DocumentModel) => ({
  properties: {
    page: {
      size: { width: page.width, height: page.height },
      margin: {
        top: page.margin,
        bottom: page.margin,
        left: page.margin,
        right: page.margin,
        footer: page.footer,
      },
    },
  },
  footers: { default: footer(model.footer) },
  children: model.blocks.flatMap(wordBlock),
});

/** Word replaces what its font lacks by itself, so nothing is replaced here. The bytes differ at each writing. */
export const writeWord = async (model: DocumentModel): Promise<WrittenDocument> => {
  const document = new Document({
    title: settableLine(model.title),
    subject: settableLine(model.subject),
    creator: settableLine(model.author),
    lastModifiedBy: settableLine(model.author),
    styles,
    numbering,
    sections: [section(model)],
  });
  return { bytes: new Uint8Array(await Packer.toArrayBuffer(document)), replacedGlyphs: [] };
};
