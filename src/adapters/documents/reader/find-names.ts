import type { Finding, MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';
import { findingTexts } from '../../../presentation/texts/paper.da.ts';
import { editDistance } from './edit-distance.ts';
import { onceEach, type Place, placesOf } from './paper-places.ts';
import { isName } from './person-names.ts';

type Name = { readonly full: string; readonly words: readonly string[] };
type Known = {
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  readonly byLast: ReadonlyMap<string, readonly Name[]>;
  readonly all: readonly Name[];
};

const lower = (word: string): string => word.toLowerCase();
const nameOf = (full: string): Name => ({ full, words: full.split(/\s+/u).map(lower) });

const grouped = (names: readonly Name[], at: 0 | -1): ReadonlyMap<string, readonly Name[]> => {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    const word = name.words.at(at) ?? '';
    groups.set(word, [...(groups.get(word) ?? []), name]);
  }
  return groups;
};

const known = (all: readonly Name[]): Known => ({ all, byFirst: grouped(all, 0), byLast: grouped(all, -1) });

/** "Tina Holmgaards oplæg" is the person's own name in the genitive. */
const nominatives = (word: string): readonly string[] =>
  word.endsWith('s') ? [word, word.replace(/[’']?s$/u, '')] : [word.replace(/[’']$/u, '')];

/** Letters between two spellings of one word; 9 for two different names: "Lene" and "Lone" may be one, "Maia" and "Caia" not. */
const close = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a.replaceAll('aa', 'å') === b.replaceAll('aa', 'å')) return 1;
  const shorter = Math.min(a.length, b.length);
  const far = shorter < 3 ? 9 : editDistance(a, b, 2);
  if (a[0] !== b[0]) return far === 1 && shorter >= 6 ? 1 : 9;
  return far === 2 && shorter < 8 ? 9 : far;
};

/** Distance of words to a person: first and last name count, words between must be the person's own. */
const distance = (words: readonly string[], person: Name): number => {
  const first = close(words[0] ?? '', person.words[0] ?? '');
  const last = Math.min(
    ...nominatives(words.at(-1) ?? '').map((word) => close(word, person.words.at(-1) ?? '')),
  );
  const between = words
    .slice(1, -1)
    .map((word) => Math.min(...person.words.slice(1, -1).map((own) => close(word, own)), 9));
  return first + last + between.reduce((sum, one) => sum + one, 0);
};

/** Namesakes a word is compared with; a list of hundreds of one family is no list. */
const maximalNear = 40;

/** The person these words nearly name, or `undefined` when they name somebody exactly or nobody at all. */
const nearlyNamed = (words: readonly string[], people: Known): Name | undefined => {
  const lasts = nominatives(words.at(-1) ?? '');
  const near = [
    ...(people.byFirst.get(words[0] ?? '') ?? []),
    ...lasts.flatMap((word) => people.byLast.get(word) ?? []),
  ];
  const measured = near.slice(0, maximalNear).map((person) => ({ person, far: distance(words, person) }));
  if (measured.some(({ far }) => far === 0)) return undefined;
  return measured.find(({ far }) => far <= 2)?.person;
};

/** Runs of capitalised words; a full stop ends one, but for an initial. */
const capitalisedRuns = (text: string): readonly (readonly string[])[] => {
  const runs: string[][] = [[]];
  for (const token of text.split(/\s+/u)) {
    const word = token.replace(/^[^\p{L}]+|[^\p{L}.’']+$/gu, '');
    const ends = /[^\p{L}]$/u.test(token) && !/^\p{Lu}\.$/u.test(token);
    if (/^\p{Lu}/u.test(word)) runs.at(-1)?.push(ends ? word.replace(/\.+$/u, '') : word);
    if (ends || !/^\p{Lu}/u.test(word)) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
};

const windows = (run: readonly string[]): readonly (readonly string[])[] =>
  run.flatMap((_, from) =>
    [2, 3, 4, 5].map((size) => run.slice(from, from + size)).filter((part, at) => part.length === at + 2),
  );

const spellingsIn = (place: Place, people: Known): readonly Finding[] =>
  capitalisedRuns(place.text).flatMap((run) =>
    windows(run).flatMap((words): readonly Finding[] => {
      const person = nearlyNamed(words.map(lower), people);
      if (person === undefined) return [];
      const message = findingTexts.twoSpellings(words.join(' '), person.full);
      return [{ code: 'name.two-spellings', where: `items.${place.item}`, message }];
    }),
  );

const headSpellings = (paper: MeetingPaper, people: Known): readonly Finding[] =>
  [paper.presidingPerson, paper.minuteTaker].flatMap((name): readonly Finding[] => {
    const person = name === undefined ? undefined : nearlyNamed(nameOf(name).words, people);
    if (name === undefined || person === undefined) return [];
    return [
      {
        code: 'name.two-spellings',
        where: 'participants',
        message: findingTexts.twoSpellings(name, person.full),
      },
    ];
  });

/** Whether a printed name means the person: the same first and last name, whatever stands between. */
export const means = (printed: string, full: string): boolean => {
  const words = nameOf(printed.trim()).words;
  return words.length > 1 && distance(words, nameOf(full)) === 0;
};

/** Names in the texts that are almost, but not quite, those of a list or of a presenter. */
export const findSpellings = (paper: MeetingPaper): readonly Finding[] => {
  const listed = known(
    paper.participants
      .map(({ name }) => name)
      .filter(isName)
      .map(nameOf),
  );
  const presenters = paper.items.flatMap((item) => item.presenters).filter(isName);
  const heads = [paper.presidingPerson, paper.minuteTaker].filter(
    (name) => name !== undefined && isName(name),
  ) as readonly string[];
  const others = [...heads, ...presenters].filter(
    (name) => nearlyNamed(nameOf(name).words, listed) === undefined,
  );
  const everybody = known(onceEach([...listed.all, ...others.map(nameOf)], ({ full }) => full));
  const titles = paper.items.map((item) => ({
    where: '',
    item: item.number,
    text: item.presenters.join(', '),
  }));
  const texts = [...titles, ...placesOf(paper)].flatMap((place) => spellingsIn(place, everybody));
  return onceEach([...headSpellings(paper, listed), ...texts], ({ message }) => message);
};
