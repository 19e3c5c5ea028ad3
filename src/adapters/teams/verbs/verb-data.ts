import { z } from 'zod';
import { rulings } from '../../../domain/meeting/meeting-event.ts';
import { decisionVerbs } from './decision-verbs.ts';
import {
  id,
  isoDate,
  itemChoice,
  onVersion,
  optionalText,
  requiredText,
  severalChosen,
  versionNumber,
  wallTime,
} from './verb-inputs.ts';

/**
 * What the cards' buttons send, by verb. Inputs of a card share one object with the action's data; nothing in it is ever
 * authority: it names things, the rules decide.
 */

const onObjection = {
  meetingId: id,
  version: versionNumber,
  objectionId: id,
  objectorId: id,
};

const onDoubt = { committeeId: id, since: id };

/** Action.Execute: done at once, answered with a card or a sentence. */
export const executeVerbs = {
  ...decisionVerbs.execute,
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
    version: versionNumber.optional(),
  }),
} as const;

/** Action.Submit with msteams.type task/fetch: opens a dialog. */
export const dialogVerbs = {
  ...decisionVerbs.dialog,
  'agenda.item': z.object({ meetingId: id, itemId: id }),
  'invitation.answer': z.object({ meetingId: id }),
  'minutes.object': z.object({ ...onVersion }),
  'objection.rule': z.object({ ...onObjection, ruling: z.enum(rulings) }),
  'minutes.send': z.object({ meetingId: id }),
  'minutes.timeline': z.object({ meetingId: id }),
  'meeting.plan': z.object({}),
  'safe-mode.end': z.object(onDoubt),
} as const;

/** Action.Submit inside a dialog. */
export const submitVerbs = {
  ...decisionVerbs.submit,
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
    itemNumber: itemChoice,
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
    /** Fields that shall stand empty: one that is only left blank stays as it is. */
    emptied: severalChosen,
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
