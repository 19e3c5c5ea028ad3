import { type Committee, personsWithRole } from '../../domain/committee/committee.ts';
import type { MinutesVersion } from '../../domain/meeting/meeting.ts';
import type { ApprovalResult } from '../../domain/meeting/meeting-event.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { AnsweredVersion } from '../streams.ts';
import { anchorOfDecision } from './anchor-log.ts';
import { reminderCards } from './reminder-cards.ts';
import { cardHolders, cardInChat, cardsFor, nextStepCards } from './wanted.ts';
import { outcomeMails } from './wanted-mails.ts';

export type Decision = {
  readonly meetingId: string;
  readonly version: MinutesVersion;
  readonly result: ApprovalResult;
  readonly how: Parameters<typeof anchorOfDecision>[2];
  readonly answered: readonly AnsweredVersion[];
  readonly at: Temporal.Instant;
};

/** What the world is shown once minutes are decided: by the closing, or by two persons afterwards (R18). */
export function effectsOfDecision(committee: Committee, decision: Decision): readonly Effect[] {
  const { meetingId, result, how, answered, at } = decision;
  const { version, entitled } = decision.version;
  const holders = cardHolders(decision.version, answered);
  const toDecide = result === 'needsDecision' || how === 'by-two';
  return [
    { kind: 'stamp-papers', meetingId, version },
    anchorOfDecision(meetingId, version, how),
    { kind: 'file-paper', meetingId, paper: 'evidence', version },
    ...cardInChat(committee, { card: 'minutes-status', meetingId, version }),
    ...cardsFor(holders, { card: 'minutes-outcome', meetingId, version }),
    ...outcomeMails(answered, entitled, { meetingId, version, result }),
    ...cardsFor(holders, { card: 'minutes-for-approval', meetingId, version }),
    ...reminderCards(
      meetingId,
      answered.filter((each) => each.version === version),
    ),
    ...(toDecide ? decisionCards(committee, meetingId, version, at) : []),
    ...nextStepCards(committee, meetingId, at),
  ];
}

/** To those who may take a stand on minutes that need one (R18). */
export function decisionCards(
  committee: Committee,
  meetingId: string,
  version: number,
  at: Temporal.Instant,
): readonly Effect[] {
  const deciders = personsWithRole(committee, at, 'secretary', 'chair', 'viceChair');
  return cardsFor(deciders, { card: 'needs-decision', meetingId, version });
}
