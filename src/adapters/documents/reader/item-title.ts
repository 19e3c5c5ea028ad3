import { paperLabels } from '../../../presentation/texts/paper.da.ts';
import { wallTimeIn } from './danish-dates.ts';
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

/** "a, b og c" → three; a title or an organisation after a comma stays with its person. */
export const splitNames = (text: string): readonly string[] => {
  const names: string[] = [];
  for (const part of text.split(/,\s+/u)) {
    const last = names.at(-1);
    if (last !== undefined && belongsBefore(part) && !/\sog\s/u.test(part))
      names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names
    .flatMap((name) => {
      const parts = name.split(/\s+(?:og|samt|&|\+)\s+/u);
      // "direktør for Sundhed og Omsorg" is one person.
      const oneTitle =
        parts.length > 1 &&
        / (?:for|i|af|på) /u.test(` ${parts[0] ?? ''} `) &&
        !/\s/u.test(parts.at(-1) ?? '');
      return oneTitle ? [name] : parts;
    })
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
