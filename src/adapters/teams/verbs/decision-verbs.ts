import { z } from 'zod';
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

const onNumber = { meetingId: id, version: versionNumber };

/** Verbs around what is not decided by itself, spread into the lists of `verb-data.ts`. */
export const decisionVerbs = {
  execute: {
    'minutes.approve-by-two': z.object(onNumber),
    'minutes.defer': z.object(onNumber),
  },
  dialog: {
    'minutes.approve-by-two': z.object(onNumber),
    'objection.record': z.object(onNumber),
    'deadline.extend': z.object(onNumber),
    'mandate.end': z.object({ committeeId: id }),
  },
  submit: {
    'minutes.approve-by-two': z.object({ ...onNumber, reason: requiredText(2_000) }),
    'objection.record': z.object({
      ...onVersion,
      nonce: id,
      personId: id,
      source: z.enum(['mail', 'letter', 'phone', 'spoken']),
      sourceNote: requiredText(500),
      date: isoDate,
      time: wallTime,
      itemNumber: itemChoice,
      passage: optionalText(4_000),
      text: requiredText(8_000),
      proposedWording: optionalText(8_000),
    }),
    'deadline.extend': z.object({
      ...onNumber,
      lastDay: isoDate,
      whom: z.enum(['all', 'unreached', 'named']),
      persons: severalChosen,
    }),
    'mandate.end': z.object({
      committeeId: id,
      personId: id,
      lastDay: isoDate,
      successorId: optionalText(200),
    }),
  },
} as const;

type Verbs = typeof decisionVerbs;
export type DecisionData<K extends keyof Verbs, V extends keyof Verbs[K]> = Verbs[K][V] extends z.ZodType
  ? z.infer<Verbs[K][V]>
  : never;
