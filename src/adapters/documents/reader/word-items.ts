import { headLabel, itemLabel, numberedLine } from './recognised-words.ts';
import { collapsed, type TextUnit, type Unit } from './unit.ts';

/** A paragraph that begins an item: its number, if it is printed, and the title. */
type Start = { readonly number: number | undefined; readonly title: string };

const isLabel = (unit: TextUnit): boolean => {
  const text = collapsed(unit.text);
  return itemLabel(text) !== undefined || headLabel(text) !== undefined;
};

/** In a heading the number is certain, so the title may begin as it likes. */
const headingStart = (unit: TextUnit): Start | undefined => {
  const match = /^(\d{1,3})\s?[.)]\s*(\S.*)$/su.exec(unit.text);
  const number = Number(match?.[1] ?? 0);
  return match?.[2] === undefined || number < 1 || number > 200 ? undefined : { number, title: match[2] };
};

const textStart = (unit: TextUnit): Start | undefined => numberedLine(unit.text);
const unnumbered = (unit: TextUnit): Start => ({ number: undefined, title: unit.text });

type Rule = {
  readonly takes: (unit: TextUnit) => boolean;
  readonly start: (unit: TextUnit) => Start | undefined;
};

const textsOf = (units: readonly Unit[]): readonly TextUnit[] =>
  units.filter((unit) => unit.kind === 'text' && !isLabel(unit)) as readonly TextUnit[];

const topLevel = (units: readonly TextUnit[]): number =>
  Math.min(...units.map(({ heading }) => heading ?? 9));

/** Headings without any number: the highest level that stands more than once. */
const repeatedLevel = (units: readonly TextUnit[]): number =>
  [1, 2, 3].find((level) => units.filter(({ heading }) => heading === level).length > 1) ?? 0;

/**
 * How this document marks its items, the surest way first: numbered headings; headings that Word numbers; numbers in
 * the text; paragraphs that Word numbers (the bold ones, if some are); headings alone. What Word numbers by itself
 * has no number in the file's text, so the order gives it.
 */
const ruleFor = (units: readonly Unit[]): Rule => {
  const texts = textsOf(units);
  const headings = texts.filter(({ heading }) => heading !== undefined);
  const numbered = headings.filter((unit) => headingStart(unit) !== undefined);
  const automatic = headings.filter(({ ordered }) => ordered === 0);
  const inLevel = (some: readonly TextUnit[]) => (unit: TextUnit) => unit.heading === topLevel(some);
  if (numbered.length > 0) return { takes: inLevel(numbered), start: headingStart };
  if (automatic.length > 0)
    return { takes: (unit) => unit.ordered === 0 && inLevel(automatic)(unit), start: unnumbered };
  if (texts.some((unit) => textStart(unit)?.number === 1)) return { takes: () => true, start: textStart };
  const ordered = texts.filter((unit) => unit.ordered === 0);
  const bold = ordered.some((unit) => unit.bold === true);
  if (ordered.length > 0)
    return { takes: (unit) => unit.ordered === 0 && (!bold || unit.bold === true), start: unnumbered };
  const level = repeatedLevel(headings);
  return { takes: (unit) => unit.heading === level, start: unnumbered };
};

/** Numbers in plain text also stand in lists; only the next one, or the one after a gap of two, begins an item. */
const accepted = (start: Start, last: number, inHeading: boolean): boolean =>
  start.number === undefined || inHeading || (start.number > last && start.number <= last + 3);

/** What else Word numbers is a list inside an item; its numbers are lost, that it is a list is not. */
const listed = (unit: TextUnit): Unit =>
  unit.ordered === undefined || unit.heading !== undefined || isLabel(unit)
    ? unit
    : { kind: 'bullet', level: unit.ordered, text: unit.rich ?? unit.text };

/** The units with every item's first paragraph as an item of its own. */
export const withItems = (units: readonly Unit[]): readonly Unit[] => {
  const rule = ruleFor(units);
  let last = 0;
  return units.map((unit): Unit => {
    if (unit.kind !== 'text') return unit;
    const start = isLabel(unit) || !rule.takes(unit) ? undefined : rule.start(unit);
    if (start === undefined || !accepted(start, last, unit.heading !== undefined)) return listed(unit);
    last = start.number ?? last + 1;
    return { kind: 'item', number: last, text: collapsed(start.title) };
  });
};
