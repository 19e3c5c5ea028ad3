import type { ItemField, PaperParticipant } from '../../../domain/meeting/meeting-paper.ts';
import { monthNames } from '../../../presentation/danish-format.ts';
import { paperLabels } from '../../../presentation/texts/paper.da.ts';

/** Words by which old papers say what a line is. The first of each row is what the house writes today. */
export type HeadLabel =
  | { readonly kind: 'list'; readonly list: PaperParticipant['list'] }
  | { readonly kind: 'presidingPerson' | 'minuteTaker' | 'date' | 'time' | 'place' | 'theme' | 'committee' }
  /** Known, but nothing of the model: it ends the list before it. */
  | { readonly kind: 'other' };

export type ItemLabel = ItemField | 'annexes';

const headRows: readonly (readonly [HeadLabel, readonly string[]])[] = [
  [
    { kind: 'list', list: 'deltager' },
    [paperLabels.participants, 'Til stede', 'Tilstede', 'Mødedeltagere', 'Medlemmer'],
  ],
  [{ kind: 'list', list: 'tilforordnet' }, [paperLabels.attached, 'Tilforordnet', 'Observatører']],
  [{ kind: 'list', list: 'afbud' }, [paperLabels.apologies, 'Afbud fra', 'Meldt afbud']],
  [{ kind: 'presidingPerson' }, [paperLabels.presidingPerson, 'Ordstyrer', 'Dirigent']],
  [{ kind: 'minuteTaker' }, [paperLabels.minuteTaker, 'Referat ved']],
  [{ kind: 'date' }, [paperLabels.date, 'Mødedato', 'Dato og tid', 'Tid og sted']],
  [{ kind: 'time' }, [paperLabels.time, 'Tidspunkt', 'Mødetid']],
  [{ kind: 'place' }, [paperLabels.place, 'Mødested']],
  [
    { kind: 'theme' },
    [paperLabels.theme, paperLabels.themeSentence, 'Tema for mødet', 'Mødets tema', 'Tema for mødet er'],
  ],
  [{ kind: 'committee' }, ['Udvalg']],
  [{ kind: 'other' }, ['Gæster', 'Dagsorden', 'Punkter', 'Program']],
];

const itemRows: readonly (readonly [ItemLabel, readonly string[]])[] = [
  ['casePresentation', [paperLabels.casePresentation]],
  ['recommendation', [paperLabels.recommendation]],
  ['summary', [paperLabels.summary, 'Resume', 'Resumè']],
  ['decision', [paperLabels.decision, 'Beslutninger']],
  ['annexes', [paperLabels.annexes, 'Bilagsliste']],
];

const table = <Label>(rows: readonly (readonly [Label, readonly string[]])[]): ReadonlyMap<string, Label> =>
  new Map(rows.flatMap(([label, words]) => words.map((word) => [word.toLowerCase(), label] as const)));

const headLabels = table(headRows);
const itemLabels = table(itemRows);
export const itemLabelWords = itemRows.map(([label, words]) => [label, words[0] ?? ''] as const);

export type Labelled<Label> = { readonly label: Label; readonly printed: string; readonly rest: string };

/** "Label", "Label:" or "Label: text". Without the colon the label must stand alone. */
const labelled = <Label>(labels: ReadonlyMap<string, Label>, text: string): Labelled<Label> | undefined => {
  const colon = text.slice(0, 40).indexOf(':');
  const printed = (colon === -1 ? text.slice(0, 40) : text.slice(0, colon)).trim();
  const label = labels.get(printed.toLowerCase());
  if (label === undefined || (colon === -1 && printed.length < text.trim().length)) return undefined;
  return { label, printed, rest: colon === -1 ? '' : text.slice(colon + 1).trim() };
};

export const headLabel = (text: string): Labelled<HeadLabel> | undefined => labelled(headLabels, text);
export const itemLabel = (text: string): Labelled<ItemLabel> | undefined => labelled(itemLabels, text);

const monthStart = new RegExp(`^(?:${monthNames.join('|')})(?!\\p{L})`, 'iu');
const numbered =
  /^(?:(?:[Pp]unkt|PUNKT|[Pp]kt\.?|[Aa]d\.?)\s+)?(\d{1,3})\s?[.:)]\s*([\p{Lu}”"»].*|\d{4}.*)$/su;

export type Numbered = { readonly number: number; readonly title: string };

/** "4. Title", unless it is a date inside a sentence ("15. marts") or anything that begins in lower case. */
export const numberedLine = (text: string): Numbered | undefined => {
  const match = /^[\dPpAa]/.test(text) ? numbered.exec(text) : null;
  const title = match?.[2] ?? '';
  const number = Number(match?.[1] ?? 0);
  return match === null || number < 1 || number > 200 || monthStart.test(title)
    ? undefined
    : { number, title };
};

/** PAUSE, also with spaced letters between rows of dashes, or with its length behind it. */
export const isPause = (text: string): boolean => {
  if (text.length > 400 || !/p/i.test(text)) return false;
  const letters = text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  return (
    letters === paperLabels.pause.toLowerCase() ||
    /^(?:pause|kaffepause|frokost)(?:kl\d{3,8}|\d{1,3}min\p{L}*)?$/u.test(letters)
  );
};

const annexLine = /^(?:bilag)\s+(\d{1,3}\.\d{1,3})\s*[.:–-]?\s+(\S.*)$/isu;

/** "Bilag 5.2 Title" */
export const annexOf = (text: string): { readonly number: string; readonly title: string } | undefined => {
  if (!/^bilag/i.test(text)) return undefined;
  const match = annexLine.exec(text.replace(/\s+/gu, ' ').trim());
  return match?.[1] !== undefined && match[2] !== undefined && match[2].length <= 500
    ? { number: match[1], title: match[2].trim() }
    : undefined;
};
