import type { Amendment } from '../meeting/meeting-event.ts';
import { type ItemField, itemFields, type MeetingPaper, type PaperItem } from '../meeting/meeting-paper.ts';

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
  readonly fields: readonly (ItemField | 'title' | 'new' | 'removed')[];
};

/** Which items say something else in the later paper: what members are told has changed since the version before. */
export function changedItems(before: MeetingPaper, after: MeetingPaper): readonly ChangedItem[] {
  const changed = after.items.map((item) =>
    changeOf(
      before.items.find((each) => each.number === item.number),
      item,
    ),
  );
  const removed = before.items.filter((item) => after.items.every((each) => each.number !== item.number));
  return [
    ...changed.filter((each) => each.fields.length > 0),
    ...removed.map(({ number, title }) => ({ number, title, fields: ['removed'] as const })),
  ];
}

function changeOf(before: PaperItem | undefined, after: PaperItem): ChangedItem {
  const { number, title } = after;
  if (before === undefined) return { number, title, fields: ['new'] };
  const fields = itemFields.filter((field) => before[field] !== after[field]);
  return { number, title, fields: before.title === title ? fields : ['title', ...fields] };
}
