import { itemFields, type MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';

/** A text of the paper and where it stands: "items.10.title", "items.9.recommendation". */
export type Place = { readonly where: string; readonly item: number; readonly text: string };

/** All texts of the items, in the order they are read. */
export const placesOf = (paper: MeetingPaper): readonly Place[] =>
  paper.items.flatMap((item) => [
    { where: `items.${item.number}.title`, item: item.number, text: item.title },
    ...itemFields.flatMap((field) => {
      const text = item[field];
      return text === undefined ? [] : [{ where: `items.${item.number}.${field}`, item: item.number, text }];
    }),
  ]);

/** Once for each: the same words about the same place. */
export const onceEach = <Value>(values: readonly Value[], key: (value: Value) => string): readonly Value[] =>
  [...new Map(values.toReversed().map((value) => [key(value), value] as const)).values()].reverse();
