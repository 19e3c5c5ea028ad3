import type { Place } from '../../domain/meeting/meeting-event.ts';
import { type MarkdownText, markdown, openable, type PlainText, plain, plainLines } from '../escape-text.ts';

/**
 * Pieces that several cards are made of. What may be absent is a list with nothing or one thing in it: a template repeats
 * over it and needs no conditions.
 */
export type Maybe<T> = readonly T[];

/** A line in a TextBlock, where Markdown is read. */
export type Line = { readonly text: MarkdownText };
/** A line in a RichTextBlock, where it is not: for what people wrote. */
export type Verbatim = { readonly text: PlainText };
export type Fact = { readonly title: MarkdownText; readonly value: MarkdownText };
export type LinkButton = { readonly title: PlainText; readonly url: string };
export type NamedButton = { readonly title: PlainText };
export type Choice = { readonly title: PlainText; readonly value: string };

/** Colour only ever repeats what the words say. */
export type Tone = 'good' | 'warning' | 'attention' | 'accent' | 'emphasis';
export type Note = { readonly tone: Tone; readonly lines: readonly Line[] };

/** Heading of a card: whose matter it is, what it is. */
export type Head = {
  readonly fallback: PlainText;
  readonly kicker: MarkdownText;
  readonly heading: MarkdownText;
};

/** How much a card may hold; a card that grows over Teams' limit is made again with less room. */
export type Room = {
  readonly items: number;
  readonly annexes: number;
  readonly findings: number;
  /** Characters of a title. */
  readonly title: number;
  /** Characters of a text that people wrote. */
  readonly text: number;
};

export const rooms: readonly [Room, Room, Room, Room, Room] = [
  { items: 60, annexes: 60, findings: 12, title: 200, text: 8_000 },
  { items: 60, annexes: 40, findings: 12, title: 160, text: 4_000 },
  { items: 40, annexes: 20, findings: 8, title: 120, text: 1_500 },
  { items: 25, annexes: 6, findings: 5, title: 80, text: 600 },
  { items: 12, annexes: 0, findings: 3, title: 60, text: 250 },
];

export const head = (fallback: string, kicker: string, heading: string): Head => ({
  fallback: plain(fallback, 200),
  kicker: markdown(kicker, 120),
  heading: markdown(heading, 200),
});

export const line = (text: string, max = 500): Line => ({ text: markdown(text, max) });

export const verbatim = (text: string, max: number): readonly Verbatim[] =>
  plainLines(text, max).map((each) => ({ text: each }));

export const fact = (title: string, value: string | undefined, max = 300): Maybe<Fact> =>
  value === undefined || value === '' ? [] : [{ title: markdown(title), value: markdown(value, max) }];

export const note = (tone: Tone, ...sentences: readonly string[]): Note => ({
  tone,
  lines: sentences.map((sentence) => line(sentence)),
});

export const button = (title: string): NamedButton => ({ title: plain(title, 80) });

/** A button that opens an address; none where the file does not lie there yet. */
export const linkButton = (title: string, address: string | undefined): Maybe<LinkButton> => {
  const url = address === undefined ? undefined : openable(address);
  return url === undefined ? [] : [{ title: plain(title, 80), url }];
};

export const placeWords = (place: Place | undefined): string | undefined => {
  const words = [place?.site, place?.street, place?.room].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
};
