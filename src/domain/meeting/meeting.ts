import type { Agenda } from '../agenda/agenda.ts';
import type { PersonId } from '../committee/committee.ts';
import type {
  Amendment,
  ApprovalCounts,
  ApprovalResult,
  ApprovalTerms,
  DeadlineExtension,
  MeetingPlan,
  PlannedReminder,
  RulingKind,
  Substitute,
} from './meeting-event.ts';
import type { MeetingPaper } from './meeting-paper.ts';

/** What a member said about coming. Whoever said nothing stands in no list. */
export type Rsvp =
  | { readonly coming: true; readonly nonce: string }
  | {
      readonly coming: false;
      readonly nonce: string;
      readonly substitute?: Substitute;
      readonly message?: string;
    };

/** The agenda as it went out: locked, and what everybody was invited to. */
export type SentAgenda = {
  readonly paper: MeetingPaper;
  readonly hash: string;
  readonly invited: readonly PersonId[];
};

/** A version of the minutes as it was sent: text frozen, hash, terms. Acts bind to `hash` (R4). */
export type MinutesVersion = {
  readonly version: number;
  readonly paper: MeetingPaper;
  readonly hash: string;
  readonly entitled: readonly PersonId[];
  readonly terms: ApprovalTerms;
  readonly sentAt?: string;
  readonly extensions: readonly DeadlineExtension[];
  /** Absent: nobody is reminded. */
  readonly remindersPlanned?: readonly PlannedReminder[];
  /** How many reminders went out. */
  readonly reminders: number;
};

export type Ruling = {
  readonly objectionId: string;
  readonly ruling: RulingKind;
  readonly reason: string;
  readonly ruledBy: PersonId;
  readonly amendments: readonly Amendment[];
  readonly onVersion: number;
};

export type Closing = {
  readonly version: number;
  readonly result: ApprovalResult;
  readonly counts: ApprovalCounts;
  readonly objections: readonly string[];
  /** R18, while the minutes need a decision: who proposed to approve them, and why. */
  readonly proposal?: { readonly proposedBy: PersonId; readonly reason: string };
  /** R18: the two who approved. */
  readonly approvedBy?: {
    readonly first: PersonId;
    readonly second: PersonId;
    readonly reason: string;
    readonly at: string;
  };
  readonly deferredBy?: PersonId;
};

export type FiledPaperRef = {
  readonly paper: 'agenda' | 'minutes-draft' | 'minutes' | 'evidence';
  readonly version: number;
  readonly format: 'docx' | 'pdf';
  readonly documentId: string;
  readonly href: string;
  readonly sha256: string;
  readonly rulings?: readonly string[];
};

/** What is kept of every meeting that is known. */
export type Known = {
  readonly plan: MeetingPlan;
  readonly agenda: Agenda;
  readonly filed: readonly FiledPaperRef[];
};
/** What is kept once the agenda went out. */
export type Called = Known & {
  readonly sent: SentAgenda;
  readonly rsvps: ReadonlyMap<PersonId, Rsvp>;
  /** Every press that counted, so that a late delivery of an older one changes nothing. */
  readonly presses: ReadonlySet<string>;
};
type Drafted = Called & { readonly draft: MeetingPaper };
type Versioned = Drafted & {
  readonly versions: readonly [MinutesVersion, ...MinutesVersion[]];
  readonly rulings: readonly Ruling[];
};
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
export type DraftedMeeting = Extract<Meeting, Drafted>;
export type VersionedMeeting = Extract<Meeting, Versioned>;
export type ClosedMeeting = Extract<Meeting, Closed>;

export const unknownMeeting: Meeting = { situation: 'unknown' };

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

/** One press of one button of one card: Deltager and Afbud of the same card are two. */
export function pressOf(personId: PersonId, { coming, nonce }: Pick<Rsvp, 'coming' | 'nonce'>): string {
  return [personId, coming, nonce].join('|');
}
