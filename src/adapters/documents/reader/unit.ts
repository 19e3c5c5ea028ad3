/**
 * What a paper consists of, whatever it was written in: text and Word are both turned into these, and one parser
 * reads them.
 */
export type BulletLevel = 0 | 1 | 2;

export type Unit =
  /** A paragraph of the body, or a line of the head. */
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The same with `**bold**`; absent where nothing is bold. */
      readonly rich?: string;
      /** A visible gap stands above. In Word every paragraph has one. */
      readonly gap: boolean;
      readonly heading?: number;
      /** Level at which Word numbers the paragraph by itself; the number stands nowhere in the text. */
      readonly ordered?: BulletLevel;
      readonly bold?: true;
    }
  | { readonly kind: 'bullet'; readonly level: BulletLevel; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'item'; readonly number: number; readonly text: string }
  | { readonly kind: 'pause' }
  /** An address that is no text: a page foot, or the target of a link. */
  | { readonly kind: 'link'; readonly href: string };

export type TextUnit = Extract<Unit, { kind: 'text' }>;

/** Spaces of every kind become one; tabs and double spaces, which separate columns, are lost. */
export const collapsed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Text of a unit as people see it; links show nothing. */
export const unitText = (unit: Unit): string => {
  if (unit.kind === 'row') return unit.cells.join(' ');
  return unit.kind === 'pause' || unit.kind === 'link' ? '' : unit.text;
};
