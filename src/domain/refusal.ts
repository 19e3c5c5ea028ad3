import type { Role } from './committee/committee.ts';

/** Every "no" of the rules, with the data its text needs. Texts: `presentation/texts/refusal.da.ts`, complete by type. */
export type Refusal =
  /** The account is tied to no person, or the person has no seat in the committee now (R6). */
  | { readonly code: 'not-a-member' }
  /** Has a seat, but none that carries the right to approve or object (R6). */
  | { readonly code: 'not-entitled' }
  | { readonly code: 'not-permitted'; readonly needs: readonly Role[] }
  | { readonly code: 'conversation-not-linked' }
  | { readonly code: 'conversation-linked-elsewhere' }
  | { readonly code: 'no-rules' }
  | { readonly code: 'no-meeting' }
  | { readonly code: 'agenda-locked' }
  | { readonly code: 'agenda-empty' }
  | { readonly code: 'agenda-not-sent' }
  /** Serves the committee, or stands by as a substitute: no place at the table to answer for. */
  | { readonly code: 'not-invited' }
  | { readonly code: 'meeting-over' }
  | { readonly code: 'meeting-not-begun'; readonly begins: Temporal.Instant }
  | { readonly code: 'meeting-held' }
  | { readonly code: 'meeting-exists'; readonly date: string }
  | { readonly code: 'meeting-ends-first' }
  | { readonly code: 'no-minutes' }
  | { readonly code: 'minutes-under-approval' }
  /** The Word file of the draft is not in the library any more. */
  | { readonly code: 'draft-missing' }
  | { readonly code: 'draft-unreadable' }
  /** The Word file says something else than when it was looked at: look again before it is sent. */
  | { readonly code: 'draft-changed' }
  | { readonly code: 'unreadable-paper' }
  | { readonly code: 'no-such-committee' }
  | { readonly code: 'unanswered-objections'; readonly count: number }
  /** A ruling promises another text, and the file still says what the version before said. */
  | { readonly code: 'ruling-not-written' }
  /** R4: the card shows an older version than the one that is asked about. */
  | { readonly code: 'version-superseded'; readonly newest: number }
  | { readonly code: 'too-late'; readonly deadline: Temporal.Instant }
  /** R5: an approval never replaces a standing objection. */
  | { readonly code: 'objection-stands' }
  | { readonly code: 'already-decided' }
  | { readonly code: 'no-such-objection' }
  | { readonly code: 'objection-ruled' }
  | { readonly code: 'objection-withdrawn' }
  | { readonly code: 'no-such-item' }
  | { readonly code: 'nothing-to-withdraw' }
  /** R18: the minutes do not wait for anybody to decide. */
  | { readonly code: 'no-decision-needed' }
  /** R18, R16: the second of two must be somebody else than the first. */
  | { readonly code: 'second-person-needed' }
  /** R18: nobody has proposed to approve the minutes, or whoever did has no say any more. */
  | { readonly code: 'no-proposal' }
  /** R9: a deadline only moves later. */
  | { readonly code: 'deadline-not-later'; readonly deadline: Temporal.Instant }
  /** The person was not asked about this version. */
  | { readonly code: 'person-not-asked' }
  /** R17: an objection cannot have reached the committee later than now, or before the version was sent. */
  | { readonly code: 'impossible-instant' }
  /** R15: there is no doubt about the clock. */
  | { readonly code: 'clock-not-doubted' }
  /** R16: whoever proposes to go on says why. */
  | { readonly code: 'reason-needed' }
  /** R16: the program is not in safe mode. */
  | { readonly code: 'not-in-safe-mode' }
  | { readonly code: 'no-such-receipt' }
  | { readonly code: 'no-such-person' }
  /** R13: the person has no seat that can end. */
  | { readonly code: 'no-such-seat' }
  /** Somebody must be left who serves the committee. */
  | { readonly code: 'last-secretary' };

export type RefusalCode = Refusal['code'];
