import { type ILevelsOptions, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';

/**
 * The look of the Word files: one place for type, spacing and page, in Word's units (twentieths of a point; half points
 * for type). The style names are what the reader finds its way by, so they are part of a contract.
 */
export const bulletList = 'committee-bullets';

export const paragraphStyle = {
  label: 'Label',
  fact: 'FactName',
  cell: 'Cell',
  pause: 'Pause',
  caption: 'Caption',
};

export const page = { width: 11_906, height: 16_838, margin: 1_304, footer: 680 };
export const textWidth = page.width - 2 * page.margin;

const ink = '1A1A1A';
const accent = '1F4E5F';

const spacing = (before: number, after: number, line = 276) => ({ before, after, line });

const own = (id: string, bold: boolean, before: number, after: number, keepNext: boolean) => ({
  id,
  name: id,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { bold },
  paragraph: { keepNext, spacing: spacing(before, after) },
});

const heading = (size: number, outlineLevel: number, before: number, after: number) => ({
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { bold: true, size, color: accent },
  paragraph: { outlineLevel, keepNext: true, keepLines: true, spacing: spacing(before, after, 259) },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: 22,
        color: ink,
        language: { value: 'da-DK', eastAsia: 'da-DK', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: spacing(0, 120) },
    },
    heading1: heading(34, 0, 0, 120),
    heading2: heading(25, 1, 400, 120),
    heading3: heading(22, 2, 200, 60),
    hyperlink: { run: { color: '0B5394', underline: { type: 'single' } } },
    caption: { run: { bold: true }, paragraph: { keepNext: true, spacing: spacing(160, 60) } },
  },
  paragraphStyles: [
    own(paragraphStyle.label, true, 160, 40, true),
    own(paragraphStyle.fact, true, 20, 20, false),
    own(paragraphStyle.cell, false, 20, 20, false),
    own(paragraphStyle.pause, true, 320, 320, false),
  ],
};

const level = (depth: number, text: string): ILevelsOptions => ({
  level: depth,
  format: LevelFormat.BULLET,
  text,
  style: { paragraph: { indent: { left: 397 * (depth + 1), hanging: 284 }, spacing: spacing(0, 60) } },
});

export const numbering: INumberingOptions = {
  config: [{ reference: bulletList, levels: [level(0, '•'), level(1, 'o'), level(2, '▪')] }],
};
