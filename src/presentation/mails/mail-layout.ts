import type { MailText } from '../../ports/mail-view.ts';
import { plain } from '../escape-text.ts';
import { all, element, type Html, text } from '../pages/html.ts';

/** A mail in parts, from top to bottom; plain text and HTML are made from the same. */
export type MailPart =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly heading: string; readonly lines: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly { readonly words: string; readonly href: string }[] }
  | { readonly kind: 'small'; readonly lines: readonly string[] };

const inText = (part: MailPart): string => {
  switch (part.kind) {
    case 'lines':
    case 'small':
      return part.lines.join('\n');
    case 'list':
      return [`${part.heading}:`, ...part.lines.map((line) => `- ${line}`)].join('\n');
    case 'links':
      // an address alone on its line is taken for one by every mail program
      return part.links.map(({ words, href }) => `${words}:\n${href}`).join('\n\n');
  }
};

const inHtml = (part: MailPart): Html => {
  switch (part.kind) {
    case 'lines':
      return all(part.lines.map((line) => element('p', {}, text(line))));
    case 'small':
      return all(part.lines.map((line) => element('p', { style: 'font-size: 0.875em' }, text(line))));
    case 'list':
      return all(
        element('h2', { style: 'font-size: 1.1em' }, text(part.heading)),
        element('ul', {}, ...part.lines.map((line) => element('li', {}, text(line)))),
      );
    case 'links':
      return element(
        'ul',
        { style: 'list-style: none; padding: 0' },
        ...part.links.map(({ words, href }) =>
          element('li', { style: 'margin: 0.75em 0' }, element('a', { href }, text(words))),
        ),
      );
  }
};

/** Nothing in it is fetched from anywhere, and nothing tells whether it was read. */
export const mailOf = (subject: string, heading: string, parts: readonly MailPart[]): MailText => ({
  subject: plain(subject, 200),
  text: `${[heading, ...parts.map(inText)].map((part) => part.trim()).join('\n\n')}\n`,
  html: `<!doctype html>${element(
    'html',
    { lang: 'da' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('title', {}, text(subject)),
    ),
    element(
      'body',
      { style: 'font-family: sans-serif; line-height: 1.5; max-width: 40em' },
      element('h1', { style: 'font-size: 1.25em' }, text(heading)),
      ...parts.map(inHtml),
    ),
  )}`,
});
