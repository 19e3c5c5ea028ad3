/**
 * Rules for the templates in `cards/`, as functions that say what they found. A template is shape and bindings only: what
 * people read comes finished from presentation, and nothing is decided in it.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

const isNode = (json: Json | undefined): json is Node =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Every object in a template or card, from outside in. */
export const nodesOf = (json: Json): readonly Node[] => {
  if (Array.isArray(json)) return json.flatMap(nodesOf);
  return isNode(json) ? [json, ...Object.values(json).flatMap(nodesOf)] : [];
};

/** All models of a card laid over each other: an array is one element that has whatever any element has. */
export const shapeOf = (models: readonly Json[]): Json => {
  const nodes = models.filter(isNode);
  if (nodes.length > 0) {
    const keys = new Set(nodes.flatMap((node) => Object.keys(node)));
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        shapeOf(nodes.flatMap((node) => (key in node ? [node[key] ?? null] : []))),
      ]),
    );
  }
  const lists = models.filter(Array.isArray);
  if (lists.length > 0) return lists.flat().length === 0 ? [] : [shapeOf(lists.flat() as Json[])];
  return models[0] ?? null;
};

const leavesOf = (shape: Json, path: string): readonly string[] => {
  if (Array.isArray(shape)) return shape.flatMap((each) => leavesOf(each as Json, path));
  return isNode(shape)
    ? Object.entries(shape).flatMap(([key, value]) => leavesOf(value, `${path}.${key}`))
    : [path];
};

type Place = { readonly shape: Json; readonly path: string };

const step = (from: Place, words: readonly string[]): Place | undefined => {
  const [word, ...rest] = words;
  if (word === undefined) return from;
  const next = isNode(from.shape) ? from.shape[word] : undefined;
  return next === undefined ? undefined : step({ shape: next, path: `${from.path}.${word}` }, rest);
};

const inside = (place: Place): Place =>
  Array.isArray(place.shape)
    ? { shape: (place.shape[0] as Json | undefined) ?? {}, path: place.path }
    : place;

const bindings = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, path]) => path ?? '');

/** Bindings that no view fills, and fields of the view-model that no binding shows. */
export const strayBindings = (template: Json, shape: Json): readonly string[] => {
  const root: Place = { shape, path: '$root' };
  const used = new Set<string>();
  const missing: string[] = [];
  const find = (path: string, context: Place): Place | undefined => {
    const words = path.split('.');
    const found = words[0] === '$root' ? step(root, words.slice(1)) : step(context, words);
    if (found === undefined) missing.push(`\${${path}} is bound to nothing`);
    else used.add(found.path);
    return found;
  };
  const walk = (json: Json, context: Place): void => {
    if (typeof json === 'string') for (const path of bindings(json)) find(path, context);
    if (Array.isArray(json)) for (const each of json) walk(each as Json, context);
    if (!isNode(json)) return;
    const { $data: data, ...rest } = json;
    const [path] = typeof data === 'string' ? bindings(data) : [];
    const place = path === undefined ? context : find(path, context);
    if (place !== undefined) for (const each of Object.values(rest)) walk(each, inside(place));
  };
  walk(template, root);
  const unused = leavesOf(shape, '$root').filter((leaf) => !used.has(leaf));
  return [...missing, ...unused.map((leaf) => `${leaf} is shown nowhere`)];
};

const read = [
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'fallbackText',
  'altText',
  'speak',
  'value',
];
const structural = new Set(
  `type $schema version lang size weight style spacing width horizontalAlignment verb id ruling`.split(' '),
);

/** Words that a person would read, or that look like such, written into a template. */
export const wordsInTemplate = (template: Json): readonly string[] =>
  nodesOf(template).flatMap((node) =>
    Object.entries(node).flatMap(([key, value]) => {
      if (typeof value !== 'string' || /^(\$\{[\w$.]+\}|\s+)$/.test(value)) return [];
      const allowed = structural.has(key) && /^[\w.:/-]+$/.test(value);
      return allowed && !read.includes(key) ? [] : [`${key}: ${JSON.stringify(value)}`];
    }),
  );

/** Anything but a path in a binding, or a condition. */
export const logicInTemplate = (template: Json): readonly string[] => [
  ...nodesOf(template).flatMap((node) =>
    '$when' in node ? [`$when: ${JSON.stringify(node['$when'])}`] : [],
  ),
  ...bindings(JSON.stringify(template)).filter((path) => !/^[\w$]+(\.\w+)*$/.test(path)),
];

const kindOf = (node: Node): string => String(node['type']);

/** Text that would be cut off at the card's edge. */
export const unwrappedTexts = (template: Json): readonly string[] =>
  nodesOf(template)
    .filter((node) => kindOf(node) === 'TextBlock' && node['wrap'] !== true)
    .map((node) => `${String(node['text'])} does not wrap`);

/** A heading is marked as one, not only drawn as one; every card begins with one. */
export const unmarkedHeadings = (template: Json): readonly string[] => {
  const texts = nodesOf(template).filter((node) => kindOf(node) === 'TextBlock');
  const isHeading = (node: Node) => node['style'] === 'heading';
  const drawn = texts.filter((node) => /heading\}/i.test(String(node['text'])) || node['size'] === 'large');
  return [
    ...(texts.some(isHeading) ? [] : ['no heading at all']),
    ...drawn.filter((node) => !isHeading(node)).map((node) => `${String(node['text'])} is no heading`),
  ];
};

/** An input says what it is for, and what is wrong when it is left empty. */
export const unnamedInputs = (template: Json): readonly string[] =>
  nodesOf(template)
    .filter((node) => kindOf(node).startsWith('Input.'))
    .flatMap((node) => [
      ...(node['label'] === undefined ? [`${String(node['id'])} has no label`] : []),
      ...(node['isRequired'] === true && node['errorMessage'] === undefined
        ? [`${String(node['id'])} does not say what is missing`]
        : []),
    ]);

/** Language and a line for those who cannot draw the card. */
export const frameFaults = (template: Json): readonly string[] =>
  isNode(template)
    ? [
        ...(template['lang'] === 'da' ? [] : ['lang is not da']),
        ...(template['version'] === '1.5' ? [] : ['version is not 1.5']),
        ...(template['fallbackText'] === '${fallback}' ? [] : ['no fallbackText']),
      ]
    : ['no card'];

/** Bytes of UTF-8 that a card may have to be shown everywhere. */
const maxCardBytes = 28_000;

/** What may not be in a card as it is sent: a binding that was not filled, and more than Teams shows. */
export const expandedFaults = (card: Json): readonly string[] => {
  const json = JSON.stringify(card);
  const bytes = Buffer.byteLength(json);
  return [
    ...(json.includes('${') ? ['a binding is left'] : []),
    ...(bytes > maxCardBytes ? [`${bytes} bytes`] : []),
  ];
};
