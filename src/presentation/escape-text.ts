/**
 * Text from people on its way into a card. Teams reads Markdown in TextBlock and Fact, and reads none in TextRun, buttons
 * and inputs: the two kinds are told apart by type, so that neither is escaped twice or not at all.
 */
declare const reading: unique symbol;
export type MarkdownText = string & { readonly [reading]: 'markdown' };
export type PlainText = string & { readonly [reading]: 'plain' };

/** Letters that are drawn as nothing although they are no control characters: fillers and joiners of other scripts. */
const drawnAsNothing = ['\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u3164', '\uFFA0'];
const invisible = new RegExp(`[\\p{Cf}\\p{Cc}${drawnAsNothing.join('')}]`, 'gu');
const lineEnd = /\r\n|[\r\n\v\f\u2028\u2029\u0085]/gu;
/** More than three marks on one letter climb over the lines around it. */
const heapedMarks = /(\p{M}{3})\p{M}+/gu;

const withoutInvisible = (line: string): string =>
  line
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '')
    .replaceAll(heapedMarks, '$1')
    // `${` is read by the card's template language, `{{DATE(…)}}` by every renderer
    .replaceAll(/\$(?=\{)/g, '$ ')
    .replaceAll(/\{(?=\{)/g, '{ ');

const cleanLines = (text: string): readonly string[] =>
  text.toWellFormed().normalize('NFC').split(lineEnd).map(withoutInvisible);

/** One line: what only serves to hide, to turn the reading direction or to look like a template is gone. */
const oneLine = (text: string): string => cleanLines(text).join(' ').replaceAll(/\s+/gu, ' ').trim();

/** At most `max` characters, cut at the end of a word and marked with "…". */
export const shortened = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const end = kept.lastIndexOf(' ');
  return `${(end > max / 2 ? kept.slice(0, end) : kept).replace(/[\s.,;:–-]+$/u, '')}…`;
};

/** What is far beyond the cut need not be cleaned first; generous, because cleaning makes a text shorter. */
const within = (text: string, max: number): string => {
  const enough = 4 * max + 1_000;
  return text.length > enough ? `${text.slice(0, enough)}…` : text;
};

/** For places without Markdown: TextRun, button, label, choice, placeholder. */
export const plain = (text: string, max = 500): PlainText =>
  shortened(oneLine(within(text, max)), max) as PlainText;

/** A paragraph a line; blank lines fall out. Longer than `max` characters in all, or `maxLines`: cut and marked. */
export const plainLines = (text: string, max: number, maxLines = 40): readonly PlainText[] => {
  const lines = cleanLines(within(text, max))
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  const kept: PlainText[] = [];
  let left = max;
  for (const line of lines.slice(0, maxLines)) {
    if (left < 2) break;
    kept.push(shortened(line, left) as PlainText);
    left -= line.length;
  }
  const last = kept.at(-1);
  const cut = last !== undefined && kept.length < lines.length && !last.endsWith('…');
  return cut ? [...kept.slice(0, -1), `${last} …` as PlainText] : kept;
};

/** For the value of an input: what is written there comes back, so only what nobody can see is taken out. */
export const inputValue = (text: string): PlainText => cleanLines(text).join('\n') as PlainText;

/** What Markdown could read as markup anywhere in a line, and what it reads only at its beginning. */
const markup = /[\\`*_[\]<>~|]|&(?=#|\w+;)/g;
const opening = /^(?:[-+=#>]|\d+(?=[.)]))/;

const escapeMarkup = (line: string): string =>
  line
    .replaceAll(markup, '\\$&')
    .replace(opening, (found) => (/\d/.test(found) ? found : `\\${found}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** For TextBlock and Fact: comes out to the letter, on one line. */
export const markdown = (text: string, max = 500): MarkdownText =>
  escapeMarkup(shortened(oneLine(within(text, max)), max)) as MarkdownText;

/** A web address that may be opened from a card: https, or http on this machine, as the local mode has it. */
export const openable = (address: string): string | undefined => {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  const local = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !local) return undefined;
  // a URL keeps brackets as they are; in Markdown they would end the address
  return url.href.replaceAll(/[()[\]{}<>`\\|"$]/g, percentEncoded);
};

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A link in a TextBlock. An address that may not be opened leaves the words without a link. */
export const markdownLink = (words: string, address: string | undefined, max = 200): MarkdownText => {
  const url = address === undefined ? undefined : openable(address);
  const label = markdown(words, max);
  return url === undefined ? label : (`[${label}](${url})` as MarkdownText);
};
