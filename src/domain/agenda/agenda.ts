import type { Annex } from '../annex/annex.ts';
import { annexNumber } from '../annex/annex.ts';
import type { MeetingPaper, PaperItem, Purpose } from '../meeting/meeting-paper.ts';
import type { RulesOfProcedure, StandingItem } from '../rules/rules-of-procedure.ts';

/** An item of a meeting. Its number is its place; moving it renumbers its annexes by itself. */
export type AgendaItem = {
  readonly itemId: string;
  readonly title: string;
  readonly presenters: readonly string[];
  readonly arrival?: string;
  readonly durationMin?: number;
  readonly purpose?: Purpose;
  readonly casePresentation?: string;
  readonly recommendation?: string;
  readonly summary?: string;
  readonly decision?: string;
  readonly annexes: readonly Annex[];
  readonly standing?: StandingItem['kind'];
};

export type Agenda = { readonly items: readonly AgendaItem[]; readonly breaksAfter: readonly number[] };

/** The items as a paper prints them: numbered from 1, annexes numbered from item and order. */
export function paperItems(items: readonly AgendaItem[]): readonly PaperItem[] {
  return items.map((item, index) => {
    const { itemId: _id, standing: _standing, annexes, ...texts } = item;
    const number = index + 1;
    const printed = annexes.map(({ title }, place) => ({ number: annexNumber(number, place), title }));
    return { ...texts, number, presenters: [...item.presenters], annexes: printed };
  });
}

/** Items of a read paper as items of a meeting. Ids come from the caller: the domain makes none. */
export function itemsFromPaper(paper: MeetingPaper, nextId: () => string): readonly AgendaItem[] {
  return paper.items.map(({ number: _number, annexes, ...texts }) => ({
    ...texts,
    itemId: nextId(),
    annexes: annexes.map(({ title }) => ({ annexId: nextId(), title })),
  }));
}

/** Breaks by the place of the items, as a meeting counts: a paper that skips a number has its breaks after other numbers. */
export function breaksFromPaper({ items, breaksAfter }: MeetingPaper): readonly number[] {
  const places = breaksAfter.map((number) => items.findLastIndex((item) => item.number <= number) + 1);
  return [...new Set(places)].filter((place) => place > 0);
}

/** The agenda's beginning: what the rules put first and last. */
export function standingAgenda(rules: RulesOfProcedure, nextId: () => string): Agenda {
  const standing = [...rules.standingFirst, ...rules.standingLast].map((each) => ({
    itemId: nextId(),
    title: each.title,
    purpose: each.purpose,
    presenters: [],
    annexes: [],
    standing: each.kind,
  }));
  return { items: standing, breaksAfter: [] };
}

/** Only what may be known before a meeting: an agenda carries neither summary nor decision. */
export function withoutOutcome(item: AgendaItem): AgendaItem {
  const { summary: _summary, decision: _decision, ...rest } = item;
  return rest;
}
