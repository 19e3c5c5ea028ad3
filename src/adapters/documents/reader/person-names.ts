/** Whether words are a person's name, and where the name ends and the title begins. */
const particle = /^(?:von|van|de|der|den|af|da|di|el|al|bin|la|le|du)$/u;
const nameWord = /^\p{Lu}[\p{L}'’´.-]*$/u;

const titleEndings = [
  'formand',
  'chef',
  'leder',
  'lederen',
  'sygeplejerske',
  'repræsentant',
  'assistent',
  'medlem',
  'vejleder',
  'medarbejder',
  'koordinator',
  'konsulent',
  'direktør',
  'rektor',
  'lærer',
  'underviser',
  'hjælper',
  'sekretær',
  'suppleant',
  'rådgiver',
  'ansvarlig',
  'pædagog',
  'terapeut',
  'specialist',
  'borgmester',
  'fuldmægtig',
  'forstander',
  'lektor',
  'adjunkt',
  'kandidat',
  'uddannelse',
  'studerende',
  'instruktør',
  'mester',
  'forvalter',
  'planlægger',
  'tillidsmand',
  'inspektør',
  'bibliotekar',
  'forsker',
  'psykolog',
  'administrator',
  'udvikling',
].join('|');

const titleWords = [
  'elev',
  'læge',
  'overlæge',
  'professor',
  'pædagogisk',
  'faglig',
  'regional',
  'kommunal',
  'ledende',
].join('|');
const titleWord = new RegExp(
  `^(?:\\p{L}{3,}-|(?:${titleWords})|[\\p{L}-]*(?:${titleEndings})(?:er|en|n|e|ne)?)$`,
  'iu',
);

const bare = (word: string): string => word.replace(/[,.;:()]+$/u, '');

export const isTitleWord = (word: string): boolean => word.length <= 60 && titleWord.test(bare(word));

/** Houses have names too: "SOSU MV", "Herning Kommune". */
const houseWord =
  /^(?:kommune|region\p{L}*|sygehus\p{L}*|hospital\p{L}*|skole\p{L}*|udvalg\p{L}*|center|afdeling\p{L}*)$/u;

const isHouse = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word) || houseWord.test(word.toLowerCase());

const isNameWord = (word: string): boolean => (nameWord.test(word) && !isHouse(word)) || particle.test(word);

const maximalName = 120;

/** Two to six capitalised words, none of them a title: "Anna B. von Andersen". */
export const isName = (text: string): boolean => {
  if (text.length > maximalName) return false;
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 6) return false;
  return (
    words.every((word) => isNameWord(word) && !isTitleWord(word)) &&
    nameWord.test(words[0] ?? '') &&
    nameWord.test(words.at(-1) ?? '')
  );
};

export type SplitPerson = {
  readonly name: string;
  readonly rest: string;
  /** False where the place of the split is a guess. */
  readonly sure: boolean;
};

const atSeparator = (text: string): SplitPerson | undefined => {
  const separator = /\t+| {2,}|,\s*| [-–—] |\s*\(|:\s+/gu;
  for (const match of text.matchAll(separator)) {
    const name = text.slice(0, match.index);
    if (name.length > maximalName) break;
    if (!isName(name)) continue;
    const kept = match[0].includes('(') ? match.index : match.index + match[0].length;
    return {
      name: name.replace(/\s+/gu, ' ').trim(),
      rest: text.slice(kept).replace(/\s+/gu, ' ').trim(),
      sure: true,
    };
  }
  return undefined;
};

const splitAt = (words: readonly string[], at: number, sure: boolean): SplitPerson => ({
  name: words.slice(0, at).join(' '),
  rest: words.slice(at).join(' '),
  sure,
});

/**
 * "Anna Andersen  Afdelingsleder, SOSU MV" → name and the rest. Columns of a table are often only a space apart: then
 * the first word that is a title ends the name.
 */
export const splitPerson = (text: string): SplitPerson | undefined => {
  const separated = atSeparator(text);
  if (separated !== undefined) return separated;
  const words = text.trim().split(/\s+/u);
  if (isName(text)) return { name: words.join(' '), rest: '', sure: true };
  const title = words.findIndex((word, at) => at > 0 && isTitleWord(word));
  if (title >= 2 && isName(words.slice(0, title).join(' '))) return splitAt(words, title, true);
  const small = words.findIndex((word) => /^(?:\p{Ll}|v\/)/u.test(word) && !particle.test(word));
  const before = /^(?:v\/|i$|på$|for$)/u.test(words[small] ?? '') ? small - 1 : small;
  return before >= 2 && isName(words.slice(0, before).join(' ')) ? splitAt(words, before, false) : undefined;
};
