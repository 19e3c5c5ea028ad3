import type { ProjectFile } from './project-files.ts';
import { wordsOf } from './syntax.ts';

/** A rule reads one file and says what it found, in words that can stand in an error message. */
export type HouseRule = (file: ProjectFile) => readonly string[];

const catchAll =
  /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|[.-])|-(service|manager|helper|impl|base)\.ts$/;

/** "utils" says nothing: a file or folder is named after what it knows. */
export const namesSayWhat: HouseRule = ({ path }) =>
  catchAll.test(path) ? [`${path} is a name for anything`] : [];

export const noServiceOrManager: HouseRule = (file) =>
  wordsOf(file)
    .names.filter((name) => /[a-z](Service|Manager|Helper|Util|Utils)$/.test(name))
    .map((name) => `${name} says who does it, not what is done`);

export const nothingLeftForLater: HouseRule = (file) =>
  wordsOf(file).comments.filter((comment) => /\b(TODO|FIXME|XXX|HACK)\b/.test(comment));

/** A line of code in a comment: history is in git. A sentence never ends in `;`, `{` or `}`. */
export const noCodeInComments: HouseRule = (file) =>
  wordsOf(file).comments.filter((comment) => /^\/\/\s*\S.*[;{}]\s*$/.test(comment));

const classHomes = /^(src\/adapters\/|src\/ports\/port-failure\.ts$|src\/domain\/defect\.ts$|tests\/)/;

/** Classes hide state. Two errors are the exception: `instanceof` is how a catch tells them apart. */
export const noClassesInTheCore: HouseRule = ({ path, text }) => {
  const found = classHomes.test(path) ? [] : text.match(/^\s*(export )?(abstract )?class \w+/gm);
  return found ?? [];
};

const suppression = /biome-ignore|@ts-(ignore|expect-error|nocheck)|eslint-disable|v8 ignore/;
const reasoned = /^\/\/ biome-ignore lint\/\w+\/(\w+): (\S+ ){3}/;
const budget = /noExplicitAny|noNonNullAssertion|noExcessiveLines|noDefaultExport|noBarrelFile|noRestricted/;

/** A suppressed rule is a rule that does not hold. One Biome rule on one line may give way, with its reason. */
export const nothingSuppressed: HouseRule = (file) =>
  wordsOf(file)
    .comments.filter((comment) => suppression.test(comment))
    .filter((comment) => !reasoned.test(comment) || budget.test(comment));

const places = /(^|[^\w.])\/(tmp|home|root|Users)\/\w|C:\\\\Users|registry\.npm/;

/** A path of one machine works on no other. */
export const nothingOfThisMachine: HouseRule = ({ text }) =>
  text.split('\n').filter((line) => places.test(line));

/** Templates are read from disk, which no import shows: the folder is named in adapters/teams and nowhere else. */
export const cardsAreForTeams: HouseRule = (file) => {
  if (!file.path.startsWith('src/') || file.path.startsWith('src/adapters/teams/')) return [];
  return wordsOf(file).strings.filter((text) => /^(\.\.\/)*cards(\/|$)/.test(text));
};
