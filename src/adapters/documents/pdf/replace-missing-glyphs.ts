import type { Coverage } from './font-coverage.ts';

/** Stands where no font has a picture: better a visible gap than a lost document or a silent hole. */
const emptyBox = '\u25A1';

/** Joiners, variation selectors and the like have no picture of their own; without a font for them they just go. */
const pictureless = /^\p{Default_Ignorable_Code_Point}$/u;
const layout = /^[\n ]$/;

/** Returns the text as it can be set; a character that had to be replaced is put into `replaced`. */
export type ReplaceMissingGlyphs = (text: string, replaced: Set<string>) => string;

export const createGlyphReplacement = (fonts: readonly Coverage[]): ReplaceMissingGlyphs => {
  const covered = (letter: string): boolean =>
    layout.test(letter) || fonts.some((covers) => covers(letter.codePointAt(0) ?? 0));
  // A paper has some hundred different characters and tens of thousands of them: each is looked up once.
  const known = new Map<string, string>();
  const look = (letter: string): string => {
    const set = covered(letter) ? letter : pictureless.test(letter) ? '' : emptyBox;
    known.set(letter, set);
    return set;
  };
  return (text, replaced) => {
    let settable = '';
    for (const letter of text.normalize('NFC')) {
      const set = known.get(letter) ?? look(letter);
      if (set === emptyBox && letter !== emptyBox) replaced.add(letter);
      settable += set;
    }
    return settable;
  };
};
