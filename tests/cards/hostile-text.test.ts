import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { renderCard } from '../../src/adapters/teams/cards/render-card.ts';
import type { CardView } from '../../src/ports/card-view.ts';
import { printedSeed } from '../texts/printed-seed.ts';
import { allInventedViews } from './invented-views.ts';
import { type Json, nodesOf } from './template-lint.ts';

/** Fields of views that hold what people wrote; all others are ids, dates and words of the domain. */
const written = new Set(
  `title name committee theme site street room text passage proposedWording decision summary casePresentation
   recommendation objector reason message fileName approvalParagraph presenters sourceNote recordedBy successor names by
   proposedBy first second deferredBy persons`.split(/\s+/),
);

function withText(view: unknown, said: string, key = ''): unknown {
  if (typeof view === 'string') return written.has(key) ? `${said}${view}${said}` : view;
  if (Array.isArray(view)) return view.map((each) => withText(each, said, key));
  if (typeof view !== 'object' || view === null || view instanceof Temporal.Instant) return view;
  return Object.fromEntries(Object.entries(view).map(([name, value]) => [name, withText(value, said, name)]));
}

const render = (view: CardView, said: string): Json =>
  JSON.parse(JSON.stringify(renderCard(withText(view, said) as CardView)));

const renderer = new MarkdownIt({ html: true });

/** Marks and addresses that a renderer makes of the places where it reads Markdown. */
function madeOfMarkdown(card: Json): readonly string[] {
  const texts = nodesOf(card).flatMap((node) => {
    if (node['type'] === 'TextBlock') return [node['text']];
    return node['type'] === 'FactSet'
      ? nodesOf(node['facts'] ?? []).flatMap(({ title, value }) => [title, value])
      : [];
  });
  const tokens = texts.flatMap((text) => renderer.parse(String(text), {}));
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => !/^(paragraph_|inline$|text|link_close$)/.test(type))
    .map((token) => (token.type === 'link_open' ? new URL(String(token.attrGet('href'))).host : token.type));
}

const addresses = (card: Json): readonly string[] =>
  nodesOf(card).flatMap((node) => (typeof node['url'] === 'string' ? [new URL(node['url']).host] : []));

const attacks = [
  '[Godkendt](https://evil.example)',
  '<a href="https://evil.example">Godkend</a>',
  '![x](https://evil.example/x.png)',
  '**_`~~',
  '\n\n# Overskrift\n- punkt\n1. tal\n> citat\n',
  '${meetingId}{{DATE(2023-01-01T00:00:00Z)}}',
  '\u202Edrejet\u2066skjult\u200B\u0000\u0007',
  '](https://evil.example) [',
  '"}],"actions":[{"type":"Action.OpenUrl","url":"https://evil.example"}]',
];

describe.each(allInventedViews)('$card $name', ({ view }) => {
  const expectHarmless = (said: string) => {
    const card = render(view, said);
    const json = JSON.stringify(card);
    expect(madeOfMarkdown(card).filter((made) => made !== 'eksempel.sharepoint.com')).toEqual([]);
    expect(addresses(card).filter((host) => host !== 'eksempel.sharepoint.com')).toEqual([]);
    expect(json).not.toMatch(/\$\{|\{\{|\\u202e|\\u0007/i);
    expect(JSON.parse(json)).toEqual(card);
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(28_000);
  };

  it.each(attacks)('shows %j as words', (attack) => expectHarmless(attack));

  it('stays a card with texts of any length and kind', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .chain((part) => fc.nat(300).map((times) => part.repeat(times)));
    fc.assert(fc.property(text, expectHarmless), { ...printedSeed('hostile-text'), numRuns: 3 });
  });

  it('holds a text of a hundred thousand characters', () =>
    expectHarmless(`${'Meget lang tekst med æøå. '.repeat(4_000)}`));
});
