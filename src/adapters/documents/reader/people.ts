import type { PaperParticipant } from '../../../domain/meeting/meeting-paper.ts';
import { isName, isTitleWord, splitPerson } from './person-names.ts';
import { joinLines } from './text-units.ts';
import { collapsed } from './unit.ts';

/** A line or table row of a list of people, with whether a gap stands above. */
export type PersonLine = { readonly text: string; readonly cells?: readonly string[]; readonly gap: boolean };

export type PersonRead = {
  readonly participant: PaperParticipant;
  readonly sure: boolean;
  readonly printed: string;
};

type Rest = {
  readonly title?: string;
  readonly organisation?: string;
  readonly role?: string;
  readonly substituteFor?: string;
};

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const withoutBy = (text: string): string => text.replace(/^v\/\s*/iu, '').trim();
const trimmedEnds = (text: string): string => text.replace(/^[\s,;–-]+|[\s,;–-]+$/gu, '');

const substitute = /\(?\b(?:suppleant|stedfortræder) for ([^(),]{3,120})\)?$/iu;
const chairAfter =
  /(?:\s+(?:samt|og|\+)\s+|,\s*(?=\S+(?:\s+(?:i|for)\s+\S{2,20})?$)|^)((?:næst)?formand(?:\s+(?:i|for)\s+[^,()]{2,80})?|(?<=(?:samt|og|\+)\s+)elevrepræsentant)$/iu;
const pupil = /^(elevrepræsentant)\p{L}*(?:[,\s]+(.*))?$/iu;
const organisationWord = /^(?:SOSU|FOA|Region\s|[\p{L}-]+\s+Kommune$|Regionshospital|UC\s|VIA\s)/u;
const hospital = /^(.+) på ((?:Regionshospital|Hospital|Sygehus|Psykiatri).*)$/u;

type Part = { readonly found: Rest; readonly left: string };

const takeSubstitute = (text: string): Part => {
  const match = substitute.exec(text);
  const of = trimmedEnds(match?.[1] ?? '');
  return match === null || of === ''
    ? { found: {}, left: text }
    : { found: { substituteFor: of }, left: trimmedEnds(text.slice(0, match.index)) };
};

const takeBracket = (text: string): Part => {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const inside = open === -1 ? '' : trimmedEnds(text.slice(open + 1, -1));
  if (inside === '') return { found: {}, left: text };
  const left = trimmedEnds(text.slice(0, open));
  const isRole = /^(?:(?:næst)?formand|elevrepræsentant)/iu.test(inside);
  return { found: isRole ? { role: lowerFirst(inside) } : { organisation: withoutBy(inside) }, left };
};

const takeChair = (text: string): Part => {
  const match = chairAfter.exec(text);
  return match?.[1] === undefined
    ? { found: {}, left: text }
    : { found: { role: lowerFirst(match[1]) }, left: trimmedEnds(text.slice(0, match.index)) };
};

const takePupil = (text: string): Part => {
  const match = pupil.exec(text);
  return match?.[1] === undefined
    ? { found: {}, left: text }
    : { found: { role: lowerFirst(match[1]) }, left: trimmedEnds(match[2] ?? '') };
};

/** "v/ FOA samt formand i LUU": what follows the organisation after "samt" or "+" is the person's role. */
const takeRepresented = (text: string): Rest | undefined => {
  const by = /(?:^|\s|,)v\/\s*/u.exec(text);
  if (by === null) return undefined;
  const title = trimmedEnds(text.slice(0, by.index));
  const [organisation = '', role = ''] = text
    .slice(by.index + by[0].length)
    .split(/\s(?:samt|\+)\s(.*)/u, 2)
    .map(trimmedEnds);
  return {
    ...(title === '' ? {} : { title }),
    ...(organisation === '' ? {} : { organisation }),
    ...(role === '' ? {} : { role: lowerFirst(role) }),
  };
};

