/** A bilag. Its number is never stored: it follows from the item's number and the annex's place (5.2). */
export type Annex = {
  readonly annexId: string;
  readonly title: string;
  /** The file in the document library; absent while only the title is known. */
  readonly document?: { readonly documentId: string; readonly href: string };
};

/** `5.2` for the second annex of item 5; both count from 1. */
export function annexNumber(itemNumber: number, index: number): string {
  return `${itemNumber}.${index + 1}`;
}
