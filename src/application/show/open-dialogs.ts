import { activeMandates } from '../../domain/committee/committee.ts';
import { refusalOfStranger, refusalWithoutRole } from '../../domain/committee/refusal-of-seat.ts';
import { isCalled, isVersioned, versionOf } from '../../domain/meeting/meeting.ts';
import type { RulingKind } from '../../domain/meeting/meeting-event.ts';
import { itemAsRuled } from '../../domain/minutes/item-as-ruled.ts';
import { refusalOfRuling } from '../../domain/minutes/rule-on-objection.ts';
import type { CardView } from '../../ports/card-view.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { type Seat, seatsOf } from '../committee/who-is.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerStream, peopleStream } from '../streams.ts';
import { agendaItemView } from '../views/agenda-view.ts';
import { meetingFacts } from '../views/meeting-facts.ts';
import { objectionDialogView } from '../views/minutes-view.ts';
import { currentText, objectionReceivedView } from '../views/objection-view.ts';
import type { ShowPorts } from './asked.ts';

export type DialogResult = Result<{ readonly view: CardView }>;
type Opened = {
  readonly personId: string;
  readonly meetingId: string;
  readonly receivedAt: Temporal.Instant;
};

/** What a dialog shows when it opens. Opening decides nothing: the rules are asked again when it is sent. */
export function createOpenDialogs(ports: ShowPorts) {
  return {
    agendaItem: (opened: Opened & { readonly itemId: string }) => openAgendaItem(ports, opened),
    apologies: (opened: Opened) => openApologies(ports, opened),
    objection: (opened: Opened & { readonly version: number }) => openObjection(ports, opened),
    ruling: (
      opened: Opened & {
        readonly version: number;
        readonly objectionId: string;
        readonly objectorId: string;
        readonly ruling: RulingKind;
      },
    ) => openRuling(ports, opened),
    planMeeting: (opened: Omit<Opened, 'meetingId'>) => openPlanMeeting(ports, opened),
  };
}

async function seatedAt(ports: ShowPorts, { personId, meetingId, receivedAt }: Opened) {
  const found = await meetingWithCommittee(ports.log, meetingId);
  if (found === undefined) return refuse({ code: 'no-meeting' });
  const refusal = refusalOfStranger(found.committee, personId, receivedAt);
  return refusal === undefined ? done(found) : refuse(refusal);
}

async function openAgendaItem(
  ports: ShowPorts,
  opened: Opened & { readonly itemId: string },
): Promise<DialogResult> {
  const found = await seatedAt(ports, opened);
  if (found.kind === 'refused') return found;
  const view = isCalled(found.meeting)
    ? agendaItemView(found.meeting, found.committee, opened.itemId)
    : undefined;
  return view === undefined ? refuse({ code: 'no-such-item' }) : done({ view });
}

async function openApologies(ports: ShowPorts, opened: Opened): Promise<DialogResult> {
  const found = await seatedAt(ports, opened);
  if (found.kind === 'refused') return found;
  const { people } = await ports.log.load({ people: peopleStream });
  const substitutes = activeMandates(found.committee, opened.receivedAt)
    .filter(({ personId, roles }) => personId !== opened.personId && roles.includes('substitute'))
    .flatMap(({ personId }) => people.persons.get(personId) ?? [])
    .map(({ personId, name }) => ({ personId, name }));
  return done({
    view: {
      card: 'apologies',
      meeting: meetingFacts(found.meeting, found.committee),
      nonce: ports.ids.next(),
      substitutes,
    },
  });
}

async function openObjection(
  ports: ShowPorts,
  opened: Opened & { readonly version: number },
): Promise<DialogResult> {
  const found = await seatedAt(ports, opened);
  if (found.kind === 'refused') return found;
  const { meeting, committee } = found;
  const version = isVersioned(meeting) ? versionOf(meeting, opened.version) : undefined;
  if (!isVersioned(meeting) || version === undefined) return refuse({ code: 'no-minutes' });
  return done({
    view: objectionDialogView({
      meeting,
      committee,
      version,
      nonce: ports.ids.next(),
      now: ports.clock.now(),
    }),
  });
}

async function openRuling(
  ports: ShowPorts,
  opened: Opened & {
    readonly version: number;
    readonly objectionId: string;
    readonly objectorId: string;
    readonly ruling: RulingKind;
  },
): Promise<DialogResult> {
  const found = await seatedAt(ports, opened);
  if (found.kind === 'refused') return found;
  const { meeting, committee } = found;
  const { version, objectionId, objectorId } = opened;
  const { people, answer } = await ports.log.load({
    people: peopleStream,
    answer: answerStream(opened.meetingId, version, objectorId),
  });
  const ruler = { objectionId, ruledBy: opened.personId, at: opened.receivedAt };
  const refusal = refusalOfRuling(meeting, committee, answer, ruler);
  if (refusal !== undefined) return refuse(refusal);
  if (!isVersioned(meeting)) return refuse({ code: 'no-minutes' });
  const received = objectionReceivedView(
    { meeting, committee, people, answer },
    { version, objectionId, objectorId },
  );
  if (received === undefined) return refuse({ code: 'no-such-objection' });
  const current = currentText(itemAsRuled(meeting, received.objection.itemNumber));
  return done({ view: { ...received, current, card: 'ruling', kind: opened.ruling } });
}

async function openPlanMeeting(
  ports: ShowPorts,
  { personId, receivedAt }: Omit<Opened, 'meetingId'>,
): Promise<DialogResult> {
  const seats = await seatsOf(ports, personId, receivedAt);
  const refusalIn = ({ committee }: Seat) => refusalWithoutRole(committee, personId, receivedAt, 'secretary');
  const own = seats.filter((seat) => refusalIn(seat) === undefined);
  const [refusal = { code: 'no-such-committee' } as const] = seats.flatMap((seat) => refusalIn(seat) ?? []);
  if (own.length === 0) return refuse(refusal);
  return done({
    view: {
      card: 'plan-meeting',
      committees: own.map(({ committee: { committeeId, name } }) => ({ committeeId, name })),
    },
  });
}
