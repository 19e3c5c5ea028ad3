import { parseAst } from 'vitest/node';
import type { ProjectFile } from './project-files.ts';

/** What the rules of names and words look at. */
export type Words = {
  /** Names this file gives or uses, without the members of things (those may be another's words). */
  readonly names: readonly string[];
  readonly strings: readonly string[];
  readonly comments: readonly string[];
};

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;
type Visit = (node: Node, parent: Node | undefined, key: string) => void;

const known = new WeakMap<ProjectFile, Words>();

export function wordsOf(file: ProjectFile): Words {
  const words = known.get(file) ?? readWords(file);
  known.set(file, words);
  return words;
}

function readWords(file: ProjectFile): Words {
  const names: string[] = [];
  const strings: string[] = [];
  const literals: Node[] = [];
  walk(parse(file), (node, parent, key) => {
    if (node.type === 'Identifier' && !isForeign(parent, key)) names.push(String(node['name']));
    if (node.type !== 'Literal' && node.type !== 'TemplateElement') return;
    literals.push(node);
    const text = stringIn(node);
    if (text !== undefined && !isModuleName(parent)) strings.push(text);
  });
  return { names, strings, comments: commentsBetween(file.text, literals) };
}

function parse(file: ProjectFile): Node {
  const lang = file.path.endsWith('.ts') ? 'ts' : 'js';
  return parseAst(file.text, { lang }, file.path) as unknown as Node;
}

function walk(node: Node, visit: Visit, parent?: Node, key = ''): void {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node, name);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** `x.attachment`, `import { attachment as … }` and `{ attachment: annex } = x` are words of somebody else. */
function isForeign(parent: Node | undefined, key: string): boolean {
  if (parent === undefined || parent['computed'] === true) return false;
  if (parent.type === 'MemberExpression') return key === 'property';
  if (parent.type === 'ImportSpecifier') return key === 'imported';
  return parent.type === 'Property' && key === 'key' && parent['shorthand'] === false;
}

function isModuleName(parent: Node | undefined): boolean {
  return parent !== undefined && /^(Import|Export|TSImport)/.test(parent.type);
}

function stringIn(node: Node): string | undefined {
  const value = node.type === 'Literal' ? node['value'] : (node['value'] as { cooked?: unknown }).cooked;
  return typeof value === 'string' ? value : undefined;
}

/** Literals are blanked first, so that `//` inside a string or pattern is no comment. */
function commentsBetween(text: string, literals: readonly Node[]): readonly string[] {
  let code = text;
  for (const { start, end } of literals) {
    code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end);
  }
  const found = code.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g);
  return [...found].map(({ index, 0: comment }) => text.slice(index, index + comment.length));
}
