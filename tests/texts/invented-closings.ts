import type { ClosedMeeting } from '../../src/domain/meeting/meeting.ts';
import type { ApprovalResult, ApprovalTerms, RulingKind } from '../../src/domain/meeting/meeting-event.ts';
import { hash, terms } from '../cards/invented-meeting.ts';

const paper = { committee: 'LUU SOSU-AMU', date: '2023-12-08', participants: [], items: [], breaksAfter: [] };

type About = {
  readonly result: ApprovalResult;
  readonly version?: number;
  readonly rulings?: readonly RulingKind[];
  readonly counts?: Partial<ClosedMeeting['closing']['counts']>;
  readonly terms?: Partial<ApprovalTerms>;
  readonly standing?: number;
};

/** A meeting whose minutes were decided in the given way. */
export function closed({
  result,
  version = 1,
  rulings = [],
  counts,
  terms: more,
  standing = 0,
}: About): ClosedMeeting {
  const versionAt = (number: number) => ({
    version: number,
    paper,
    hash,
    entitled: [],
    terms: { ...terms, ...more },
    extensions: [],
    reminders: 0,
  });
  const later = Array.from({ length: version - 1 }, (_, index) => versionAt(index + 2));
  return {
    situation: result === 'contested' || result === 'needsDecision' ? result : 'approved',
    plan: {
      meetingId: 'meeting-1',
      committeeId: 'committee-1',
      date: '2023-12-08',
      from: '09:00',
      to: '12:00',
      named: [],
    },
    agenda: { items: [], breaksAfter: [] },
    filed: [],
    sent: { paper, hash, invited: [] },
    rsvps: new Map(),
    presses: new Set(),
    draft: paper,
    versions: [versionAt(1), ...later],
    rulings: rulings.map((ruling, index) => ({
      objectionId: `o${index}`,
      ruling,
      reason: 'Opdigtet.',
      ruledBy: 'person-1',
      amendments: [],
      onVersion: 1,
    })),
    closing: {
      version,
      result,
      counts: { entitled: 11, approved: 7, silent: 4, objected: 0, unreached: 0, ...counts },
      objections: Array.from({ length: standing }, (_, index) => `o${index}`),
    },
  } as ClosedMeeting;
}

function deferred(meeting: ClosedMeeting): ClosedMeeting {
  return { ...meeting, closing: { ...meeting.closing, deferredBy: 'person-1' } };
}

/** Every way in which minutes can end, as the next agenda tells it. */
export const inventedClosings: Readonly<Record<string, ClosedMeeting | 'under-approval' | 'not-sent'>> = {
  'stiltiende, ingen indsigelser': closed({ result: 'approvedTacitly' }),
  'stiltiende i version 2 efter en indsigelse': closed({
    result: 'approvedTacitly',
    version: 2,
    rulings: ['accepted'],
  }),
  'stiltiende i version 3 efter flere': closed({
    result: 'approvedTacitly',
    version: 3,
    rulings: ['accepted', 'partly', 'partly', 'rejected'],
  }),
  'af alle': closed({ result: 'approvedByAll' }),
  'af den eneste': closed({ result: 'approvedByAll', counts: { entitled: 1 } }),
  'af to, fordi en ikke blev nået': closed({ result: 'approvedByTwo', counts: { unreached: 1 } }),
  'indsigelse står': closed({ result: 'contested', rulings: ['rejected'], standing: 1 }),
  'to indsigelser står': closed({ result: 'contested', standing: 2 }),
  'ikke nået i tide': closed({ result: 'needsDecision', counts: { unreached: 1 } }),
  'ikke nået i tide, sat på dagsordenen': deferred(
    closed({ result: 'needsDecision', counts: { unreached: 1 } }),
  ),
  'kræver svar fra alle': closed({ result: 'needsDecision', terms: { approval: 'explicit' } }),
  'ingen at spørge': closed({ result: 'needsDecision', counts: { entitled: 0, approved: 0, silent: 0 } }),
  'under godkendelse': 'under-approval',
  'aldrig sendt': 'not-sent',
};
