import { inputValue } from '../escape-text.ts';

/**
 * Markup made of parts, never of glued text: whatever is a plain string here is something that somebody wrote, and comes
 * out as letters.
 */
declare const made: unique symbol;
export type Html = string & { readonly [made]: 'html' };

type Child = Html | readonly Child[] | undefined;
type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Text as it was written, without what only serves to hide or to turn the reading direction. */
export const text = (words: string): Html => escaped(inputValue(words)) as Html;

const joined = (child: Child): string => {
  if (child === undefined) return '';
  return typeof child === 'string' ? child : child.map(joined).join('');
};

export const all = (...children: readonly Child[]): Html => joined(children) as Html;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined) return '';
      return value === true ? ` ${name}` : ` ${name}="${text(String(value))}"`;
    })
    .join('');

const withoutEnd = new Set(['input', 'link', 'meta', 'br', 'hr']);

export const element = (name: string, attributes: Attributes, ...children: readonly Child[]): Html => {
  const start = `<${name}${attributesOf(attributes)}>`;
  return (withoutEnd.has(name) ? start : `${start}${joined(children)}</${name}>`) as Html;
};

/** A paragraph a sentence. */
export const paragraphs = (sentences: readonly string[], attributes: Attributes = {}): Html =>
  all(sentences.map((sentence) => element('p', attributes, text(sentence))));
