/** One line of the table of rules: which file keeps the rule, which test shows it. */
export type RuleLine = {
  readonly rule: string;
  readonly kept: readonly string[];
  readonly shown: readonly string[];
};

const pathsIn = (cell: string | undefined): readonly string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');

/** "| R7 | says | `kept by` | `shown by` |" */
export function rulesNamedIn(text: string): readonly RuleLine[] {
  const lines = [...text.matchAll(/^\| (R\d+) \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)];
  return lines.map(([, rule = '', , kept, shown]) => ({ rule, kept: pathsIn(kept), shown: pathsIn(shown) }));
}

/** A name in the text that is this rule's and not that of one whose number begins alike. */
function names(text: string, rule: string): boolean {
  return new RegExp(`\\b${rule}\\b`).test(text);
}

/** A test, or a group of tests, whose name begins with the rule's. */
function shows(text: string, rule: string): boolean {
  return new RegExp(`\\b(?:it|describe)(?:\\.each\\([^)]*\\))?\\(\\s*['"\`]${rule}\\b`).test(text);
}

/** What is wrong with a line: files that are not there, or that do not name the rule. */
export function faultsOfRule(
  { rule, kept, shown }: RuleLine,
  read: (path: string) => string | undefined,
): readonly string[] {
  const fault = (path: string, holds: (text: string, rule: string) => boolean) => {
    const text = read(path);
    if (text === undefined) return [`${rule}: ${path} is not there`];
    return holds(text, rule) ? [] : [`${rule}: ${path} does not name it`];
  };
  const nowhere = kept.length === 0 || shown.length === 0 ? [`${rule} is kept or shown nowhere`] : [];
  return [
    ...nowhere,
    ...kept.flatMap((path) => fault(path, names)),
    ...shown.flatMap((path) => fault(path, shows)),
  ];
}
