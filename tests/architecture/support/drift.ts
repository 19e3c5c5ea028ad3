import { z } from 'zod';

/** What stands in one place and not in the other. */
export type Drift = { readonly onlyLeft: readonly string[]; readonly onlyRight: readonly string[] };

export const noDrift: Drift = { onlyLeft: [], onlyRight: [] };

export function driftBetween(left: Iterable<string>, right: Iterable<string>): Drift {
  const [one, other] = [new Set(left), new Set(right)];
  return {
    onlyLeft: [...one].filter((name) => !other.has(name)).toSorted(),
    onlyRight: [...other].filter((name) => !one.has(name)).toSorted(),
  };
}

/** `npm start`, `npm test`, `npm run check` … as a text names them. Options between are passed over. */
export function scriptsNamedIn(text: string): ReadonlySet<string> {
  const run = [...text.matchAll(/npm run (?:--?[\w-]+ )*([\w:-]+)/g)].map(([, name]) => name ?? '');
  const short = [...text.matchAll(/npm (start|test)\b/g)].map(([, name]) => name ?? '');
  return new Set([...run, ...short]);
}

/** Names in the first column of the tables of a text: "| `PORT` | … |", also several in one cell. */
export function variablesNamedIn(text: string): ReadonlySet<string> {
  const cells = [...text.matchAll(/^\|([^|]*)\|/gm)].map(([, cell]) => cell ?? '');
  const names = cells.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z0-9_]*)(?:=[^`]*)?`/g)]);
  return new Set(names.map(([, name]) => name ?? ''));
}

/** The names a zod object reads, also when checks or a transformation follow it. */
export function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe) return keysOf(schema.in);
  throw new Error('environmentSchema is no zod object');
}

/** Words in backticks, as a page of words names them. */
export function quotedWords(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? ''));
}
