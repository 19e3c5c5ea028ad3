import type { IsClosedDay } from '../../domain/calendar/danish-time.ts';
import { danishDay, danishZone, lastDayOf, openDay } from '../../domain/calendar/danish-time.ts';
import { type Committee, entitledPersons, holdsRole, type Role } from '../../domain/committee/committee.ts';
import type { People } from '../../domain/committee/people.ts';
import { refusalWithoutRole } from '../../domain/committee/refusal-of-seat.ts';
import {
  isVersioned,
  type MinutesVersion,
  newestVersion,
  type VersionedMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import { deciders, refusalOfDecider } from '../../domain/minutes/approve-by-two.ts';
import { deadlineOf } from '../../domain/minutes/version-deadline.ts';
import type { CardView } from '../../ports/card-view.ts';
import type { Choosable } from '../../ports/decision-card-view.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { seatedPersons } from '../committee/who-is.ts';
import { done, type Result, refuse } from '../result.ts';
import { committeeStream, peopleStream } from '../streams.ts';
import { meetingFacts } from '../views/meeting-facts.ts';
import { unreachedOf } from '../views/next-step-view.ts';
import { stepStates } from '../views/step-states.ts';
import type { ShowPorts } from './asked.ts';

export type DecisionDialogPorts = ShowPorts & { readonly isClosedDay: IsClosedDay };
type DialogResult = Result<{ readonly view: CardView }>;
type Opened = {
  readonly personId: string;
  readonly meetingId: string;
  readonly version: number;
  readonly receivedAt: Temporal.Instant;
};

/** The dialogs of those who serve a committee. Opening decides nothing: the rules are asked again when they are sent. */
export function createOpenDecisionDialogs(ports: DecisionDialogPorts) {
  return {
    recordObjection: (opened: Opened) => openRecordObjection(ports, opened),
    extendDeadline: (opened: Opened) => openExtendDeadline(ports, opened),
    approveByTwo: (opened: Opened) => openApproveByTwo(ports, opened),
    endMandate: (opened: Omit<Opened, 'meetingId' | 'version'> & { readonly committeeId: string }) =>
      openEndMandate(ports, opened),
  };
}

type About = {
  readonly meeting: VersionedMeeting;
  readonly committee: Committee;
  readonly people: People;
  readonly version: MinutesVersion;
};

async function versionFor(
  { log }: ShowPorts,
  { personId, meetingId, version, receivedAt }: Opened,
  ...roles: readonly Role[]
): Promise<Result<About>> {
  const found = await meetingWithCommittee(log, meetingId);
  if (found === undefined) return refuse({ code: 'no-meeting' });
  const { meeting, committee } = found;
  const refusal = refusalWithoutRole(committee, personId, receivedAt, ...roles);
  if (refusal !== undefined) return refuse(refusal);
  const sent = isVersioned(meeting) ? versionOf(meeting, version) : undefined;
  if (!isVersioned(meeting) || sent === undefined) return refuse({ code: 'no-minutes' });
  return done({ meeting, committee, version: sent, ...(await log.load({ people: peopleStream })) });
}

async function openRecordObjection(ports: DecisionDialogPorts, opened: Opened): Promise<DialogResult> {
  const found = await versionFor(ports, opened, 'secretary', 'minuteTaker');
  if (found.kind === 'refused') return found;
  const { meeting, committee, people, version } = found;
  const asked = [...new Set([...version.entitled, ...entitledPersons(committee, opened.receivedAt)])];
  const now = opened.receivedAt.toZonedDateTimeISO(danishZone);
  return done({
    view: {
      card: 'record-objection',
      meeting: meetingFacts(meeting, committee),
      version: version.version,
      hash: version.hash,
      nonce: ports.ids.next(),
      persons: choosable(asked, people),
      items: version.paper.items.map(({ number, title }) => ({ number, title })),
      date: now.toPlainDate().toString(),
      time: now.toPlainTime().toString().slice(0, 5),
    },
  });
}

async function openExtendDeadline(ports: DecisionDialogPorts, opened: Opened): Promise<DialogResult> {
  const found = await versionFor(ports, opened, 'secretary');
  if (found.kind === 'refused') return found;
  const { meeting, committee, people } = found;
  const version = newestVersion(meeting);
  const deadline = deadlineOf(version);
  const states = await stepStates(ports, meeting, committee);
  return done({
    view: {
      card: 'extend-deadline',
      meeting: meetingFacts(meeting, committee),
      version: version.version,
      deadline,
      proposedDay: openDay(lastDayOf(deadline).add({ days: 1 }), 'next', ports.isClosedDay).toString(),
      persons: choosable(version.entitled, people),
      unreached: unreachedOf(states, meeting).map(({ name }) => name),
    },
  });
}

async function openApproveByTwo(ports: DecisionDialogPorts, opened: Opened): Promise<DialogResult> {
  const found = await versionFor(ports, opened, ...deciders);
  if (found.kind === 'refused') return found;
  const { meeting, committee, version } = found;
  const { personId, receivedAt: at } = opened;
  const refusal = refusalOfDecider(meeting, committee, { decider: personId, at, version: version.version });
  if (refusal !== undefined) return refuse(refusal);
  return done({
    view: {
      card: 'approve-by-two',
      meeting: meetingFacts(meeting, committee),
      version: version.version,
      needsHead: !holdsRole(committee, personId, at, 'chair', 'viceChair'),
    },
  });
}

async function openEndMandate(
  { log }: ShowPorts,
  opened: Omit<Opened, 'meetingId' | 'version'> & { readonly committeeId: string },
): Promise<DialogResult> {
  const { personId, committeeId, receivedAt } = opened;
  const { committee, people } = await log.load({
    committee: committeeStream(committeeId),
    people: peopleStream,
  });
  if (committee.situation === 'unknown') return refuse({ code: 'no-such-committee' });
  const refusal = refusalWithoutRole(committee, personId, receivedAt, 'secretary');
  if (refusal !== undefined) return refuse(refusal);
  return done({
    view: {
      card: 'end-mandate',
      committeeId,
      committee: committee.name,
      persons: choosable(seatedPersons(committee, receivedAt), people),
      today: danishDay(receivedAt).toString(),
    },
  });
}

function choosable(personIds: readonly string[], people: People): readonly Choosable[] {
  return personIds
    .map((personId) => ({ personId, name: people.persons.get(personId)?.name ?? personId }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'da'));
}
