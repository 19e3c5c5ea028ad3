import type { PersonId } from '../committee/committee.ts';
import {
  type Called,
  type CalledMeeting,
  type ClosedMeeting,
  type DraftedMeeting,
  type FiledPaperRef,
  isCalled,
  isClosed,
  isVersioned,
  type Known,
  type KnownMeeting,
  type Meeting,
  type MinutesVersion,
  newestVersion,
  pressOf,
  type Rsvp,
  type VersionedMeeting,
} from './meeting.ts';
import type { ApprovalResult, MeetingEvent } from './meeting-event.ts';

export function evolveMeeting(meeting: Meeting, event: MeetingEvent): Meeting {
  if (event.type === 'MeetingPlanned') {
    const { type: _type, ...plan } = event;
    return { situation: 'planned', plan, agenda: { items: [], breaksAfter: [] }, filed: [] };
  }
  return meeting.situation === 'unknown' ? meeting : evolveKnown(meeting, event);
}

function evolveKnown(meeting: KnownMeeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'AgendaDrafted':
      return {
        ...known(meeting),
        situation: 'agendaDrafted',
        agenda: { items: event.items, breaksAfter: event.breaksAfter },
      };
    case 'AgendaPublished': {
      const sent = { paper: event.paper, hash: event.hash, invited: event.invited };
      return { ...known(meeting), situation: 'agendaSent', sent, rsvps: new Map(), presses: new Set() };
    }
    case 'MeetingMoved':
      return { ...meeting, plan: { ...meeting.plan, date: event.date, from: event.from, to: event.to } };
    case 'MeetingCancelled':
      return { ...known(meeting), situation: 'cancelled', reason: event.reason };
    case 'PaperFiled':
      return {
        ...meeting,
        filed: [...meeting.filed.filter((each) => !sameFile(each, event)), filedRef(event)],
      };
    default:
      return isCalled(meeting) ? evolveCalled(meeting, event) : meeting;
  }
}

function evolveCalled(meeting: CalledMeeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'AttendanceAnnounced':
      return withRsvp(meeting, event.personId, { coming: true, nonce: event.nonce });
    case 'ApologiesSent': {
      const { type: _type, personId, ...rsvp } = event;
      return withRsvp(meeting, personId, { coming: false, ...rsvp });
    }
    case 'MeetingHeld':
      return { ...called(meeting), situation: 'held' };
    case 'MinutesDrafted':
      return isVersioned(meeting)
        ? { ...meeting, draft: event.paper }
        : { ...called(meeting), situation: 'minutesDrafted', draft: event.paper };
    default:
      return 'draft' in meeting ? evolveMinutes(meeting, event) : meeting;
  }
}

function evolveMinutes(meeting: DraftedMeeting, event: MeetingEvent): Meeting {
  if (event.type === 'MinutesSent') {
    const sent = versionSent(event);
    const earlier = isVersioned(meeting) ? meeting.versions : [];
    const [first, ...later] = [...earlier, sent];
    const rulings = isVersioned(meeting) ? meeting.rulings : [];
    return {
      ...called(meeting),
      situation: 'sentForApproval',
      draft: sent.paper,
      versions: [first ?? sent, ...later],
      rulings,
    };
  }
  return isVersioned(meeting) ? evolveVersioned(meeting, event) : meeting;
}

function evolveVersioned(meeting: VersionedMeeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'ObjectionRuled': {
      const { type: _type, ...ruling } = event;
      return {
        ...meeting,
        rulings: [...meeting.rulings, { ...ruling, onVersion: newestVersion(meeting).version }],
      };
    }
    case 'MinutesClosed': {
      const { type: _type, ...closing } = event;
      return { ...meeting, situation: situationAfter(closing.result), closing };
    }
    case 'DeadlineExtended':
      return withVersion(meeting, event.version, (each) => extended(each, event));
    case 'MembersReminded':
      return withVersion(meeting, event.version, (each) => ({ ...each, reminders: event.number }));
    default:
      return isClosed(meeting) ? evolveClosed(meeting, event) : meeting;
  }
}

function evolveClosed(meeting: ClosedMeeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'ApprovalProposed': {
      const { proposedBy, reason } = event;
      return { ...meeting, closing: { ...meeting.closing, proposal: { proposedBy, reason } } };
    }
    case 'MinutesApprovedByTwo': {
      const { first, second, reason, at } = event;
      const { proposal: _proposal, ...closing } = meeting.closing;
      const approvedBy = { first, second, reason, at };
      return {
        ...meeting,
        situation: 'approved',
        closing: { ...closing, result: 'approvedByTwo', approvedBy },
      };
    }
    case 'MinutesDeferred':
      return { ...meeting, closing: { ...meeting.closing, deferredBy: event.deferredBy } };
    case 'MinutesPublished':
      return { ...meeting, situation: 'published', address: event.address };
    case 'MinutesNoted':
      return { ...meeting, situation: 'noted' };
    case 'MeetingArchived':
      return { ...meeting, situation: 'archived' };
    default:
      return meeting;
  }
}

function versionSent(event: Extract<MeetingEvent, { type: 'MinutesSent' }>): MinutesVersion {
  const { type: _type, version, paper, hash, entitled, sentAt, remindersPlanned, ...terms } = event;
  return {
    ...{ version, paper, hash, entitled, terms, extensions: [], reminders: 0 },
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(remindersPlanned === undefined ? {} : { remindersPlanned }),
  };
}

function withVersion(
  meeting: VersionedMeeting,
  version: number,
  change: (version: MinutesVersion) => MinutesVersion,
): VersionedMeeting {
  const [first, ...later] = meeting.versions;
  const changed = (each: MinutesVersion) => (each.version === version ? change(each) : each);
  return { ...meeting, versions: [changed(first), ...later.map(changed)] };
}

function extended(
  version: MinutesVersion,
  { reason, deadline, persons, remindersPlanned }: Extract<MeetingEvent, { type: 'DeadlineExtended' }>,
): MinutesVersion {
  const extension = { reason, deadline, ...(persons === undefined ? {} : { persons }) };
  const extensions = [...version.extensions, extension];
  return { ...version, extensions, ...(remindersPlanned === undefined ? {} : { remindersPlanned }) };
}

function situationAfter(result: ApprovalResult): 'approved' | 'contested' | 'needsDecision' {
  return result === 'contested' || result === 'needsDecision' ? result : 'approved';
}

function known({ plan, agenda, filed }: KnownMeeting): Known {
  return { plan, agenda, filed };
}

function called({ plan, agenda, filed, sent, rsvps, presses }: CalledMeeting): Called {
  return { plan, agenda, filed, sent, rsvps, presses };
}

function withRsvp<M extends CalledMeeting>(meeting: M, personId: PersonId, rsvp: Rsvp): M {
  const presses = new Set([...meeting.presses, pressOf(personId, rsvp)]);
  return { ...meeting, rsvps: new Map([...meeting.rsvps, [personId, rsvp]]), presses };
}

function sameFile(a: FiledPaperRef, b: FiledPaperRef): boolean {
  return a.paper === b.paper && a.version === b.version && a.format === b.format;
}

function filedRef(filed: FiledPaperRef): FiledPaperRef {
  const { paper, version, format, documentId, href, sha256, rulings } = filed;
  return { paper, version, format, documentId, href, sha256, ...(rulings === undefined ? {} : { rulings }) };
}
