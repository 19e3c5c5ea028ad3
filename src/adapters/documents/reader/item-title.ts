import { paperLabels } from '../../../presentation/texts/paper.da.ts';
import { wallTimeIn } from './danish-dates.ts';
import { isName } from './person-names.ts';
import { collapsed } from './unit.ts';

export type ItemTitle = {
  readonly title: string;
  readonly presenters: readonly string[];
  readonly arrival?: string;
  readonly durationMin?: number;
};

type Tail = { readonly left: string; readonly arrival?: string; readonly durationMin?: number };

const duration = /^(?:ca\.\s*)?(\d{1,3})\s*min\.?(?:utter)?$/iu;
const arrives = /^deltager\s+(?:fra\s+)?kl/iu;

/** Takes "(deltager kl. 9.10)" and "(20 min.)" off the end; any other bracket belongs to the title. */
const withoutTail = (text: string): Tail => {
  let tail: Tail = { left: text.trim() };
  for (let round = 0; round < 4 && tail.left.endsWith(')'); round += 1) {
    const open = tail.left.lastIndexOf('(');
    const inside = open === -1 ? '' : tail.left.slice(open + 1, -1).trim();
    const left = tail.left.slice(0, Math.max(0, open)).trim();
    const long = Number(duration.exec(inside)?.[1] ?? 0);
    const arrival = arrives.test(inside) ? wallTimeIn(inside) : undefined;
    const both = inside
      .split(/,\s*/u)
      .map((part) => Number(duration.exec(part)?.[1] ?? 0))
      .find((found) => found > 0);
    if (long > 0) tail = { ...tail, left, durationMin: Math.min(long, 600) };
    else if (arrival !== undefined)
      tail = { ...tail, left, arrival, ...(both === undefined ? {} : { durationMin: Math.min(both, 600) }) };
    else break;
  }
  return tail;
};

const belongsBefore = (part: string): boolean =>
  !/^\p{Lu}/u.test(part) || /(?:Kommune|Region|SOSU|FOA|hospital|Sygehus)/iu.test(part);

/** "direktør for Sundhed og Omsorg" is one person. */
const goesOnAfterAnd = (before: string, part: string): boolean =>
  / (?:for|i|af|på) /u.test(` ${before} `) && /^\p{Lu}\S*$/u.test(part);

/** "a, b og c" → three; a title or an organisation after a person's comma stays with the person. */
export const splitNames = (text: string): readonly string[] => {
  const names: string[] = [];
  const parts = text.split(/(,\s+|\s+(?:og|samt|&|\+)\s+)/u);
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at] ?? '';
    const separator = parts[at - 1] ?? '';
    const last = names.at(-1);
    const afterComma = separator.startsWith(',');
    const stays =
      last !== undefined && (afterComma ? isName(last) && belongsBefore(part) : goesOnAfterAnd(last, part));
    if (stays) names[names.length - 1] = `${last}${separator}${part}`;
    else names.push(part);
  }
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 500)
    .slice(0, 20);
};

/** " v. " begins the presenters: the last one, so that an abbreviation before it stays in the title. */
const presentersAt = (text: string): number => {
  const spaced = text.lastIndexOf(` ${paperLabels.by} `);
  return spaced === -1 ? text.search(/ v\.(?=\p{Lu}[^.]*$)/u) : spaced;
};

/** Title of an item as printed → title, presenters, arrival, length. */
export const readTitle = (printed: string): ItemTitle => {
  const { left, ...times } = withoutTail(collapsed(printed));
  const at = presentersAt(left);
  if (at < 1) return { title: left === '' ? collapsed(printed) : left, presenters: [], ...times };
  const presenters = withoutTail(left.slice(at + 3));
  return {
    title: left.slice(0, at).trim(),
    presenters: splitNames(presenters.left),
    ...times,
  };
};
