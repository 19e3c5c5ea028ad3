import { type PairedItem, pairedItems } from '../../domain/minutes/paired-items.ts';
import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import type { TextDifference, TextPart } from '../../ports/text-difference.ts';
import { type PaperPart, type PaperParts, paperParts } from '../documents/paper-parts.ts';
import { minutesTexts } from '../texts/minutes.da.ts';
import { webFormTexts } from '../texts/web-form.da.ts';
import { all, element, type Html, paragraphs, text } from './html.ts';
import { backLink, noteBox, type Page, type Place, pageHead } from './page.ts';

/** What says something else than in the version before, item by item and word by word, and why. */
export const differencePage = (view: AnswerPageView, place: Place, difference: TextDifference): Page => {
  const { meeting, version } = view.minutes;
  const { before } = view;
  const heading = before === undefined ? minutesTexts.seeChanges : webFormTexts.differencesHeading(version);
  return {
    title: `${heading} – ${meeting.committee}`,
    body: all(
      pageHead(`${meeting.committee} · ${webFormTexts.differencesOf(meeting.date)}`, heading),
      backLink(place),
      before === undefined
        ? noteBox('emphasis', [webFormTexts.firstVersion])
        : all(rulings(view), differences(view, before, difference)),
      backLink(place),
    ),
  };
};

/** Neither who objected nor what they wrote: the committee sees the ruling. */
const rulings = ({ rulings: made }: AnswerPageView): Html | undefined =>
  made.length === 0
    ? undefined
    : all(
        element('h2', {}, text(webFormTexts.rulings)),
        element(
          'ul',
          {},
          made.map(({ kind, reason, itemNumbers }) =>
            element(
              'li',
              {},
              element('p', {}, text(`${webFormTexts.ruling[kind]}${webFormTexts.rulingOn(itemNumbers)}.`)),
              paragraphs(reasonLines(reason)),
            ),
          ),
        ),
      );

const reasonLines = (reason: string): readonly string[] => {
  const [first = '', ...rest] = reason.split('\n').filter((line) => line.trim() !== '');
  return [`${webFormTexts.reason} ${first}`, ...rest];
};

const differences = (
  { paper }: AnswerPageView,
  before: NonNullable<AnswerPageView['before']>,
  difference: TextDifference,
): Html => {
  const [old, now] = [paperParts(before.paper), paperParts(paper)];
  const head = changedParts(old.head, now.head, difference);
  const pairs = pairedItems(before.paper, paper);
  const sections = [
    ...(head.length === 0 ? [] : [section(webFormTexts.headOfPaper, head)]),
    ...pairs.flatMap((pair) => itemSection(pair, old, now, difference)),
    ...renumbered(pairs, old, now),
  ];
  return sections.length === 0
    ? noteBox('emphasis', [webFormTexts.noDifferences])
    : all(paragraphs([webFormTexts.differencesKey], { class: 'small' }), sections);
};

/** What stayed to the letter and only got another number. */
const renumbered = (pairs: readonly PairedItem[], old: PaperParts, now: PaperParts): readonly Html[] => {
  const items = pairs.flatMap(({ before, after }) => {
    if (before === undefined || after === undefined || before.number === after.number) return [];
    const same = changedParts(partsOf(old, before), partsOf(now, after), () => []).length === 0;
    return same ? [{ before: before.number, after: after.number }] : [];
  });
  return items.length === 0 ? [] : [paragraphs([webFormTexts.renumbered(items)])];
};

const section = (heading: string, parts: readonly Html[], moved?: string): Html =>
  element(
    'section',
    {},
    element('h2', {}, text(heading)),
    moved === undefined ? undefined : paragraphs([moved], { class: 'small' }),
    parts,
  );

const itemSection = (
  { before, after }: PairedItem,
  old: PaperParts,
  now: PaperParts,
  difference: TextDifference,
): readonly Html[] => {
  const [was, is] = [partsOf(old, before), partsOf(now, after)];
  if (after === undefined)
    return [
      section(
        webFormTexts.removedItem(before.number, before.title),
        changedParts(besides(was, before.title), [], difference),
      ),
    ];
  if (before === undefined)
    return [
      section(
        webFormTexts.newItem(after.number, after.title),
        changedParts([], besides(is, after.title), difference),
      ),
    ];
  const parts = changedParts(was, is, difference);
  if (parts.length === 0) return [];
  const moved = before.number === after.number ? undefined : webFormTexts.movedItem(before.number);
  return [section(webFormTexts.theItem(after.number, after.title), parts, moved)];
};

/** What is new or gone as a whole is called by its title already. */
const besides = (parts: readonly PaperPart[], title: string): readonly PaperPart[] =>
  parts.filter((part) => part.text !== title);

/** The number in front of a title is its place and no word of it. */
const partsOf = ({ items }: PaperParts, item: PairedItem['before']): readonly PaperPart[] =>
  (item === undefined ? [] : (items.get(item) ?? [])).map(({ label, text: words }, place) => ({
    label,
    text: place === 0 ? words.replace(/^\d+\. /, '') : words,
  }));

const changedParts = (
  before: readonly PaperPart[],
  after: readonly PaperPart[],
  difference: TextDifference,
): readonly Html[] => {
  const labels = [...new Set([...after, ...before].map(({ label }) => label))];
  const textUnder = (parts: readonly PaperPart[], label: string) =>
    parts
      .filter((part) => part.label === label)
      .map((part) => part.text)
      .join('\n');
  return labels.flatMap((label) => {
    const [was, is] = [textUnder(before, label), textUnder(after, label)];
    if (was === is) return [];
    return [
      element('h3', {}, text(label)),
      element('p', { class: 'difference' }, difference(was, is).map(partHtml)),
    ];
  });
};

/** Words beside the strokes: what was changed is told without colour and by a voice. */
const partHtml = ({ kind, text: words }: TextPart): Html => {
  if (kind === 'same') return text(words);
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  const [name, mark] = kind === 'added' ? ['ins', webFormTexts.addedMark] : ['del', webFormTexts.removedMark];
  return all(
    text(before === '' ? ' ' : before),
    element(name, {}, element('span', { class: 'mark' }, text(`${mark} `)), text(inner)),
    text(after),
  );
};
