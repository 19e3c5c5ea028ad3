import type { Chance } from './chance.ts';
import { hashOf } from './crowd.ts';
import type { Question } from './process/contract.ts';

export type PressName = 'approveMinutes' | 'objectToMinutes' | 'withdrawApproval' | 'withdrawObjection';

/** One press of a button; delivered again it is the same press. */
export type Press = {
  readonly name: PressName;
  readonly meetingId: string;
  readonly personId: string;
  readonly nonce: string;
  /** The channel's own instant; absent where it gives none. */
  readonly sentAt?: Temporal.Instant;
  readonly objectionId?: string;
};

export type Told =
  | { readonly kind: 'done'; readonly receipt: string; readonly repeated: boolean; readonly late?: string }
  | { readonly kind: 'refused'; readonly refusal: { readonly code: string } };

/** What a member was told, and when the delivery that was answered came in. */
export type Vote = {
  readonly press: Press;
  readonly told: Told;
  readonly receivedAt: Temporal.Instant;
};

export function questionOf({ name, meetingId, personId, nonce, sentAt, objectionId }: Press): Question {
  const request = { meetingId, personId, nonce, version: 1, hash: hashOf(meetingId) };
  const more = {
    ...(name === 'objectToMinutes' ? { objection: { itemNumber: 2, text: 'Der blev sagt 50.' } } : {}),
    ...(sentAt === undefined ? {} : { sentAt: sentAt.toString() }),
    ...(objectionId === undefined ? {} : { objectionId }),
  };
  return { do: 'use', useCase: name, request: { ...request, ...more } };
}

const intentions: readonly (readonly PressName[])[] = [
  [],
  ['approveMinutes'],
  ['approveMinutes', 'approveMinutes'],
  ['approveMinutes', 'withdrawApproval'],
  ['approveMinutes', 'withdrawApproval', 'approveMinutes'],
  ['objectToMinutes', 'withdrawObjection'],
  ['objectToMinutes', 'withdrawObjection', 'approveMinutes'],
  ['objectToMinutes'],
  ['approveMinutes', 'objectToMinutes'],
];

/** What a member means to press, in order. In one meeting of three nobody lets an objection stand, in one all approve. */
export function intentionOf(chance: Chance, mood: number): readonly PressName[] {
  if (mood === 0) return ['approveMinutes'];
  return chance.pick(intentions.slice(0, mood === 1 ? 7 : intentions.length));
}

/** R2, told a second time: late is who came late, and nobody else. A press that was taken before is answered as it was. */
export function isToldWrongly({ press, told, receivedAt }: Vote, deadline: Temporal.Instant): boolean {
  if (told.kind === 'done' && told.repeated) return false;
  const { sentAt } = press;
  const begunInTime = sentAt !== undefined && isBefore(sentAt, deadline);
  const isInTime = isBefore(receivedAt, begunInTime ? deadline.add({ seconds: 120 }) : deadline);
  return isInTime === isToldLate(told);
}

export function isToldLate(told: Told): boolean {
  if (told.kind === 'done') return told.late !== undefined;
  return told.refusal.code === 'too-late' || told.refusal.code === 'already-decided';
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
