import type { MeetingPaper, PaperItem } from '../../domain/meeting/meeting-paper.ts';
import type { DocumentBlock, TextRun } from '../../ports/document-writer.ts';
import { webFormTexts } from '../texts/web-form.da.ts';
import { meetingPaperDocument } from './meeting-paper-document.ts';

/** A stretch of a paper under one label, as plain lines: what two versions are compared by. */
export type PaperPart = { readonly label: string; readonly text: string };

export type PaperParts = {
  readonly head: readonly PaperPart[];
  readonly items: ReadonlyMap<PaperItem, readonly PaperPart[]>;
};

const bulletSigns = ['•', '◦', '▪'] as const;
const words = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

const lines = (block: DocumentBlock): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [words(block.runs)];
    case 'bullets':
      return block.items.map(({ level, runs }) => `${bulletSigns[level]} ${words(runs)}`);
    case 'table':
      return block.rows.map((row) => row.filter((cell) => cell !== '').join(', '));
    default:
      return [block.text];
  }
};

/** Every label begins a part; what comes before the first is the part `first`. */
const partsOf = (blocks: readonly DocumentBlock[], first: string): readonly PaperPart[] => {
  const parts: { label: string; readonly lines: string[] }[] = [{ label: first, lines: [] }];
  for (const block of blocks) {
    if (block.kind === 'label') parts.push({ label: block.text.replace(/:$/, ''), lines: [] });
    else parts.at(-1)?.lines.push(...lines(block));
  }
  return parts.map(({ label, lines: told }) => ({ label, text: told.join('\n').trim() }));
};

/** The theme stands in the head under words of its own, in one line with them. */
const withItsLabel = (block: DocumentBlock): readonly DocumentBlock[] => {
  const [first, ...rest] = block.kind === 'paragraph' ? block.runs : [];
  return first?.bold === true && rest.length > 0 && /:\s*$/.test(first.text)
    ? [
        { kind: 'label', text: first.text.trim() },
        { kind: 'paragraph', runs: rest },
      ]
    : [block];
};

/** All that the written paper says, cut at its items: nothing that a reader sees there is left out. */
export const paperParts = (paper: MeetingPaper): PaperParts => {
  const { blocks } = meetingPaperDocument(paper, 'minutes', {
    organisation: '',
    date: Temporal.Instant.fromEpochMilliseconds(0),
  });
  const sections: DocumentBlock[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) sections.push([]);
    sections.at(-1)?.push(block);
  }
  const [head = [], ...items] = sections;
  return {
    head: partsOf(head.flatMap(withItsLabel), webFormTexts.headOfPaper),
    items: new Map(
      paper.items.map((item, place) => [item, partsOf(items[place] ?? [], webFormTexts.itemTitle)]),
    ),
  };
};
