import type { Answer } from '../../domain/minutes/answer.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Audience, CardRef } from '../../ports/outbox.ts';
import { answerStream } from '../streams.ts';

/** That a reminder reached a person is a fact of the case; recorded once, however often its card is changed. */
export async function recordReminder(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  ref: CardRef,
  audience: Audience,
): Promise<void> {
  if (ref.card !== 'minutes-reminder' || audience.to !== 'person') return;
  const { meetingId, version, number } = ref;
  const own = answerStream(meetingId, version, audience.personId);
  const { answer: asOfNow } = await log.load({ answer: own });
  if (isReminded(asOfNow, number)) return;
  const at = clock.now();
  await log.transact({
    load: { answer: own },
    decide: ({ answer }): Decided<undefined> => {
      if (isReminded(answer, number)) return { result: undefined };
      const event = { type: 'ReminderDelivered', channel: 'teams', number, at: at.toString() } as const;
      return {
        result: undefined,
        append: [{ stream: own.stream, events: [event] }],
        actor: { system: 'outbox' },
        at,
      };
    },
  });
}

/** Whether this reminder reached the person. */
export function isReminded({ tries }: Answer, number: number): boolean {
  return tries.some((each) => each.about === 'reminder' && each.number === number);
}
