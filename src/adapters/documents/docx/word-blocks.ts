import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { DocumentBlock, TextRun as Run } from '../../../ports/document-writer.ts';
import { safeAddress, settableLine, settableText } from '../settable-text.ts';
import { bulletList, paragraphStyle, textWidth } from './word-styles.ts';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;
type InlineChild = TextRun | ExternalHyperlink;

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const textRun = (text: string, bold: boolean, style?: string): TextRun[] =>
  text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(bold && { bold }),
        ...(style && { style }),
        ...(index > 0 && { break: 1 }),
      }),
  );

const inline = (run: Run): InlineChild[] => {
  const text = settableText(run.text);
  const link = safeAddress(run.href);
  if (link === undefined) return textRun(text, run.bold === true);
  return [new ExternalHyperlink({ link, children: textRun(text, run.bold === true, 'Hyperlink') })];
};

const paragraph = (runs: readonly Run[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: runs.flatMap(inline) });

const styled = (text: string, style: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, style, children: [new TextRun(settableLine(text))] });

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' } as const;

const columnWidths = (columns: number, isFacts: boolean): readonly number[] => {
  if (isFacts && columns === 2) return [Math.round(textWidth * 0.3), Math.round(textWidth * 0.7)];
  return Array.from({ length: columns }, () => Math.floor(textWidth / Math.max(columns, 1)));
};

const cell = (text: string, width: number, style: string): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { left: 0, right: 113 },
    children: [styled(text, style)],
  });

const row = (
  texts: readonly string[],
  widths: readonly number[],
  tableHeader: boolean,
  boldColumns: number,
): TableRow =>
  new TableRow({
    // Written only where it holds: readers take the mere presence of the mark for a header.
    ...(tableHeader && { tableHeader }),
    cantSplit: true,
    children: widths.map((width, column) =>
      cell(texts[column] ?? '', width, column < boldColumns ? paragraphStyle.fact : paragraphStyle.cell),
    ),
  });

const table = (block: TableBlock): (Paragraph | Table)[] => {
  const columns = Math.max(block.header?.length ?? 0, ...block.rows.map((cells) => cells.length));
  if (columns === 0) return [];
  const isFacts = block.header === undefined;
  const widths = columnWidths(columns, isFacts);
  const body = block.rows.map((cells) => row(cells, widths, false, isFacts ? 1 : 0));
  const between = isFacts ? noLine : hairline;
  return [
    ...(block.caption === undefined ? [] : [styled(block.caption, paragraphStyle.caption)]),
    new Table({
      rows: block.header === undefined ? body : [row(block.header, widths, true, columns), ...body],
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: !isFacts, firstColumn: isFacts, noHBand: true, noVBand: true },
      borders: {
        top: between,
        bottom: between,
        left: noLine,
        right: noLine,
        insideHorizontal: between,
        insideVertical: noLine,
      },
    }),
  ];
};

/** The paragraphs and tables of one block. */
export const wordBlock = (block: DocumentBlock): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level - 1] ?? headings[2],
          children: [new TextRun(settableLine(block.text))],
        }),
      ];
    case 'label':
      return [styled(block.text, paragraphStyle.label)];
    case 'paragraph':
      return [paragraph(block.runs)];
    case 'bullets':
      return block.items.map(({ level, runs }) =>
        paragraph(runs, { numbering: { reference: bulletList, level } }),
      );
    case 'table':
      return table(block);
    case 'break':
      return [styled(block.text, paragraphStyle.pause, { alignment: AlignmentType.CENTER })];
  }
};
