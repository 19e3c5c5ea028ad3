import type { Answer } from '../../domain/minutes/answer.ts';
import type { AnswerEvent } from '../../domain/minutes/answer-event.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Audience, CardRef } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { answerStream } from '../streams.ts';
import { nextStepCards } from './wanted.ts';

/**
 * R7: whether the notice of a version reached a person is a fact of the case, kept in the log. Recorded once a change:
 * delivered stays delivered; a failure is shown to the secretary at once.
 */
export async function recordNotice(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  ref: CardRef,
  audience: Audience,
  how: 'delivered' | 'blocked' | 'gone',
): Promise<void> {
  if (ref.card !== 'minutes-for-approval' || audience.to !== 'person') return;
  const found = await meetingWithCommittee(log, ref.meetingId);
  if (found === undefined) return;
  const at = clock.now();
  const stream = answerStream(ref.meetingId, ref.version, audience.personId);
  const { answer: asOfNow } = await log.load({ answer: stream });
  if (isKnown(asOfNow, how)) return;
  await log.transact({
    load: { answer: stream },
    decide: ({ answer }): Decided<undefined> => {
      if (isKnown(answer, how)) return { result: undefined };
      const effects = how === 'delivered' ? [] : nextStepCards(found.committee, ref.meetingId, at);
      return {
        result: undefined,
        append: [{ stream: stream.stream, events: [eventOf(how, at)] }],
        effects,
        actor: { system: 'outbox' },
        at,
      };
    },
  });
}

function isKnown({ notice }: Answer, how: 'delivered' | 'blocked' | 'gone'): boolean {
  return notice.state === 'delivered' || (notice.state === 'failed' && how !== 'delivered');
}

function eventOf(how: 'delivered' | 'blocked' | 'gone', at: Temporal.Instant): AnswerEvent {
  const told = { channel: 'teams', at: at.toString() } as const;
  return how === 'delivered'
    ? { type: 'NoticeDelivered', ...told }
    : { type: 'NoticeFailed', ...told, reason: how };
}
