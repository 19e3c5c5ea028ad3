import type { Amendment } from '../meeting/meeting-event.ts';
import { type ItemField, itemFields, type MeetingPaper, type PaperItem } from '../meeting/meeting-paper.ts';
import { canonicalJson } from './canonical-json.ts';
import { type PairedItem, pairedItems } from './paired-items.ts';

/** The paper with amendments put in; items and fields not named stay to the letter. */
export function amended(paper: MeetingPaper, amendments: readonly Amendment[]): MeetingPaper {
  return {
    ...paper,
    items: paper.items.map((item) =>
      amendments.filter((each) => each.itemNumber === item.number).reduce(amendItem, item),
    ),
  };
}

function amendItem(item: PaperItem, { field, text }: Amendment): PaperItem {
  const { [field]: _former, ...rest } = item;
  return text === undefined ? rest : { ...rest, [field]: text };
}

export type ChangedItem = {
  readonly number: number;
  readonly title: string;
  readonly fields: readonly (ItemField | 'title' | 'presenters' | 'annexes' | 'moved' | 'new' | 'removed')[];
};

/** What stands outside the items: when, where and who led, and who was there. */
export type ChangedPart = { readonly part: 'head' | 'attendance' };
export type Changed = ChangedPart | ChangedItem;

/** What says something else in the later paper: what members are told has changed since the version before. */
export function changedItems(before: MeetingPaper, after: MeetingPaper): readonly Changed[] {
  const pairs = pairedItems(before, after);
  const moved = movedItems(pairs);
  const changed = pairs.flatMap((pair) =>
    pair.after === undefined ? [] : [changeOf(pair.before, pair.after, moved.has(pair.after))],
  );
  const removed = pairs.flatMap((pair) => (pair.after === undefined ? [pair.before] : []));
  return [
    ...(same(headOf(before), headOf(after)) ? [] : [{ part: 'head' } as const]),
    ...(same(before.participants, after.participants) ? [] : [{ part: 'attendance' } as const]),
    ...changed.filter((each) => each.fields.length > 0),
    ...removed.map(({ number, title }) => ({ number, title, fields: ['removed'] as const })),
  ];
}

function headOf({ participants: _participants, items: _items, ...head }: MeetingPaper) {
  return head;
}

/** Items that others have come before: an item put in or taken out only gives those after it other numbers. */
function movedItems(pairs: readonly PairedItem[]): ReadonlySet<PaperItem> {
  const moved = new Set<PaperItem>();
  let furthest = 0;
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined) continue;
    if (before.number < furthest) moved.add(after);
    furthest = Math.max(furthest, before.number);
  }
  return moved;
}

function changeOf(before: PaperItem | undefined, after: PaperItem, moved: boolean): ChangedItem {
  const { number, title } = after;
  if (before === undefined) return { number, title, fields: ['new'] };
  const texts = itemFields.filter((field) => before[field] !== after[field]);
  const fields: ChangedItem['fields'] = [
    ...(before.title === title ? [] : (['title'] as const)),
    ...(same(presentedBy(before), presentedBy(after)) ? [] : (['presenters'] as const)),
    ...texts,
    ...(same(annexesOf(before), annexesOf(after)) ? [] : (['annexes'] as const)),
    ...(moved ? (['moved'] as const) : []),
  ];
  return { number, title, fields };
}

function presentedBy({ presenters, arrival, durationMin }: PaperItem) {
  return { presenters, arrival, durationMin };
}

/** An annex is numbered after its item and its place under it; only the place says something of the annex. */
function annexesOf({ annexes }: PaperItem) {
  return annexes.map(({ number, title }) => [number.replace(/^\d+/, ''), title]);
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
