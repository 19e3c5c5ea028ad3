import type { MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';
import { type PrintedDate, printedDates, timeSpan } from './danish-dates.ts';
import { type PersonLine, type PersonRead, readPeople } from './people.ts';
import { splitPerson } from './person-names.ts';
import { type HeadLabel, headLabel } from './recognised-words.ts';
import { collapsed, type Unit } from './unit.ts';

export type PaperKind = 'minutes' | 'agenda';

/** The head as read; what a date without a year means is decided with the whole paper in view. */
export type PaperHead = {
  readonly kind: PaperKind;
  readonly committee?: string;
  readonly printedDate?: PrintedDate;
  readonly from?: string;
  readonly to?: string;
  readonly place?: NonNullable<MeetingPaper['place']>;
  readonly theme?: string;
  readonly presidingPerson?: string;
  readonly minuteTaker?: string;
  readonly people: readonly PersonRead[];
  /** How many things only a meeting's paper has were found. */
  readonly signs: number;
};

type Section = { readonly label: HeadLabel | undefined; readonly lines: PersonLine[] };

const kindWord =
  /^(?:udkast til\s+)?(?:godkendt\s+|foreløbig\s+|beslutnings)?(referat|dagsorden|mødereferat|mødeindkaldelse|indkaldelse)\p{L}*(?=[\s:,–-]|$)/iu;
const meetingOf =
  /(?:fra|til|for|af)\s+(?:\p{L}+\s+)?(?:møde\p{L}*|LUU-møde\p{L}*)\s+(?:i|for)\s+(.{2,200})$/iu;
const committeeAfter = /^\p{L}+\s*(?:[:–-]|fra|for|til)\s*(.{2,200})$/iu;

const sections = (units: readonly Unit[]): readonly Section[] => {
  const found: Section[] = [{ label: undefined, lines: [] }];
  for (const unit of units) {
    if (unit.kind === 'pause' || unit.kind === 'link' || unit.kind === 'item') continue;
    const cells = unit.kind === 'row' ? unit.cells : undefined;
    const text = cells === undefined ? (unit.kind === 'row' ? '' : unit.text) : cells.join('\t');
    const gap = unit.kind === 'text' && unit.gap;
    const labelled = cells === undefined ? headLabel(collapsed(text)) : undefined;
    if (labelled !== undefined) {
      found.push({ label: labelled.label, lines: [] });
      if (labelled.rest !== '') found.at(-1)?.lines.push({ text: labelled.rest, gap: false });
      continue;
    }
    for (const line of cells === undefined ? text.split('\n') : [text]) {
      found.at(-1)?.lines.push({ text: line, gap, ...(cells === undefined ? {} : { cells }) });
    }
  }
  return found;
};

const linesOf = (all: readonly Section[], kind: HeadLabel['kind']): readonly string[] =>
  all
    .filter((section) => section.label?.kind === kind)
    .flatMap((section) => section.lines.map(({ text }) => collapsed(text)));

const titleLine = (lines: readonly string[]): { kind: PaperKind; committee?: string; titled: boolean } => {
  for (const line of lines.slice(0, 12)) {
    const word = kindWord.exec(line);
    if (word === null) continue;
    const kind = /dagsorden|indkaldelse/iu.test(word[1] ?? '') ? 'agenda' : 'minutes';
    const committee = (meetingOf.exec(line) ?? committeeAfter.exec(line))?.[1];
    // "Referat fra møde i LUU den 3. maj": the date is none of the committee's name.
    const name =
      committee === undefined
        ? undefined
        : collapsed(committee.split(/,?\s(?:den|d\.|[a-zæøå]+dag den)\s\d/iu)[0] ?? '');
    return { kind, titled: true, ...(name === undefined || name === '' ? {} : { committee: name }) };
  }
  return { kind: 'minutes', titled: false };
};

const roomWord =
  /^(?:lokale|mødelokale|rum|auditorium|mødecenter|kantine|sal)\P{L}|(?:lokalet?|rummet|salen|auditorium|kantinen?)$/iu;
const streetWord = /\p{L}.*\s\d{1,4}\s?\p{L}?$/u;
const placeStart = /^på\s+(?=\p{Lu})/u;

const placeIn = (text: string): NonNullable<MeetingPaper['place']> => {
  const place: { site?: string; street?: string; room?: string } = {};
  for (const part of text.replace(placeStart, '').split(/,\s*/u).map(collapsed)) {
    if (part === '' || part.length > 200) continue;
    if (place.room === undefined && roomWord.test(part)) place.room = part;
    else if (place.street === undefined && place.site !== undefined && streetWord.test(part))
      place.street = part;
    else if (place.site === undefined) place.site = part;
    else if (place.room === undefined && !/^\d{4}\s/u.test(part)) place.room = part;
  }
  return place;
};

const placeOf = (labelled: readonly string[], free: readonly string[]): PaperHead['place'] => {
  const line =
    labelled.find((text) => text !== '' && printedDates(text).length === 0) ??
    free.find((text) => placeStart.test(text));
  const sameLine =
    line ?? free.map((text) => / på (\p{Lu}.*)$/u.exec(text)?.[0].trim()).find((text) => text !== undefined);
  const place = sameLine === undefined ? {} : placeIn(sameLine);
  return Object.keys(place).length === 0 ? undefined : place;
};

const spanOf = (timed: readonly string[], free: readonly string[]): ReturnType<typeof timeSpan> => {
  const spans = [...timed, ...free].map(timeSpan);
  return spans.find(({ to }) => to !== undefined) ?? spans.find(({ from }) => from !== undefined) ?? {};
};

/** Themes are sometimes printed at the end of a list, so they are looked for everywhere in the head. */
const themeOf = (all: readonly Section[]): string | undefined =>
  linesOf(all, 'theme')
    .find((line) => line !== '')
    ?.slice(0, 500);

const onePerson = (all: readonly Section[], kind: 'presidingPerson' | 'minuteTaker'): string | undefined => {
  const line = all.find((section) => section.label?.kind === kind)?.lines[0];
  if (line === undefined) return undefined;
  const name = line.cells?.[0] ?? splitPerson(line.text)?.name ?? collapsed(line.text).split(/,\s/u)[0] ?? '';
  return collapsed(name).slice(0, 500) || undefined;
};

const given = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

const signsOf = (all: readonly Section[], titled: boolean, dated: boolean): number => {
  const labels = new Set(all.map(({ label }) => (label?.kind === 'list' ? label.list : label?.kind)));
  const typical = ['deltager', 'afbud', 'tilforordnet', 'presidingPerson', 'minuteTaker'] as const;
  return typical.filter((kind) => labels.has(kind)).length + (titled ? 2 : 0) + (dated ? 1 : 0);
};

/** Everything above the first item. */
export const readHead = (units: readonly Unit[]): PaperHead => {
  const all = sections(units);
  const free = (all[0]?.lines ?? []).map(({ text }) => collapsed(text)).filter((text) => text !== '');
  const { kind, committee, titled } = titleLine(free);
  const dateLines = [...linesOf(all, 'date'), ...free];
  const printedDate = dateLines.flatMap(printedDates)[0];
  const span = spanOf([...linesOf(all, 'time'), ...linesOf(all, 'date')], free);
  const people = all.flatMap(({ label, lines }) =>
    label?.kind === 'list' ? readPeople(lines, label.list) : [],
  );
  return {
    kind,
    people,
    signs: signsOf(all, titled, printedDate !== undefined),
    ...span,
    ...given('committee', linesOf(all, 'committee')[0] ?? committee),
    ...given('printedDate', printedDate),
    ...given('place', placeOf(linesOf(all, 'place'), free)),
    ...given('theme', themeOf(all)),
    ...given('presidingPerson', onePerson(all, 'presidingPerson')),
    ...given('minuteTaker', onePerson(all, 'minuteTaker')),
  };
};
