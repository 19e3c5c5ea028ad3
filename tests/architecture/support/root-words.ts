import type { ProjectFile } from './project-files.ts';

/** What a use case may refuse by itself: the thing does not exist, or the file cannot be read. All else is a rule. */
const decides = /refuse\(\{\s*code: '(?!no-|unreadable)/;

/** `src/domain/minutes/object-to-minutes.ts` is `minutes/object-to-minutes` in every layer. */
function placeOf(path: string): string {
  return path.replace(/^src\/[^/]+\//, '').replace(/\.ts$/, '');
}

function pascal(word: string): string {
  return word
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');
}

function camel(word: string): string {
  return pascal(word).replace(/^./, (first) => first.toLowerCase());
}

const wordOf = (path: string): string => placeOf(path).split('/').at(-1) ?? '';

/** A rule that is told a command of its own name: `objectToMinutes(…, command: ObjectToMinutes)`. */
function isCommandedRule({ path, text }: ProjectFile): boolean {
  const word = wordOf(path);
  return new RegExp(`export function ${camel(word)}\\([^{]*command: ${pascal(word)}\\b`).test(text);
}

function madeIn({ text }: ProjectFile): readonly string[] {
  return [...text.matchAll(/^export (?:const|function) create(\w+)/gm)].map(([, name]) => name ?? '');
}

function faultsOfUseCase(useCase: ProjectFile, rules: ReadonlyMap<string, string>): readonly string[] {
  const [place, word] = [placeOf(useCase.path), wordOf(useCase.path)];
  const rule = rules.get(place);
  const made = madeIn(useCase);
  // A dry run stands beside the act that it tries.
  const acts = made.includes(pascal(word)) ? made.filter((name) => !name.startsWith('Preview')) : made;
  return acts.flatMap((name) => {
    const ofRule = rule !== undefined && new RegExp(`export function ${name}\\(`, 'i').test(rule);
    if (name !== pascal(word) && !ofRule) return [`${useCase.path} makes ${name}`];
    const decidesItself = !ofRule && decides.test(useCase.text);
    return decidesItself ? [`${useCase.path} refuses without a rule of its name in the domain`] : [];
  });
}

/**
 * Where is objecting to minutes? One root word answers in every layer; what breaks that is told here. What lies beside
 * the folders of nouns serves all of them and is no use case.
 */
export function strayRootWords(files: readonly ProjectFile[]): readonly string[] {
  const inLayer = (layer: string) => files.filter(({ path }) => path.startsWith(`src/${layer}/`));
  const paths = new Set(files.map(({ path }) => path));
  const rules = new Map(inLayer('domain').map(({ path, text }) => [placeOf(path), text]));
  const unused = inLayer('domain')
    .filter((rule) => isCommandedRule(rule) && !paths.has(`src/application/${placeOf(rule.path)}.ts`))
    .map(({ path }) => `${path} is carried out by no use case of its name`);
  const nouns = new Set(
    inLayer('domain')
      .filter(isCommandedRule)
      .map(({ path }) => placeOf(path).split('/')[0]),
  );
  const wordless = [...nouns]
    .map((noun) => `src/presentation/texts/${noun}.da.ts`)
    .filter((texts) => !paths.has(texts))
    .map((texts) => `${texts} is missing`);
  const useCases = inLayer('application').filter(({ path }) => placeOf(path).includes('/'));
  return [...unused, ...wordless, ...useCases.flatMap((useCase) => faultsOfUseCase(useCase, rules))];
}
