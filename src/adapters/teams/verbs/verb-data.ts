import { z } from 'zod';
import { rulings } from '../../../domain/meeting/meeting-event.ts';
import { plain } from '../../../presentation/escape-text.ts';

/**
 * What the cards' buttons send, by verb. Inputs of a card share one object with the action's data; nothing in it is ever
 * authority: it names things, the rules decide. A blank input is the same as one left out.
 */
const id = z.string().min(1).max(200);
const isoDate = z.iso.date();
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a person wrote: half characters are mended and composed and decomposed letters are one, so that it can be stored. */
function sound(value: unknown): unknown {
  return typeof value === 'string'
    ? value.toWellFormed().replaceAll('\r\n', '\n').normalize('NFC').trim()
    : value;
}

/** Free text of a person: at most so many characters, blank is absent. */
function optionalText(max: number) {
  const text = z.string().max(max).optional();
  return z.preprocess((value) => (sound(value) === '' ? undefined : sound(value)), text);
}

/** A list where nothing was chosen sends an empty text, which is not the number 0. */
function chosen(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** Letters that are drawn as nothing are no text either. */
function requiredText(max: number) {
  const text = z.string().max(max);
  return z.preprocess(
    sound,
    text.refine((written) => plain(written).length > 0),
  );
}

const onVersion = {
  meetingId: id,
  version: z.coerce.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
};
const onObjection = {
  meetingId: id,
  version: z.coerce.number().int().min(1),
  objectionId: id,
  objectorId: id,
};

const onDoubt = { committeeId: id, since: id };

/** Action.Execute: done at once, answered with a card or a sentence. */
export const executeVerbs = {
  'agenda.publish': z.object({ meetingId: id }),
  'invitation.answer': z.object({ meetingId: id, nonce: id, coming: z.literal(true) }),
  'meeting.hold': z.object({ meetingId: id }),
  'minutes.approve': z.object({ ...onVersion, nonce: id }),
  'minutes.withdraw-approval': z.object({ ...onVersion, nonce: id }),
  'minutes.withdraw-objection': z.object({ ...onVersion, nonce: id, objectionId: id }),
  'paper.import': z.object({ importId: id, committeeId: id, date: isoDate, from: wallTime, to: wallTime }),
  'conversation.link': z.object({ committeeId: id }),
  /** R15; `since` names the doubt that stood on the card. */
  'clock.confirm': z.object(onDoubt),
  'card.refresh': z.object({
    card: z.enum(['agenda', 'minutes-for-approval', 'minutes-status', 'next-step']),
    meetingId: id,
    version: z.coerce.number().int().min(1).optional(),
  }),
} as const;

/** Action.Submit with msteams.type task/fetch: opens a dialog. */
export const dialogVerbs = {
  'agenda.item': z.object({ meetingId: id, itemId: id }),
  'invitation.answer': z.object({ meetingId: id }),
  'minutes.object': z.object({ ...onVersion }),
  'objection.rule': z.object({ ...onObjection, ruling: z.enum(rulings) }),
  'minutes.send': z.object({ meetingId: id }),
  'meeting.plan': z.object({}),
  'safe-mode.end': z.object(onDoubt),
} as const;

/** Action.Submit inside a dialog. */
export const submitVerbs = {
  'invitation.answer': z.object({
    meetingId: id,
    nonce: id,
    coming: z.literal(false),
    substituteId: optionalText(200),
    substituteName: optionalText(200),
    message: optionalText(2_000),
  }),
  'minutes.object': z.object({
    ...onVersion,
    nonce: id,
    /** "0" stands for the whole of the minutes. */
    itemNumber: z.preprocess(chosen, z.coerce.number().int().min(0).max(200)),
    passage: optionalText(4_000),
    text: requiredText(8_000),
    proposedWording: optionalText(8_000),
  }),
  'objection.rule': z.object({
    ...onObjection,
    ruling: z.enum(rulings),
    reason: requiredText(4_000),
    casePresentation: optionalText(20_000),
    recommendation: optionalText(20_000),
    summary: optionalText(20_000),
    decision: optionalText(20_000),
  }),
  'minutes.send': z.object({ meetingId: id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  'meeting.plan': z.object({
    committeeId: id,
    date: isoDate,
    from: wallTime,
    to: wallTime,
    site: optionalText(200),
    street: optionalText(200),
    room: optionalText(200),
    theme: optionalText(300),
  }),
  /** R16; the second of the two writes no reason. */
  'safe-mode.end': z.object({ ...onDoubt, reason: optionalText(2_000) }),
} as const;

export type ExecuteVerb = keyof typeof executeVerbs;
export type DialogVerb = keyof typeof dialogVerbs;
export type SubmitVerb = keyof typeof submitVerbs;
