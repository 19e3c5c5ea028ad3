import type { Committee } from '../../domain/committee/committee.ts';
import type { MailNotice } from '../../domain/minutes/mail-notice.ts';
import { mailNotice } from '../../domain/minutes/mail-notice.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { LinkSubject } from '../../ports/personal-links.ts';
import { answerStream } from '../streams.ts';
import { nextStepCards } from './wanted.ts';

/** What became of a mail about a version: a fact of the case, kept in the log; the secretary's card follows. */
export async function recordMailing(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  committee: Committee,
  { meetingId, version, personId }: LinkSubject,
  became: MailNotice,
): Promise<void> {
  const at = clock.now();
  const own = answerStream(meetingId, version, personId);
  await log.transact({
    load: { answer: own },
    decide: ({ answer }): Decided<undefined> => {
      const events = mailNotice(answer, became, at);
      if (events.length === 0) return { result: undefined };
      return {
        result: undefined,
        append: [{ stream: own.stream, events }],
        effects: nextStepCards(committee, meetingId, at),
        actor: { system: 'outbox' },
        at,
      };
    },
  });
}
