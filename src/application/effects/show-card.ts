import type { Committee } from '../../domain/committee/committee.ts';
import { defect } from '../../domain/defect.ts';
import {
  isCalled,
  isClosed,
  isVersioned,
  type KnownMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Messenger } from '../../ports/messenger.ts';
import type { Audience, CardRef, Effect } from '../../ports/outbox.ts';
import type { PersonalLinks } from '../../ports/personal-links.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { answerStream, peopleStream } from '../streams.ts';
import { agendaView } from '../views/agenda-view.ts';
import { minutesReminderView } from '../views/minutes-reminder-view.ts';
import { minutesForApprovalView, minutesOutcomeView, minutesStatusView } from '../views/minutes-view.ts';
import { needsDecisionView, supersededDecisionView } from '../views/needs-decision-view.ts';
import { nextStepView } from '../views/next-step-view.ts';
import { objectionInheritedView } from '../views/objection-inherited-view.ts';
import { objectionReceivedView, objectionRuledView } from '../views/objection-view.ts';
import { operationDoubtView } from '../views/operation-doubt-view.ts';
import { stepStates } from '../views/step-states.ts';
import { recordNotice } from './record-notice.ts';
import { isReminded, recordReminder } from './record-reminder.ts';
import { hasAccount } from './wanted-mails.ts';

export type ViewPorts = {
  readonly log: EventLog;
  readonly readModels: Pick<ReadModels, 'answerCounts' | 'doubtfulAnswers'>;
  readonly clock: Clock;
  readonly links: PersonalLinks;
};
export type ShowPorts = ViewPorts & { readonly messenger: Messenger };

/** "This card shows the state": made from the state as it is now, posted or changed in place; delivery is recorded. */
export function createShowCard(ports: ShowPorts) {
  return async ({ ref, audience }: Extract<Effect, { kind: 'show-card' }>, nonce: string): Promise<void> => {
    if (await isForMail(ports, ref, audience)) return;
    const view = await viewOf(ports, ref, audience, nonce);
    if (view === undefined) return;
    try {
      await ports.messenger.show(cardKeyOf(ref), view, audience);
      // Also where the card stood there already: the process may have died between the posting and this note.
      await recordNotice(ports, ref, audience, 'delivered');
      await recordReminder(ports, ref, audience);
    } catch (error) {
      if (error instanceof PortFailure && (error.kind === 'denied' || error.kind === 'gone'))
        await recordNotice(ports, ref, audience, error.kind === 'denied' ? 'blocked' : 'gone');
      throw error;
    }
  };
}

const alsoMailed: readonly CardRef['card'][] = [
  'minutes-for-approval',
  'minutes-outcome',
  'minutes-reminder',
  'objection-ruled',
];

/** Who has no account in Teams is written to by mail instead; there is no chat that a card could fail to reach. */
async function isForMail({ log }: ViewPorts, { card }: CardRef, audience: Audience): Promise<boolean> {
  if (audience.to !== 'person' || !alsoMailed.includes(card)) return false;
  const { people } = await log.load({ people: peopleStream });
  return !hasAccount(people, audience.personId);
}

/** One posted card a key and chat. */
export function cardKeyOf({ card, ...about }: CardRef): string {
  return [card, ...Object.values(about)].join('|');
}

/** What a card shows now; undefined where there is nothing (any more) to show. */
export async function viewOf(
  ports: ViewPorts,
  ref: CardRef,
  audience: Audience,
  nonce: string,
): Promise<CardView | undefined> {
  if (ref.card === 'operation-doubt') return operationDoubtView(ports.log, ref, ports.clock.now());
  const found = await meetingWithCommittee(ports.log, ref.meetingId);
  if (found === undefined) return undefined;
  const { meeting, committee } = found;
  const personId = audience.to === 'person' ? audience.personId : undefined;
  switch (ref.card) {
    case 'agenda':
      return isCalled(meeting)
        ? agendaView({
            meeting,
            committee,
            ...(await ports.log.load({ people: peopleStream })),
            ...(personId === undefined ? {} : { personId }),
            nonce,
            now: ports.clock.now(),
          })
        : undefined;
    case 'next-step':
      return nextStepView(await stepStates(ports, meeting, committee));
    case 'objection-received':
    case 'objection-ruled':
    case 'objection-inherited':
      return objectionView(ports, meeting, committee, ref);
    case 'needs-decision':
      return personId === undefined ? undefined : decisionView(ports, found, ref.version, personId);
    default:
      return minutesView(ports, meeting, committee, ref, personId, nonce);
  }
}

type ObjectionCard = Extract<
  CardRef,
  { card: 'objection-received' | 'objection-ruled' | 'objection-inherited' }
>;
type MinutesCard = Extract<
  CardRef,
  { card: 'minutes-for-approval' | 'minutes-reminder' | 'minutes-status' | 'minutes-outcome' }
>;

async function decisionView(
  ports: ViewPorts,
  { meeting, committee }: { readonly meeting: KnownMeeting; readonly committee: Committee },
  version: number,
  personId: string,
): Promise<CardView | undefined> {
  if (!isVersioned(meeting)) return undefined;
  if (!isClosed(meeting)) return supersededDecisionView(meeting, committee, version);
  return needsDecisionView(await stepStates(ports, meeting, committee), meeting, version, personId);
}

async function objectionView(
  { log }: ViewPorts,
  meeting: KnownMeeting,
  committee: Committee,
  ref: ObjectionCard,
): Promise<CardView | undefined> {
  if (!isVersioned(meeting)) return undefined;
  const { meetingId, version, objectionId, objectorId } = ref;
  const { people, answer } = await log.load({
    people: peopleStream,
    answer: answerStream(meetingId, version, objectorId),
  });
  const states = { meeting, committee, people, answer };
  const about = { version, objectionId, objectorId };
  if (ref.card === 'objection-inherited') return objectionInheritedView(states, about);
  return ref.card === 'objection-received'
    ? objectionReceivedView(states, about)
    : objectionRuledView(states, about);
}

async function minutesView(
  ports: ViewPorts,
  meeting: KnownMeeting,
  committee: Committee,
  ref: MinutesCard,
  personId: string | undefined,
  nonce: string,
): Promise<CardView | undefined> {
  const version = isVersioned(meeting) ? versionOf(meeting, ref.version) : undefined;
  if (!isVersioned(meeting) || version === undefined) return undefined;
  const viewing = { meeting, committee, version, nonce, now: ports.clock.now() };
  if (ref.card === 'minutes-outcome') return minutesOutcomeView(viewing, personId);
  if (ref.card === 'minutes-status')
    return minutesStatusView(viewing, await ports.readModels.answerCounts(ref.meetingId, ref.version));
  if (personId === undefined) return defect('minutes for approval without a person');
  const { answer } = await ports.log.load({ answer: answerStream(ref.meetingId, ref.version, personId) });
  const link = ports.links.linkTo({ meetingId: ref.meetingId, version: ref.version, personId });
  const view = { ...minutesForApprovalView(viewing, personId, answer), link };
  if (ref.card === 'minutes-for-approval') return view;
  const { number } = ref;
  return minutesReminderView(view, answer, { number, delivered: isReminded(answer, number) });
}
