import type { Agenda } from '../agenda/agenda.ts';
import type { PersonId } from '../committee/committee.ts';
import type { ApprovalCounts, ApprovalResult, ApprovalTerms, MeetingEvent, MeetingPlan, RulingKind, Amendment, Substitute } from './meeting-event.ts';
import type { MeetingPaper } from './meeting-paper.ts';

/** What a member said about coming. Whoever said nothing stands in no list. */
export type Rsvp =
  | { readonly coming: true; readonly nonce: string }
  | { readonly coming: false; readonly nonce: string; readonly substitute?: Substitute; readonly message?: string };

/** The agenda as it went out: locked, and what everybody was invited to. */
export type SentAgenda = { readonly paper: MeetingPaper; readonly hash: string; readonly invited: readonly PersonId[] };

/** A version of the minutes as it was sent: text frozen, hash, terms. Acts bind to `hash` (R4). */
export type MinutesVersion = { readonly version: number; readonly paper: MeetingPaper; readonly hash: string; readonly entitled: readonly PersonId[]; readonly terms: ApprovalTerms };

export type Ruling = { readonly objectionId: string; readonly ruling: RulingKind; readonly reason: string; readonly ruledBy: PersonId; readonly amendments: readonly Amendment[]; readonly onVersion: number };

export type Closing = { readonly version: number; readonly result: ApprovalResult; readonly counts: ApprovalCounts; readonly objections: readonly string[] };

export type FiledPaperRef = { readonly paper: 'agenda' | 'minutes-draft' | 'minutes'; readonly version: number; readonly format: 'docx' | 'pdf'; readonly documentId: string; readonly href: string; readonly sha256: string };

type Known = { readonly plan: MeetingPlan; readonly agenda: Agenda; readonly filed: readonly FiledPaperRef[] };
type Called = Known & {
  readonly sent: SentAgenda;
  readonly rsvps: ReadonlyMap<PersonId, Rsvp>;
  /** Every press that counted, so that a late delivery of an older one changes nothing. */
  readonly presses: ReadonlySet<string>;
};
type Drafted = Called & { readonly draft: MeetingPaper };
type Versioned = Drafted & { readonly versions: readonly [MinutesVersion, ...MinutesVersion[]]; readonly rulings: readonly Ruling[] };
type Closed = Versioned & { readonly closing: Closing };

/**
 * A meeting through its cycle (the committees' paper C): each situation has the fields that have meaning in it.
 * `callForItems`, `published`, `noted`, `archived`, `cancelled` and `moved` are reached by events of later use cases.
 */
export type Meeting =
  | { readonly situation: 'unknown' }
  | ({ readonly situation: 'planned' | 'callForItems' } & Known)
  | ({ readonly situation: 'agendaDrafted' } & Known)
  | ({ readonly situation: 'cancelled'; readonly reason: string } & Known)
  | ({ readonly situation: 'agendaSent' } & Called)
  | ({ readonly situation: 'held' } & Called)
  | ({ readonly situation: 'minutesDrafted' } & Drafted)
  | ({ readonly situation: 'sentForApproval' } & Versioned)
  | ({ readonly situation: 'contested' | 'needsDecision' } & Closed)
  | ({ readonly situation: 'approved' } & Closed)
  | ({ readonly situation: 'published'; readonly address: string } & Closed)
  | ({ readonly situation: 'noted' | 'archived' } & Closed);

export type Situation = Meeting['situation'];
export type KnownMeeting = Exclude<Meeting, { situation: 'unknown' }>;
export type CalledMeeting = Extract<Meeting, Called>;
export type VersionedMeeting = Extract<Meeting, Versioned>;
export type ClosedMeeting = Extract<Meeting, Closed>;

export const unknownMeeting: Meeting = { situation: 'unknown' };

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
      return { ...known(meeting), situation: 'agendaDrafted', agenda: { items: event.items, breaksAfter: event.breaksAfter } };
    case 'AgendaPublished': {
      const sent = { paper: event.paper, hash: event.hash, invited: event.invited };
      return { ...known(meeting), situation: 'agendaSent', sent, rsvps: new Map(), presses: new Set() };
    }
    case 'MeetingMoved':
      return { ...meeting, plan: { ...meeting.plan, date: event.date, from: event.from, to: event.to } };
    case 'MeetingCancelled':
      return { ...known(meeting), situation: 'cancelled', reason: event.reason };
    case 'PaperFiled':
      return { ...meeting, filed: [...meeting.filed.filter((each) => !sameFile(each, event)), filedRef(event)] };
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
      return isVersioned(meeting) ? { ...meeting, draft: event.paper } : { ...called(meeting), situation: 'minutesDrafted', draft: event.paper };
    default:
      return 'draft' in meeting ? evolveMinutes(meeting, event) : meeting;
  }
}

function evolveMinutes(meeting: Extract<Meeting, Drafted>, event: MeetingEvent): Meeting {
  if (event.type === 'MinutesSent') {
    const { type: _type, version, paper, hash, entitled, ...terms } = event;
    const sent: MinutesVersion = { version, paper, hash, entitled, terms };
    const earlier = isVersioned(meeting) ? meeting.versions : [];
    const [first, ...later] = [...earlier, sent];
    const rulings = isVersioned(meeting) ? meeting.rulings : [];
    return { ...called(meeting), situation: 'sentForApproval', draft: paper, versions: [first ?? sent, ...later], rulings };
  }
  return isVersioned(meeting) ? evolveVersioned(meeting, event) : meeting;
}

function evolveVersioned(meeting: VersionedMeeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'ObjectionRuled': {
      const { type: _type, ...ruling } = event;
      return { ...meeting, rulings: [...meeting.rulings, { ...ruling, onVersion: newestVersion(meeting).version }] };
    }
    case 'MinutesClosed': {
      const { type: _type, ...closing } = event;
      return { ...meeting, situation: situationAfter(closing.result), closing };
    }
    case 'MinutesPublished':
      return isClosed(meeting) ? { ...meeting, situation: 'published', address: event.address } : meeting;
    case 'MinutesNoted':
      return isClosed(meeting) ? { ...meeting, situation: 'noted' } : meeting;
    case 'MeetingArchived':
      return isClosed(meeting) ? { ...meeting, situation: 'archived' } : meeting;
    default:
      return meeting;
  }
}

export function isKnown(meeting: Meeting): meeting is KnownMeeting {
  return meeting.situation !== 'unknown';
}

export function isCalled(meeting: Meeting): meeting is CalledMeeting {
  return 'sent' in meeting;
}

export function isVersioned(meeting: Meeting): meeting is VersionedMeeting {
  return 'versions' in meeting;
}

export function isClosed(meeting: Meeting): meeting is ClosedMeeting {
  return 'closing' in meeting;
}

export function newestVersion(meeting: VersionedMeeting): MinutesVersion {
  return meeting.versions.at(-1) ?? meeting.versions[0];
}

export function versionOf(meeting: VersionedMeeting, version: number): MinutesVersion | undefined {
  return meeting.versions.find((each) => each.version === version);
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

/** One press of one button of one card: Deltager and Afbud of the same card are two. */
export function pressOf(personId: PersonId, { coming, nonce }: Pick<Rsvp, 'coming' | 'nonce'>): string {
  return [personId, coming, nonce].join('|');
}

function sameFile(a: FiledPaperRef, b: FiledPaperRef): boolean {
  return a.paper === b.paper && a.version === b.version && a.format === b.format;
}

function filedRef({ paper, version, format, documentId, href, sha256 }: FiledPaperRef): FiledPaperRef {
  return { paper, version, format, documentId, href, sha256 };
}
