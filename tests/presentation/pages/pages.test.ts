import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../../src/adapters/text-difference/word-difference.ts';
import { differencePage } from '../../../src/presentation/pages/difference-page.ts';
import { element, text } from '../../../src/presentation/pages/html.ts';
import { emptyObjection, objectionPage } from '../../../src/presentation/pages/objection-page.ts';
import { pageHtml } from '../../../src/presentation/pages/page.ts';
import { inventedAnswers, inventedPages } from '../../texts/invented-pages.ts';
import { printedSeed } from '../../texts/printed-seed.ts';

const place = { base: '/svar/token' };
const pages = Object.entries(inventedPages).map(
  ([name, page]) => [name, pageHtml(page, 'style.css')] as const,
);

const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
const namedBy = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]+)"`, 'g'))].flatMap(([, ids = '']) => ids.split(' '));

describe.each(pages)('the page ”%s”', (_name, html) => {
  it('has one heading of the first rank, and skips none below it', () => {
    const ranks = [...html.matchAll(/<h(\d)[ >]/g)].map(([, rank]) => Number(rank));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    const jumps = ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1 && index > 0);
    expect(jumps).toEqual([]);
  });

  it('says its language and its title, and lies in one main part', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="da"><head>.*<title>[^<]{5,}<\/title>/);
    expect(html.match(/<main>/g)).toHaveLength(1);
    expect(html).toContain('name="viewport" content="width=device-width, initial-scale=1"');
  });

  it('labels every field, and refers to nothing that is not there', () => {
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    const fields = [...html.matchAll(/<(?:select|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(namedBy(html, 'for').toSorted()).toEqual(fields.toSorted());
    const referred = [...namedBy(html, 'aria-describedby'), ...namedBy(html, 'aria-labelledby')];
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(anchors.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('needs no script, no colour alone, and nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|<img|<iframe|\son\w+=|\sstyle=|url\(/);
    expect(html.match(/<link /g)).toHaveLength(1);
    for (const [whole] of html.matchAll(/<(ins|del)>.*?<\/\1>/g)) expect(whole).toContain('class="mark"');
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, end, name = '', own] of html.matchAll(/<(\/?)([a-z]+\d?)[^>]*?(\/?)>/g)) {
      if (own === '/' || ['meta', 'link', 'input', 'br'].includes(name)) continue;
      if (end === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

describe('what people wrote', () => {
  it('is never markup, in an element, an attribute or a field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (written) => {
        const evil = `${written}"'><script>${written}</script>&amp;`;
        const html = element('p', { title: evil }, text(evil));
        expect(html.match(/[<>]/g)).toHaveLength(4);
        expect(html.match(/"/g)).toHaveLength(2);
      }),
      printedSeed('pages'),
    );
  });

  it('comes back into its field to the letter, first line end and all', () => {
    const written = { ...emptyObjection, itemNumber: '2', text: '\nførste <linje>\n\n"anden"' };
    const { body } = objectionPage(inventedAnswers.unread, place, written, []);
    expect(body).toContain(
      'rows="6" aria-describedby="text-hint">\n\nførste &lt;linje&gt;\n\n&quot;anden&quot;</textarea>',
    );
    expect(body).toContain('<option value="2" selected>');
  });

  it('in a paper is shown without what hides or turns it', () => {
    const { second } = inventedAnswers;
    const items = second.paper.items.map((item) => ({ ...item, title: `<b>\u202E${item.title}</b>` }));
    const { body } = differencePage({ ...second, paper: { ...second.paper, items } }, place, wordDifference);
    expect(body).not.toMatch(/<b>|\u202E/);
    expect(body).toContain('&lt;b&gt;');
  });
});

describe('what changed since the version before', () => {
  const { second } = inventedAnswers;
  const html = (view = second) => differencePage(view, place, wordDifference).body;

  it('stands word by word, with words beside the strokes', () => {
    expect(html()).toContain(
      '<del><span class="mark">slettet: </span>40</del> <ins><span class="mark">tilføjet: </span>50</ins>',
    );
  });

  it('tells an item that only moved as one that stayed', () => {
    expect(html()).toContain('Punktet havde nummer 2 i den forrige version.');
    const [first, , third] = second.paper.items;
    const items = [first, third].flatMap((each) => each ?? []);
    expect(html({ ...second, paper: { ...second.paper, items } })).not.toContain('(nyt punkt)');
  });

  it('tells items that only got another number, in one line', () => {
    const { before } = second;
    if (before === undefined) throw new TypeError('no version before');
    const [first, middle, last] = before.paper.items;
    const items = [first, last, middle].flatMap((each, index) =>
      each === undefined ? [] : [{ ...each, number: index + 1, annexes: [] }],
    );
    const bare = { ...before.paper, items: before.paper.items.map((item) => ({ ...item, annexes: [] })) };
    const told = html({
      ...second,
      before: { ...before, paper: bare },
      paper: { ...bare, items },
      rulings: [],
    });
    expect(told).toContain('Uændret, men med nyt nummer: punkt 2 (før 3) og punkt 3 (før 2).');
    expect(told).not.toContain('<h3>');
  });

  it('tells rulings with their reasons, and never who objected to what', () => {
    expect(html()).toContain('En indsigelse er delvist taget til følge (punkt 3).');
    expect(html()).toContain('Begrundelse: Tallet var 50.');
  });

  it('leaves nothing out that the paper says', () => {
    const { before } = second;
    if (before === undefined) throw new TypeError('no version before');
    const changes = {
      participants: [...second.paper.participants, { name: 'Ny Nysen', list: 'deltager' as const }],
      place: { site: 'Et andet sted' },
      from: '10:00',
      presidingPerson: 'Egon Eksempel',
      minuteTaker: 'Ny Nysen',
      breaksAfter: [2],
    };
    for (const [field, value] of Object.entries(changes)) {
      const paper = { ...before.paper, [field]: value };
      expect(html({ ...second, paper, rulings: [] }), field).not.toContain('Teksten er den samme');
    }
  });
});
