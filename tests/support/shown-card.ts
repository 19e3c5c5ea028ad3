import MarkdownIt from 'markdown-it';

type Json = Readonly<Record<string, unknown>>;

/** A card or dialog as a person reads it: Markdown is rendered, so that a mark that slipped through is missed here. */
export type ShownCard = {
  /** Every text, label, choice and button, from top to bottom. */
  readonly words: readonly string[];
  /** The same as one text, for `toContain`. */
  readonly text: string;
  readonly links: readonly { readonly words: string; readonly href: string }[];
  /** Buttons that send something; links are not among them. */
  readonly buttons: readonly string[];
  readonly inputs: readonly ShownInput[];
  readonly json: Json;
};

export type ShownInput = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
};

/** An action of a card, with what pressing it sends. */
export type ShownAction = Json & {
  readonly type: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: Json;
};

/** As Teams renders a text block: no HTML, line breaks kept. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

export function showCard(json: Json): ShownCard {
  const nodes = shownNodes(json);
  const blocks = nodes.flatMap(markdownOf).map((block) => readMarkdown(block));
  const actions = actionsOf(json);
  const opened = actions.flatMap(({ type, title = '', url }) =>
    type === 'Action.OpenUrl' ? [{ words: title, href: String(url) }] : [],
  );
  const words = nodes.flatMap(wordsOf).filter((each) => each.trim() !== '');
  return {
    words,
    text: words.join(' | '),
    links: [...blocks.flatMap(({ links }) => links), ...opened],
    buttons: actions.filter(({ type }) => type !== 'Action.OpenUrl').map(({ title = '' }) => title),
    inputs: nodes.filter(isInput).map(inputOf),
    json,
  };
}

export function actionsOf(card: Json): readonly ShownAction[] {
  return shownNodes(card).filter((node): node is ShownAction => typeOf(node).startsWith('Action.'));
}

/** What a dialog's button sends before anything is filled in. */
export function submitOf({ json }: ShownCard): Json {
  return actionsOf(json).find(({ type }) => type === 'Action.Submit')?.data ?? {};
}

/** Everything that is drawn, outermost first; what an action carries and what is only a fallback is not. */
function shownNodes(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(shownNodes);
  if (!isObject(value) || value['isVisible'] === false) return [];
  const unseen = ['refresh', 'data', 'fallback', 'msteams', 'metadata'];
  const inner = Object.entries(value).filter(([key]) => !unseen.includes(key));
  return [value, ...inner.flatMap(([, part]) => shownNodes(part))];
}

function wordsOf(node: Json): readonly string[] {
  const texts = markdownOf(node).map((block) => readMarkdown(block).text);
  const plain = ['title', 'altText', 'label', 'placeholder'].map((key) => node[key]);
  const own = typeOf(node) === 'TextRun' ? [node['text']] : [];
  const input = isInput(node) ? [...listOf(node, 'choices').map(({ title }) => title), node['value']] : [];
  const found = typeOf(node) === '' ? [] : [...texts, ...own, ...plain, ...input];
  return found.filter((each) => typeof each === 'string');
}

/** The renderer reads Markdown in text blocks and facts, and nowhere else. */
function markdownOf(node: Json): readonly string[] {
  if (typeOf(node) === 'TextBlock') return [String(node['text'])];
  return listOf(node, 'facts').flatMap(({ title, value }) => [String(title), String(value)]);
}

function readMarkdown(text: string): {
  readonly text: string;
  readonly links: readonly { readonly words: string; readonly href: string }[];
} {
  const tokens = markdown.parse(text, {}).flatMap((token) => token.children ?? []);
  const words = tokens.map(({ type, content }) => (type.endsWith('break') ? '\n' : content)).join('');
  const links = tokens.flatMap((token, index) =>
    token.type === 'link_open'
      ? [{ words: tokens[index + 1]?.content ?? '', href: String(token.attrGet('href')) }]
      : [],
  );
  return { text: words, links };
}

function inputOf(node: Json): ShownInput {
  return {
    id: String(node['id']),
    label: String(node['label'] ?? ''),
    value: String(node['value'] ?? ''),
    choices: listOf(node, 'choices').map(({ title, value }) => ({
      title: String(title),
      value: String(value),
    })),
  };
}

const typeOf = (node: Json): string => (typeof node['type'] === 'string' ? node['type'] : '');
const isInput = (node: Json): boolean => typeOf(node).startsWith('Input.');

function listOf(node: Json, key: string): readonly Json[] {
  return Array.isArray(node[key]) ? node[key].filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
