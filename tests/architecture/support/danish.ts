import type { HouseRule } from './house-rules.ts';
import { wordsOf } from './syntax.ts';

/**
 * Where Danish may stand in code, and why. Everything else that a person reads is a text under presentation/texts.
 * Tests quote what people read and write, so their strings are free; their names are not.
 */
export const danishPlaces = [
  /^src\/presentation\/texts\//,
  /^src\/presentation\/danish-format\.ts$/,
  /^src\/adapters\/documents\/reader\//,
  // an invented committee and its papers: data that people read
  /^src\/adapters\/demo\//,
  /^tests\//,
];

/** Fixed by the stable import format and by the folders of the library. */
const fixedWords = new Set([
  'deltager',
  'tilforordnet',
  'afbud',
  'Dagsorden',
  'Referat',
  'Bilag',
  'Kilder',
  'Kilde',
]);

const danishLetter = /[æøåÆØÅ]/;
const danishWord =
  /(?<!\p{L})(og|ikke|eller|skal|kan|med|fra|til|udvalg|udvalget|referat|referatet|dagsorden|dagsordenen|indsigelse|bilag|punkt|frist|godkend|godkendt)(?!\p{L})/iu;
const danishStem =
  /dagsorden|indsigelse|udvalg|forretningsorden|referent|bilag|tilforordnet|formand|godkend/i;
const danishSentence = /(?<!\p{L})(og|ikke|eller|der|som|skal|til|fra|på|af|er)(?!\p{L})/giu;

function isDanish(text: string): boolean {
  return !fixedWords.has(text) && (danishLetter.test(text) || danishWord.test(text));
}

function isDanishName(name: string): boolean {
  return !fixedWords.has(name) && (danishLetter.test(name) || danishStem.test(name));
}

export const noDanishNames: HouseRule = (file) => {
  const inPath = danishStem.test(file.path) || danishLetter.test(file.path) ? [file.path] : [];
  const names = wordsOf(file).names.filter(isDanishName);
  return [...inPath, ...new Set(names)];
};

export const noDanishStrings: HouseRule = (file) =>
  danishPlaces.some((place) => place.test(file.path)) ? [] : wordsOf(file).strings.filter(isDanish);

/** A comment may quote the house's word for a thing; it is not written in Danish. */
export const noDanishComments: HouseRule = (file) =>
  wordsOf(file).comments.filter((comment) => {
    const spoken = comment.replaceAll(/"[^"]*"|`[^`]*`|\*[^*\n]*\*/g, '');
    return (spoken.match(danishSentence)?.length ?? 0) >= 3;
  });