/** Organisation: after "v/", at a hospital, after the last comma, or alone. */
const takeOrganisation = (text: string): Rest => {
  const represented = takeRepresented(text);
  if (represented !== undefined) return represented;
  const comma = text.lastIndexOf(', ');
  const after = comma === -1 ? '' : text.slice(comma + 2).trim();
  if (/^[\p{Lu}\d]/u.test(after)) return { title: trimmedEnds(text.slice(0, comma)), organisation: after };
  const at = hospital.exec(text);
  if (at?.[1] !== undefined && at[2] !== undefined)
    return { title: at[1].trim(), organisation: at[2].trim() };
  return organisationWord.test(text) ? { organisation: text } : { title: text };
};

/** "Chef for Sundhed v/ Lemvig Kommune samt næstformand i LUU" → title, organisation, role. */
const titleParts = (text: string): Rest => {
  const substituted = takeSubstitute(trimmedEnds(collapsed(text)));
  const bracketed = takeBracket(substituted.left);
  const chaired =
    bracketed.found.role === undefined ? takeChair(bracketed.left) : { found: {}, left: bracketed.left };
  const pupilled =
    chaired.found.role === undefined ? takePupil(chaired.left) : { found: {}, left: chaired.left };
  const found = { ...substituted.found, ...bracketed.found, ...chaired.found, ...pupilled.found };
  const { left } = pupilled;
  if (left === '') return found;
  if (found.organisation !== undefined) return { ...found, title: left };
  // What follows a pupil is the school they go to.
  if (pupilled.found.role !== undefined) return { ...found, organisation: withoutBy(left) };
  return { ...found, ...takeOrganisation(left) };
};

/** Left open: the person's line must go on. */
const isOpen = (text: string): boolean =>
  /(?:[,/–-]|\s(?:og|samt|v|på|i|for|af|ved|hos))$/iu.test(text.trim());

const begins = (line: PersonLine, above: PersonLine | undefined, wrapsAfterGap: boolean): boolean => {
  if (above === undefined || line.cells !== undefined) return true;
  const split = splitPerson(line.text);
  if (split === undefined) return false;
  if (split.rest !== '' && split.sure) return true;
  return !isOpen(above.text) && !(wrapsAfterGap && line.gap);
};

/** Joins wrapped lines: a line goes on where it cannot begin with a person's name. */
const people = (lines: readonly PersonLine[]): readonly PersonLine[] => {
  const wrapsAfterGap = lines.some((line) => line.gap) && lines.slice(1).some((line) => !line.gap);
  const joined: PersonLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above === undefined || begins(line, above, wrapsAfterGap)) joined.push(line);
    else joined[joined.length - 1] = { ...above, text: joinLines(above.text, line.text) };
  }
  return joined;
};

const nobody = /^(?:ingen|[-–—.]+|n\/a)$/iu;

const person = (line: PersonLine, list: PaperParticipant['list']): PersonRead => {
  const cells = (line.cells ?? []).map(collapsed).filter((cell) => cell !== '');
  const inCells =
    (line.cells?.length ?? 0) > 1 && cells[0] !== undefined
      ? { name: cells[0], rest: cells.slice(1).join(', '), sure: true }
      : undefined;
  const split = inCells ?? splitPerson(line.text);
  const text = collapsed(line.text);
  const name = split?.name ?? text.slice(0, 500);
  const parts = split === undefined ? {} : titleParts(split.rest);
  return {
    participant: { name, ...parts, list },
    sure: split?.sure ?? !isTitleWord(text.split(' ')[0] ?? ''),
    printed: text,
  };
};

const listed = (line: PersonLine): readonly PersonLine[] => {
  const parts =
    line.cells === undefined && !/\t| {2}/u.test(line.text) ? line.text.split(/[,;]\s*|\s+og\s+/u) : [];
  return parts.length > 1 && parts.every(isName) ? parts.map((text) => ({ ...line, text })) : [line];
};

/** The people of one list, with those whose line could not be divided for certain. */
export const readPeople = (
  lines: readonly PersonLine[],
  list: PaperParticipant['list'],
): readonly PersonRead[] =>
  people(lines.flatMap(listed))
    .filter((line) => !nobody.test(line.text.trim()) && !/^navn$/iu.test(line.cells?.[0] ?? ''))
    .map((line) => person(line, list));
