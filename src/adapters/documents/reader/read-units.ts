import {
  type Finding,
  type MeetingPaper,
  meetingPaper,
  type PaperItem,
} from '../../../domain/meeting/meeting-paper.ts';
import type { ReadPaper, UnreadableReason } from '../../../ports/document-reader.ts';
import { findDoubts } from './find-doubts.ts';
import { type ItemBody, readBody } from './item-body.ts';
import { purposeOf } from './item-purpose.ts';
import { readTitle } from './item-title.ts';
import { proposeDate } from './meeting-date.ts';
import { type PaperHead, type PaperKind, readHead } from './paper-head.ts';
import { type Unit, unitText } from './unit.ts';

type ItemUnits = { readonly number: number; readonly printed: string; readonly body: Unit[] };

type ReadItem = { readonly item: PaperItem; readonly body: ItemBody };

type Divided = {
  readonly head: readonly Unit[];
  readonly items: readonly ItemUnits[];
  readonly breaksAfter: readonly number[];
};

const isBare = (items: readonly ItemUnits[]): boolean => items.every(({ body }) => body.length === 0);

/** A list of titles above the items themselves is a table of contents; the items follow with the same numbers. */
const withoutContents = (items: readonly ItemUnits[]): readonly ItemUnits[] => {
  const again = items.findIndex((item, at) => at > 0 && item.number === items[0]?.number);
  return again > 0 && isBare(items.slice(0, again)) ? items.slice(again) : items;
};

const divide = (units: readonly Unit[]): Divided => {
  const head: Unit[] = [];
  const items: ItemUnits[] = [];
  const breaksAfter: number[] = [];
  for (const unit of units) {
    const last = items.at(-1);
    if (unit.kind === 'item') items.push({ number: unit.number, printed: unit.text, body: [] });
    else if (unit.kind === 'pause') {
      if (last !== undefined && !breaksAfter.includes(last.number)) breaksAfter.push(last.number);
    } else (last?.body ?? head).push(unit);
  }
  return { head, items: withoutContents(items), breaksAfter };
};

const readItem = ({ number, printed, body }: ItemUnits, kind: PaperKind): ReadItem => {
  const title = readTitle(printed);
  const read = readBody(number, body, kind);
  const purpose = purposeOf(title.title, read.fields.recommendation);
  return {
    item: {
      number,
      ...title,
      ...(purpose === undefined ? {} : { purpose }),
      ...read.fields,
      annexes: [...read.annexes],
    } as PaperItem,
    body: read,
  };
};

const paperOf = (
  head: PaperHead,
  items: readonly ReadItem[],
  breaksAfter: readonly number[],
  date: string | undefined,
): object => {
  const { committee, from, to, place, theme, presidingPerson, minuteTaker } = head;
  const optional = { date, from, to, place, theme, presidingPerson, minuteTaker };
  return {
    committee,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    participants: head.people.map(({ participant }) => participant),
    items: items.map(({ item }) => item),
    breaksAfter,
  };
};

/** Lines above the first item; a list of members has a few dozen. */
const maximalHead = 2_000;

const unreadable = (reason: UnreadableReason): ReadPaper => ({ kind: 'unreadable', reason });

/**
 * Units of a paper → its content and what a person must look at. A paper without items, or with too little that only
 * a meeting's paper has, is none.
 */
export const readUnits = (units: readonly Unit[]): ReadPaper => {
  const { head: headUnits, items: itemUnits, breaksAfter } = divide(units);
  if (headUnits.length > maximalHead) return unreadable('not-a-meeting-paper');
  const head = readHead(headUnits);
  if (itemUnits.length === 0 || head.committee === undefined || head.signs < 3) {
    return unreadable('not-a-meeting-paper');
  }
  const items = itemUnits.map((item) => readItem(item, head.kind));
  const date = proposeDate(head.printedDate, units.map(unitText).join('\n'));
  const parsed = meetingPaper.safeParse(paperOf(head, items, breaksAfter, date.date?.toString()));
  if (!parsed.success) {
    const onlyTooLong = parsed.error.issues.every(({ code }) => code === 'too_big');
    return unreadable(onlyTooLong ? 'too-large' : 'not-a-meeting-paper');
  }
  const paper: MeetingPaper = parsed.data;
  const findings: readonly Finding[] = findDoubts({
    paper,
    people: head.people,
    bodies: items.map(({ item, body }) => ({ number: item.number, body })),
    date,
    headLinks: headUnits.flatMap((unit) => (unit.kind === 'link' ? [unit.href] : [])),
  });
  return { kind: 'read', paper, findings };
};
