import { type Answer, evolveAnswer } from '../../domain/minutes/answer.ts';
import type { AnswerEvent } from '../../domain/minutes/answer-event.ts';
import { isMailed, noticeChannel } from '../../domain/minutes/notice-channel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Audience, CardRef, Effect } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { answerStream, peopleStream } from '../streams.ts';
import { nextStepCards } from './wanted.ts';

type How = 'delivered' | 'blocked' | 'gone';

/**
 * R7: whether the notice of a version reached a person is a fact of the case, kept in the log. Recorded once a change:
 * delivered stays delivered; a failure is shown to the secretary at once, and the notice goes by mail where there is an
 * address.
 */
export async function recordNotice(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  ref: CardRef,
  audience: Audience,
  how: How,
): Promise<void> {
  if (ref.card !== 'minutes-for-approval' || audience.to !== 'person') return;
  const { meetingId, version } = ref;
  const { personId } = audience;
  const found = await meetingWithCommittee(log, meetingId);
  if (found === undefined) return;
  const at = clock.now();
  const own = answerStream(meetingId, version, personId);
  const { answer: asOfNow } = await log.load({ answer: own });
  if (isKnown(asOfNow, how)) return;
  await log.transact({
    load: { answer: own, people: peopleStream },
    decide: ({ answer, people }): Decided<undefined> => {
      if (isKnown(answer, how)) return { result: undefined };
      const event = eventOf(how, at);
      const told = evolveAnswer(answer, event);
      const channel = noticeChannel(people.persons.get(personId), told.tries);
      const fallback = how === 'delivered' || isMailed(told.tries) ? nothing : fallbackOf(channel, told, at);
      const mail: Effect = { kind: 'send-mail', mail: 'minutes-notice', meetingId, version, personId };
      return {
        result: undefined,
        append: [{ stream: own.stream, events: [event, ...fallback.events] }],
        effects: [...(fallback.mail ? [mail] : []), ...nextStepCards(found.committee, meetingId, at)],
        actor: { system: 'outbox' },
        at,
      };
    },
  });
}

const nothing = { events: [], mail: false } as const;

/** A card that failed is followed by a mail; where there is no address, that too is a fact of the case, told once. */
function fallbackOf(
  channel: ReturnType<typeof noticeChannel>,
  { tries }: Answer,
  at: Temporal.Instant,
): { readonly events: readonly AnswerEvent[]; readonly mail: boolean } {
  if (channel === 'mail') return { events: [], mail: true };
  const isTold = channel !== undefined || tries.some((each) => each.channel === 'mail');
  return isTold
    ? nothing
    : {
        events: [{ type: 'NoticeFailed', channel: 'mail', at: at.toString(), reason: 'no-address' }],
        mail: false,
      };
}

function isKnown({ notice, tries }: Answer, how: How): boolean {
  if (notice.state === 'delivered') return true;
  return tries.findLast(({ about, channel }) => about === 'notice' && channel === 'teams')?.result === how;
}

function eventOf(how: How, at: Temporal.Instant): AnswerEvent {
  const told = { channel: 'teams', at: at.toString() } as const;
  return how === 'delivered'
    ? { type: 'NoticeDelivered', ...told }
    : { type: 'NoticeFailed', ...told, reason: how };
}
