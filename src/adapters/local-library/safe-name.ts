/**
 * Names that every disk and SharePoint take: PLATFORM 3.1. The full title is kept beside the file, so a name may lose
 * characters, never the document.
 */
const longestName = { characters: 100, bytes: 160 };
const longestEnding = 12;

const forbidden = /["*:<>?/\\|]/gu;
/** Control, format (bidi, zero width), unpaired and private characters, line and paragraph separators. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
const devices = /^(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;
const owned = /\.meta\.json$/iu;

/** One segment of a path: never empty, hidden, reserved or a step upwards. The same name gives the same result. */
export function safeName(name: string): string {
  const plain = name.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').replace(forbidden, '-');
  return shortened(withoutReserved(trimmed(plain)));
}

/** What two names have in common when a disk cannot tell them apart. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** The name with a number before its ending: for the second file of that name. */
export function numberedName(name: string, number: number): string {
  if (number === 1) return name;
  const { stem, ending } = parts(name);
  const mark = ` (${number})`;
  return cut(stem, mark + ending) + mark + ending;
}

function trimmed(name: string): string {
  return name.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');
}

function withoutReserved(name: string): string {
  const safe = name
    .replace(/^~\$/u, '-')
    .replace(/_vti_/giu, '-vti-')
    .replace(devices, '_$1')
    .replace(/^(?=desktop\.ini$)/iu, '_')
    .replace(owned, '-meta.json');
  return safe === '' ? '_' : safe;
}

function shortened(name: string): string {
  const { stem, ending } = parts(name);
  return trimmed(cut(stem, ending)) + ending;
}

function parts(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  const isEnding = dot > 0 && name.length - dot <= longestEnding;
  return isEnding ? { stem: name.slice(0, dot), ending: name.slice(dot) } : { stem: name, ending: '' };
}

/** As many whole characters of the stem as leave room for what follows. */
function cut(stem: string, rest: string): string {
  const fits = (characters: readonly string[]) => {
    const whole = characters.join('') + rest;
    return whole.length <= longestName.characters && Buffer.byteLength(whole) <= longestName.bytes;
  };
  const characters = Array.from(
    new Intl.Segmenter('da', { granularity: 'grapheme' }).segment(stem),
    (each) => each.segment,
  );
  let kept = Math.min(characters.length, longestName.characters);
  while (kept > 0 && !fits(characters.slice(0, kept))) kept -= 1;
  return characters.slice(0, kept).join('');
}
