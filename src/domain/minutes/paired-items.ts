import type { MeetingPaper, PaperItem } from '../meeting/meeting-paper.ts';

/** An item of the later paper beside the one it was before; one of the two is absent where it is new or gone. */
export type PairedItem =
  | { readonly before: PaperItem; readonly after: PaperItem }
  | { readonly before?: undefined; readonly after: PaperItem }
  | { readonly before: PaperItem; readonly after?: undefined };

/**
 * Items by what they are called, and else by their number: an item that was put in between changes the numbers of those
 * after it, not what they say. In the order of the later paper, what is gone at the end.
 */
export function pairedItems(before: MeetingPaper, after: MeetingPaper): readonly PairedItem[] {
  const open = new Set(before.items);
  const take = (fits: (item: PaperItem) => boolean): PaperItem | undefined => {
    const found = [...open].find(fits);
    if (found !== undefined) open.delete(found);
    return found;
  };
  const exact = pairs(after.items, (item) =>
    take(({ number, title }) => number === item.number && title === item.title),
  );
  const byName = pairs(
    after.items.filter((item) => !exact.has(item)),
    (item) => take(({ title }) => title === item.title),
  );
  const paired = after.items.map((item): PairedItem => {
    const found = exact.get(item) ?? byName.get(item) ?? take(({ number }) => number === item.number);
    return found === undefined ? { after: item } : { before: found, after: item };
  });
  return [...paired, ...[...open].map((item) => ({ before: item }))];
}

function pairs(
  items: readonly PaperItem[],
  find: (item: PaperItem) => PaperItem | undefined,
): ReadonlyMap<PaperItem, PaperItem> {
  return new Map(
    items.flatMap((item) => {
      const found = find(item);
      return found === undefined ? [] : [[item, found] as const];
    }),
  );
}
