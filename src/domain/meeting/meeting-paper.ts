import { z } from 'zod';

/**
 * What a meeting's paper says, from head to last item: the one content model of agenda and minutes.
 * Read from Word or text, frozen and hashed when minutes are sent, written as Word and PDF.
 *
 * Rich text is Markdown of a small kind: paragraphs separated by a blank line, bullets `- ` up to three levels
 * (two spaces per level), `**bold**`, and lines `### ` for a sub-heading inside a field. Nothing else has meaning.
 * Absent fields are left out; an empty string never stands for "absent".
 */
const richText = z.string().min(1).max(60_000);
const line = z.string().min(1).max(500);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What an item is for. Its outcome is another fact: an item for information may end in a decision. */
export const purposes = [
  'information',
  'discussion',
  'decision',
  'approval',
  'formal',
  'planning',
  'break',
] as const;
export type Purpose = (typeof purposes)[number];

export const paperParticipant = z.strictObject({
  name: line,
  title: line.exactOptional(),
  organisation: line.exactOptional(),
  /** Role as printed: "formand i LUU", "elevrepræsentant". Never a source of entitlement. */
  role: line.exactOptional(),
  /** The list the person is printed in; neither role nor entitlement follows from it. */
  list: z.enum(['deltager', 'tilforordnet', 'afbud']),
  /** Name of the member whose place the person takes. */
  substituteFor: line.exactOptional(),
});
export type PaperParticipant = Readonly<z.infer<typeof paperParticipant>>;

export const paperAnnex = z.strictObject({
  /** Item.sequence as printed: "5.2". */
  number: z.string().regex(/^\d{1,3}\.\d{1,3}$/),
  title: line,
});
export type PaperAnnex = Readonly<z.infer<typeof paperAnnex>>;

export const paperItem = z.strictObject({
  /** From 1; the house numbers items in order, breaks have none. */
  number: z.number().int().min(1).max(200),
  title: line,
  presenters: z.array(line).max(20),
  /** When a presenter from outside arrives, Danish wall time. */
  arrival: wallTime.exactOptional(),
  durationMin: z.number().int().min(1).max(600).exactOptional(),
  purpose: z.enum(purposes).exactOptional(),
  casePresentation: richText.exactOptional(),
  recommendation: richText.exactOptional(),
  summary: richText.exactOptional(),
  decision: richText.exactOptional(),
  annexes: z.array(paperAnnex).max(50),
});
export type PaperItem = Readonly<z.infer<typeof paperItem>>;

/** The texts of an item, in the order of the house. Annexes follow as a list. */
export const itemFields = ['casePresentation', 'recommendation', 'summary', 'decision'] as const;
export type ItemField = (typeof itemFields)[number];

export const meetingPaper = z.strictObject({
  committee: line,
  date: isoDate.exactOptional(),
  from: wallTime.exactOptional(),
  to: wallTime.exactOptional(),
  place: z
    .strictObject({ site: line.exactOptional(), street: line.exactOptional(), room: line.exactOptional() })
    .exactOptional(),
  theme: line.exactOptional(),
  presidingPerson: line.exactOptional(),
  minuteTaker: line.exactOptional(),
  participants: z.array(paperParticipant).max(300),
  items: z.array(paperItem).max(200),
  /** Item numbers after which the meeting pauses. */
  breaksAfter: z.array(z.number().int().min(1)).max(20),
});
export type MeetingPaper = Readonly<z.infer<typeof meetingPaper>>;

/** Something in a paper that a person must look at; the software proposes, it never guesses silently. */
export const findingCodes = [
  'date.year-missing',
  'date.year-wrong',
  'date.missing',
  'name.two-spellings',
  'presenter.sent-apologies',
  'presenter.unknown',
  'item.empty-bullet',
  'item.number-skipped',
  'item.unknown-label',
  'annex.file-missing',
  'annex.cited-not-listed',
  'annex.number-mismatch',
  'link.tracking',
  'text.added-after-meeting',
  'participant.list-unclear',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const finding = z.strictObject({
  code: z.enum(findingCodes),
  /** Where: "date", "participants", "items.7", "items.10.title". */
  where: z.string().min(1).max(200),
  /** One Danish sentence for the secretary, with the words of the paper that caused it and the proposal, if any. */
  message: z.string().min(1).max(600),
});
export type Finding = Readonly<z.infer<typeof finding>>;
