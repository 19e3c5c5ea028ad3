import { describe, expect, it } from 'vitest';
import { danishPlaces, noDanishComments, noDanishNames, noDanishStrings } from './support/danish.ts';
import {
  cardsAreForTeams,
  type HouseRule,
  namesSayWhat,
  noClassesInTheCore,
  noCodeInComments,
  noServiceOrManager,
  nothingLeftForLater,
  nothingOfThisMachine,
  nothingSuppressed,
} from './support/house-rules.ts';
import { codeFiles, type ProjectFile } from './support/project-files.ts';
import { oneWordForOneThing } from './support/vocabulary.ts';

type Planted = {
  readonly rule: HouseRule;
  readonly faults: readonly ProjectFile[];
  readonly passes: readonly ProjectFile[];
};

const domain = (text: string): ProjectFile => ({ path: 'src/domain/minutes/planted.ts', text });
const named = (path: string): ProjectFile => ({ path, text: '' });

const rules: Readonly<Record<string, Planted>> = {
  'files and folders are named after what they know': {
    rule: namesSayWhat,
    faults: [
      named('src/domain/utils/dates.ts'),
      named('src/application/helpers.ts'),
      named('src/adapters/http/mail-service.ts'),
    ],
    passes: [
      named('src/adapters/teams/utilities-of-a-school.ts'),
      named('src/domain/minutes/object-to-minutes.ts'),
    ],
  },
  'nothing is called a service or manager': {
    rule: noServiceOrManager,
    faults: [domain('export const minutesManager = 1;'), domain('export type MailService = string;')],
    passes: [
      domain('export const served = 1;'),
      domain("import { LogService as Log } from 'pino';\nexport type A = Log;"),
    ],
  },
  'nothing is left for later': {
    rule: nothingLeftForLater,
    faults: [domain('// TODO: finish\n'), domain('/** FIXME */\n')],
    passes: [domain("export const code = 'TODO';")],
  },
  'no code sleeps in comments': {
    rule: noCodeInComments,
    faults: [domain('// const old = 1;\n')],
    passes: [
      domain('// Teams sends it again after 15 s.\n'),
      domain("export const url = 'https://a.example/;';"),
    ],
  },
  'the core has no classes': {
    rule: noClassesInTheCore,
    faults: [domain('export class Minutes {}')],
    passes: [{ path: 'src/adapters/store/sqlite/planted.ts', text: 'export class Connection {}' }],
  },
  'no rule is switched off in a comment': {
    rule: nothingSuppressed,
    faults: [
      domain('// biome-ignore lint: planted\n'),
      domain('// biome-ignore lint/suspicious/noExplicitAny: it is quicker that way\n'),
      domain('// @ts-expect-error\n'),
    ],
    passes: [
      domain('// ignored: an act after the decision\n'),
      domain('// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out\n'),
    ],
  },
  'no path leads into one machine': {
    rule: nothingOfThisMachine,
    faults: [domain(`export const path = '${'/'}tmp/planted';`)],
    passes: [domain("export const path = 'templates/work';")],
  },
  'card templates are read in one place': {
    rule: cardsAreForTeams,
    faults: [
      { path: 'src/adapters/http/planted.ts', text: "export const a = new URL('../../../cards/', b);" },
    ],
    passes: [
      { path: 'src/adapters/teams/planted.ts', text: "export const a = new URL('../../../cards/', b);" },
      domain("import { cards } from './cards/minutes.ts';\nexport const a = `${cards} on discards`;"),
    ],
  },
  'names are not Danish': {
    rule: noDanishNames,
    faults: [
      domain('export const referentNavn = 1;'),
      domain('export const møde = 1;'),
      named('src/domain/dagsorden.ts'),
    ],
    passes: [domain('export const different = 1;'), domain('export const minuteTaker = 1;')],
  },
  'texts for people stand under presentation/texts': {
    rule: noDanishStrings,
    faults: [
      domain("export const text = 'Referatet er godkendt';"),
      domain('export const text = `Møde ${1}`;'),
    ],
    passes: [
      domain("import '../texts/bilag.ts';\nexport const list = 'deltager';"),
      { path: 'src/presentation/texts/planted.da.ts', text: "export const text = 'Referatet er godkendt';" },
    ],
  },
  'comments are not written in Danish': {
    rule: noDanishComments,
    faults: [domain('// Fristen er midnat, og den er ikke til at flytte\n')],
    passes: [domain('// The house says "der er ikke flere, og det er alt" here.\n')],
  },
  'one thing has one word': {
    rule: oneWordForOneThing,
    faults: [
      domain('export const attachments = [];'),
      domain('export type VoteCast = string;'),
      domain('export type A = { readonly agendaPoint: string };'),
      domain('export const graceMinutes = 2;'),
      domain('export const organizationName = 1;'),
      named('src/application/minutes/vote.ts'),
    ],
    passes: [
      domain('export const annexes = [];'),
      domain('export const readScheme = (url: URL) => url.protocol;'),
      domain('export const devoted = 1;'),
      domain('export const approvedMinutes = 1;'),
      { path: 'src/adapters/teams/planted.ts', text: 'export const attachments = [];' },
    ],
  },
};

describe('house rules', () => {
  const files = codeFiles();

  describe.each(Object.entries(rules))('%s', (_name, { rule, faults, passes }) => {
    it('in this project', () => {
      const checked = files.filter((file) => !file.path.startsWith('tests/architecture/'));
      expect(checked.length).toBeGreaterThan(20);
      const found = checked.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`));
      expect(found).toEqual([]);
    });

    it('is seen to fail on every planted fault', () => {
      expect(faults.filter((fault) => rule(fault).length === 0)).toEqual([]);
    });

    it('leaves its neighbours alone', () => {
      expect(passes.flatMap((file) => rule(file))).toEqual([]);
    });
  });

  it('excuse no place for Danish that is not there', () => {
    expect(danishPlaces.filter((place) => !files.some((file) => place.test(file.path)))).toEqual([]);
  });
});
