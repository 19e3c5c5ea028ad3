import type { ItemField, PaperAnnex } from '../../../domain/meeting/meeting-paper.ts';
import { editDistance } from './edit-distance.ts';
import type { PaperKind } from './paper-head.ts';
import { annexOf, type ItemLabel, itemLabel, itemLabelWords, type Labelled } from './recognised-words.ts';
import { isSubHeading, type RichBlock, richText } from './rich-text.ts';
import type { TextUnit, Unit } from './unit.ts';

export type ItemBody = {
  readonly fields: { readonly [Field in ItemField]?: string };
  readonly annexes: readonly PaperAnnex[];
  /** Labels that were misspelt: as printed, and what they were read as. */
  readonly misspelt: readonly { readonly printed: string; readonly understoodAs: string }[];
  /** Addresses that stand behind words or at the page's foot. */
  readonly links: readonly string[];
};

type Reading = {
  readonly number: number;
  readonly blocks: Map<ItemField, RichBlock[]>;
  readonly annexes: PaperAnnex[];
  readonly misspelt: { printed: string; understoodAs: string }[];
  readonly links: string[];
  /** Text before the first label. */
  readonly unlabelled: RichBlock[];
  at: ItemLabel | undefined;
};

const nearLabel = (unit: TextUnit): Labelled<ItemLabel> | undefined => {
  const match = /^(\p{L}{5,18})\s*:\s*(.*)$/su.exec(unit.text);
  const printed = match?.[1];
  if (printed === undefined) return undefined;
  const near = itemLabelWords.find(
    ([, word]) =>
      word.length >= 6 &&
      editDistance(printed.toLowerCase(), word.toLowerCase(), 2) <= (word.length > 8 ? 2 : 1),
  );
  return near === undefined ? undefined : { label: near[0], printed: near[1], rest: match?.[2] ?? '' };
};

const labelOf = (reading: Reading, unit: TextUnit): Labelled<ItemLabel> | undefined => {
  if (annexOf(unit.text) !== undefined) return undefined;
  const exact = itemLabel(unit.text);
  if (exact !== undefined) return exact;
  const near = nearLabel(unit);
  if (near !== undefined) {
    reading.misspelt.push({
      printed: unit.text.slice(0, unit.text.indexOf(':')),
      understoodAs: near.printed,
    });
  }
  return near;
};

const blocksOf = (reading: Reading): RichBlock[] => {
  // What follows the list of annexes is no annex; nothing may be lost, so it stands with what was said.
  const field = reading.at === 'annexes' ? 'summary' : reading.at;
  if (field === undefined) return reading.unlabelled;
  const blocks = reading.blocks.get(field) ?? [];
  reading.blocks.set(field, blocks);
  return blocks;
};

/** A sentence that begins "Bilag 5.1 viser …" is text; a listed annex is a line without a full stop. */
const listedAnnex = (reading: Reading, text: string): PaperAnnex | undefined => {
  const annex = annexOf(text);
  if (annex !== undefined)
    return reading.at === 'annexes' || !/[.:?]$/u.test(annex.title) ? annex : undefined;
  if (reading.at !== 'annexes' || /^(?:ingen|[-–—]|.{0,2}|.{121,})$/isu.test(text) || /[.:?]$/u.test(text))
    return undefined;
  return { number: `${reading.number}.${reading.annexes.length + 1}`, title: text };
};

const takeLabel = (reading: Reading, labelled: Labelled<ItemLabel>): void => {
  reading.at = labelled.label;
  if (labelled.rest === '') return;
  const annex = listedAnnex(reading, labelled.rest);
  if (annex !== undefined) reading.annexes.push(annex);
  else if (!/^(?:ingen|[-–—])\.?$/iu.test(labelled.rest)) {
    blocksOf(reading).push({ kind: 'paragraph', text: labelled.rest });
  }
};

const takeText = (reading: Reading, unit: TextUnit, next: Unit | undefined): void => {
  const labelled = labelOf(reading, unit);
  if (labelled !== undefined) {
    takeLabel(reading, labelled);
    return;
  }
  const annex = listedAnnex(reading, unit.text);
  if (annex !== undefined) reading.annexes.push(annex);
  else if (reading.at !== 'annexes' || !/^(?:ingen|[-–—])\.?$/iu.test(unit.text)) {
    blocksOf(reading).push({
      kind: isSubHeading(unit, next) ? 'heading' : 'paragraph',
      text: unit.rich ?? unit.text,
    });
  }
};

const take = (reading: Reading, unit: Unit, next: Unit | undefined): void => {
  if (unit.kind === 'link') reading.links.push(unit.href);
  else if (unit.kind === 'text') takeText(reading, unit, next);
  else if (unit.kind === 'row')
    blocksOf(reading).push({ kind: 'paragraph', text: unit.cells.filter(Boolean).join(' – ') });
  else if (unit.kind === 'bullet') {
    const annex = reading.at === 'annexes' ? listedAnnex(reading, unit.text) : undefined;
    if (annex !== undefined) reading.annexes.push(annex);
    else blocksOf(reading).push(unit);
  }
};

/**
 * The body of an item by its labels. Text before the first label introduces the case; where there is no label at all,
 * minutes tell what was said (summary) and an agenda presents the case.
 */
export const readBody = (number: number, units: readonly Unit[], kind: PaperKind): ItemBody => {
  const reading: Reading = {
    number,
    blocks: new Map(),
    annexes: [],
    misspelt: [],
    links: [],
    unlabelled: [],
    at: undefined,
  };
  for (const [at, unit] of units.entries()) take(reading, unit, units[at + 1]);
  const anyLabel = reading.blocks.size > 0;
  const home: ItemField = anyLabel || kind === 'agenda' ? 'casePresentation' : 'summary';
  if (reading.unlabelled.length > 0) {
    reading.blocks.set(home, [...reading.unlabelled, ...(reading.blocks.get(home) ?? [])]);
  }
  const fields: { [Field in ItemField]?: string } = {};
  for (const [field, blocks] of reading.blocks) {
    const text = richText(blocks).trim();
    if (text !== '') fields[field] = text;
  }
  return { fields, annexes: reading.annexes.slice(0, 50), misspelt: reading.misspelt, links: reading.links };
};
