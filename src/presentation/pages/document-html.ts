import type { DocumentBlock, TextRun } from '../../ports/document-writer.ts';
import { all, element, type Html, text } from './html.ts';

/** A paper's blocks as markup: the same words in the same order as in Word and PDF. */
export const documentHtml = (blocks: readonly DocumentBlock[]): Html => all(blocks.map(blockHtml));

/** The page's own heading is the first; a paper's title stands one below it, a label below its item. */
const blockHtml = (block: DocumentBlock): Html => {
  switch (block.kind) {
    case 'heading':
      return element(`h${Math.min(block.level + 1, 5)}`, {}, text(block.text));
    case 'label':
      return element('p', { class: 'label' }, text(block.text));
    case 'paragraph':
      return element('p', {}, runs(block.runs));
    case 'bullets':
      return bullets(block.items);
    case 'table':
      return table(block);
    case 'break':
      return element('p', { class: 'pause' }, text(block.text));
  }
};

const runs = (parts: readonly TextRun[]): Html =>
  all(
    parts.map(({ text: words, bold, href }) => {
      const inner = bold === true ? element('strong', {}, lines(words)) : lines(words);
      return href !== undefined && /^https?:\/\//.test(href)
        ? element('a', { href, rel: 'noopener noreferrer' }, inner)
        : inner;
    }),
  );

const lines = (words: string): Html =>
  all(words.split('\n').map((line, place) => all(place === 0 ? undefined : element('br', {}), text(line))));

type Bullets = Extract<DocumentBlock, { kind: 'bullets' }>['items'];

/** Deeper bullets are lists inside the bullet before them; one that has none before it stands a level higher. */
const bullets = (items: Bullets, level = 0): Html => {
  const groups: { readonly own: Bullets[number]; readonly below: Bullets[number][] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.level > level && last !== undefined) last.below.push(item);
    else groups.push({ own: item, below: [] });
  }
  return element(
    'ul',
    {},
    groups.map(({ own, below }) =>
      element('li', {}, runs(own.runs), below.length === 0 ? undefined : bullets(below, level + 1)),
    ),
  );
};

/** Without a header row each row is a fact, headed by its first cell. */
const table = ({ header, rows, caption }: Extract<DocumentBlock, { kind: 'table' }>): Html =>
  element(
    'table',
    {},
    caption === undefined ? undefined : element('caption', {}, text(caption)),
    header === undefined
      ? undefined
      : element(
          'thead',
          {},
          element(
            'tr',
            {},
            header.map((cell) => element('th', { scope: 'col' }, text(cell))),
          ),
        ),
    element(
      'tbody',
      {},
      rows.map(([first = '', ...rest]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, text(first)),
          rest.map((cell) => element('td', {}, text(cell))),
        ),
      ),
    ),
  );
