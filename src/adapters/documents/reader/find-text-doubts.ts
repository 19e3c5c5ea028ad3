import type { Finding, MeetingPaper, PaperItem } from '../../../domain/meeting/meeting-paper.ts';
import { findingTexts } from '../../../presentation/texts/paper.da.ts';
import { onceEach, placesOf } from './paper-places.ts';

const prompt =
  /\?$|^(?:orientering|nyt|meddelelser) fra(?!\p{L})[^.:]{0,80}:?$|^(?:bordet rundt|siden sidst)$/iu;
const bulletLine = /^( *)-(?: (.*))?$/u;

/** What stands beneath: deeper bullets, indented lines, or a paragraph. */
const hasContent = (lines: readonly string[], at: number, indent: number): boolean => {
  let next = at + 1;
  while (next < lines.length && lines[next] === '') next += 1;
  const below = lines[next];
  if (below === undefined || below.startsWith('### ')) return false;
  return !bulletLine.test(below) || below.search(/\S/u) > indent;
};

const emptyBullets = (item: PaperItem): readonly Finding[] => {
  const where = `items.${item.number}`;
  const code = 'item.empty-bullet' as const;
  const texts = [item.casePresentation, item.recommendation, item.summary, item.decision];
  const marks = texts.some((text) => (text ?? '').split('\n').some((line) => /^ *-$/u.test(line)));
  // Only what was said can be missing: questions in a recommendation are asked, not answered.
  const lines = item.purpose === 'planning' ? [] : (item.summary ?? '').split('\n');
  const prompts = lines.flatMap((line, at): readonly Finding[] => {
    const bullet = bulletLine.exec(line);
    const words = bullet?.[2] ?? '';
    if (!prompt.test(words) || words.length > 120 || hasContent(lines, at, bullet?.[1]?.length ?? 0))
      return [];
    return [{ code, where, message: findingTexts.emptyBullet(words) }];
  });
  return marks ? [...prompts, { code, where, message: findingTexts.emptyBulletMark() }] : prompts;
};

const addedWords = '(?:tilføjet|tilføjelse|indsat|indføjet|fremsendt|eftersendt)';
const added = new RegExp(
  `${addedWords}(?:\\s+\\S+){0,3}?\\s+efter\\s+mødet[^.,;:()\\n]{0,80}|efter\\s+mødet(?:\\s+\\S+){0,3}?\\s+${addedWords}`,
  'iu',
);

const addedAfterMeeting = (paper: MeetingPaper): readonly Finding[] =>
  placesOf(paper).flatMap(({ item, text }): readonly Finding[] => {
    const match = added.exec(text);
    if (match === null) return [];
    const words = match[0].replace(/\s+/gu, ' ').trim();
    return [
      {
        code: 'text.added-after-meeting',
        where: `items.${item}`,
        message: findingTexts.addedAfterMeeting(words),
      },
    ];
  });

const tracking = /^(?:_gl|_ga\w*|gclid|fbclid|msclkid|igshid|mc_[ce]id|utm_\w+|_hs\w+|dclid|twclid)$/iu;

/** The address without what follows people across sites, or `undefined` when it has nothing of the kind. */
const untracked = (href: string): string | undefined => {
  const [path = '', query] = href.split('?', 2);
  if (query === undefined) return undefined;
  const parts = query.split('#', 1)[0]?.split('&') ?? [];
  const kept = parts.filter((part) => !tracking.test(part.split('=', 1)[0] ?? ''));
  if (kept.length === parts.length) return undefined;
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
};

export type LinkAt = { readonly where: string; readonly href: string };

const trackingLinks = (paper: MeetingPaper, links: readonly LinkAt[]): readonly Finding[] => {
  const inTexts = placesOf(paper).flatMap(({ item, text }) =>
    [...text.matchAll(/https?:\/\/[^\s<>"”)]+/giu)].map((match) => ({
      where: `items.${item}`,
      href: match[0],
    })),
  );
  return [...links, ...inTexts].flatMap(({ where, href }): readonly Finding[] => {
    const clean = untracked(href);
    return clean === undefined
      ? []
      : [{ code: 'link.tracking', where, message: findingTexts.trackingLink(href, clean) }];
  });
};

export const findTextDoubts = (paper: MeetingPaper, links: readonly LinkAt[]): readonly Finding[] =>
  onceEach(
    [...paper.items.flatMap(emptyBullets), ...addedAfterMeeting(paper), ...trackingLinks(paper, links)],
    ({ where, message }) => where + message,
  );
