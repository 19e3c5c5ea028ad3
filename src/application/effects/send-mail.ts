import type { Committee } from '../../domain/committee/committee.ts';
import type { Person } from '../../domain/committee/people.ts';
import {
  isClosed,
  isVersioned,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import { type Answer, stanceOf } from '../../domain/minutes/answer.ts';
import { isMailed, noticeChannel } from '../../domain/minutes/notice-channel.ts';
import { deadlineFor } from '../../domain/minutes/version-deadline.ts';
import type { MailView } from '../../ports/mail-view.ts';
import type { Mailer } from '../../ports/mailer.ts';
import { type Audience, type CardRef, type Effect, effectKey } from '../../ports/outbox.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import type { Wording } from '../../ports/wording.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { answerStream, peopleStream } from '../streams.ts';
import { recordMailing } from './record-mailing.ts';
import { type ViewPorts, viewOf } from './show-card.ts';

type SendMail = Extract<Effect, { kind: 'send-mail' }>;

export type MailPorts = ViewPorts & {
  readonly mailer: Mailer;
  readonly wording: Pick<Wording, 'mail'>;
};

/**
 * "This person has this mail": made from the state as it is now. Whoever answered meanwhile, or is reached in Teams after
 * all, is left alone, and so is a version that nobody is asked about any more.
 */
export function createSendMail(ports: MailPorts) {
  return async (effect: SendMail): Promise<void> => {
    const about = await aboutOf(ports, effect);
    if (about === undefined || !isWanted(effect, about)) return;
    const address = about.person?.email;
    if (about.person === undefined || address === undefined) return noAddress(ports, effect, about);
    const view = await mailViewOf(ports, effect, about.person);
    if (view === undefined) return;
    const mail = { operationId: effectKey(effect), to: { name: about.person.name, address } };
    try {
      await ports.mailer.send({ ...mail, ...ports.wording.mail(view) });
    } catch (error) {
      if (error instanceof PortFailure) await noteFailure(ports, effect, about, error);
      throw error;
    }
    await noteSent(ports, effect, about);
  };
}

type About = {
  readonly meeting: VersionedMeeting;
  readonly committee: Committee;
  readonly version: MinutesVersion;
  readonly person: Person | undefined;
  readonly answer: Answer;
  readonly now: Temporal.Instant;
};

async function aboutOf(
  { log, clock }: MailPorts,
  { meetingId, version, personId }: SendMail,
): Promise<About | undefined> {
  const found = await meetingWithCommittee(log, meetingId);
  if (found === undefined || !isVersioned(found.meeting)) return undefined;
  const sent = versionOf(found.meeting, version);
  if (sent === undefined) return undefined;
  const { people, answer } = await log.load({
    people: peopleStream,
    answer: answerStream(meetingId, version, personId),
  });
  const person = people.persons.get(personId);
  return { ...found, meeting: found.meeting, version: sent, person, answer, now: clock.now() };
}

function isWanted({ mail, personId }: SendMail, about: About): boolean {
  const { answer, person } = about;
  if (mail === 'minutes-notice')
    return isAsked(about, personId) && answer.notice.state !== 'delivered' && !isMailed(answer.tries);
  const channel = noticeChannel(person, answer.tries);
  return channel === 'mail' && (mail !== 'minutes-reminder' || isAsked(about, personId));
}

/** The newest version is open, the person's deadline has not passed, and they have not answered. */
function isAsked({ meeting, version, answer, now }: About, personId: string): boolean {
  const open = !isClosed(meeting) && newestVersion(meeting).version === version.version;
  const inTime = Temporal.Instant.compare(now, deadlineFor(version, personId)) < 0;
  return open && inTime && stanceOf(answer) === 'silent';
}

async function mailViewOf(
  ports: MailPorts,
  effect: SendMail,
  { personId, name }: Person,
): Promise<MailView | undefined> {
  const { mail, meetingId } = effect;
  const about = { name, link: ports.links.linkTo({ meetingId, version: effect.version, personId }) };
  const audience: Audience = { to: 'person', personId };
  // a mail is read, not pressed: the page it leads to gives each act a mark of its own
  const view = await viewOf(ports, cardOf(effect), audience, '');
  if (view?.card === 'minutes-outcome' && mail === 'minutes-outcome') return { ...about, mail, view };
  if (view?.card === 'objection-ruled' && mail === 'objection-ruled') return { ...about, mail, view };
  if (view?.card !== 'minutes-for-approval') return undefined;
  if (mail !== 'minutes-notice' && mail !== 'minutes-reminder') return undefined;
  return { ...about, mail, view };
}

/** The card whose words the mail has. */
function cardOf({ mail, meetingId, version, personId, about = '' }: SendMail): CardRef {
  if (mail === 'minutes-outcome') return { card: mail, meetingId, version };
  if (mail === 'objection-ruled')
    return { card: mail, meetingId, version, objectionId: about, objectorId: personId };
  return { card: 'minutes-for-approval', meetingId, version };
}

async function noAddress(ports: MailPorts, effect: SendMail, { committee }: About): Promise<void> {
  if (effect.mail !== 'minutes-notice') return;
  await recordMailing(ports, committee, effect, { became: 'failed', reason: 'no-address' });
}

async function noteFailure(
  ports: MailPorts,
  effect: SendMail,
  { committee }: About,
  { kind }: PortFailure,
): Promise<void> {
  if (effect.mail !== 'minutes-notice' || (kind !== 'denied' && kind !== 'conflict')) return;
  const reason = kind === 'denied' ? 'refused' : 'failed';
  await recordMailing(ports, committee, effect, { became: 'failed', reason });
}

async function noteSent(ports: MailPorts, effect: SendMail, { committee, version }: About): Promise<void> {
  if (effect.mail === 'minutes-notice')
    await recordMailing(ports, committee, effect, { became: 'sent', counts: version.terms.mailNotice });
  if (effect.mail === 'minutes-reminder')
    await recordMailing(ports, committee, effect, { became: 'reminded', number: Number(effect.about) });
}
