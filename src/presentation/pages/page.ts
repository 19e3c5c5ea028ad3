import type { NoticeView } from '../cards/notice.ts';
import { webFormTexts } from '../texts/web-form.da.ts';
import { all, element, type Html, paragraphs, text } from './html.ts';

/** A page before it is framed: its title stands in the browser's tab and is told first by a screen reader. */
export type Page = { readonly title: string; readonly body: Html };

/** `base`: the path of the person's own page, without a slash at the end. */
export type Place = { readonly base: string };

export const pageHtml = ({ title, body }: Page, stylePath: string): string =>
  `<!doctype html>\n${element(
    'html',
    { lang: 'da' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('meta', { name: 'robots', content: 'noindex' }),
      element('title', {}, text(title)),
      element('link', { rel: 'stylesheet', href: stylePath }),
    ),
    element('body', {}, element('main', {}, body)),
  )}\n`;

/** What a page begins with: whose matter it is, and what it is. */
export const pageHead = (kicker: string, heading: string): Html =>
  element('header', {}, element('p', { class: 'kicker' }, text(kicker)), element('h1', {}, text(heading)));

/** Colour only ever repeats what the words say. */
export const noteBox = (
  tone: 'good' | 'warning' | 'attention' | 'emphasis' | 'accent',
  sentences: readonly string[],
): Html => element('div', { class: `note ${tone}` }, paragraphs(sentences));

export const linkTo = (href: string, words: string, className?: string): Html =>
  element('a', { href, class: className }, text(words));

export const backLink = ({ base }: Place): Html =>
  element('p', { class: 'back' }, linkTo(base, webFormTexts.back));

/** A form that does one thing; what it is about lies in the address, against doubling it carries its own mark. */
export const actForm = (
  action: string,
  hidden: Readonly<Record<string, string>>,
  ...children: readonly Html[]
): Html =>
  element(
    'form',
    { method: 'post', action },
    Object.entries(hidden).map(([name, value]) => element('input', { type: 'hidden', name, value })),
    children,
  );

export const submitButton = (words: string, className = 'primary'): Html =>
  element('button', { type: 'submit', class: className }, text(words));

/** A plain answer: a refusal, or something that could not be done. */
export const noticePage = ({ heading, sentences }: NoticeView, place?: Place): Page => ({
  title: heading,
  body: all(
    element('header', {}, element('h1', {}, text(heading))),
    paragraphs(sentences),
    place === undefined ? undefined : backLink(place),
  ),
});
