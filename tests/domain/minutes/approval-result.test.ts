import { describe, expect, it } from 'vitest';
import { isVersioned, newestVersion } from '../../../src/domain/meeting/meeting.ts';
import type { ApprovalCounts } from '../../../src/domain/meeting/meeting-event.ts';
import {
  allApproved,
  approvalResult,
  isContested,
  nobodyWasAsked,
  silenceApproves,
} from '../../../src/domain/minutes/approval-result.ts';
import { drafted, meetingAfter, sent } from '../../support/invented-minutes.ts';

function versionWith(more: Parameters<typeof sent>[1]) {
  const meeting = meetingAfter(...drafted, sent(1, more));
  if (!isVersioned(meeting)) throw new TypeError('the minutes are out');
  return newestVersion(meeting);
}

const tacit = versionWith({ approval: 'tacit' });
const explicit = versionWith({ approval: 'explicit' });
const nobody = versionWith({ entitled: [] });
const counts = (more: Partial<ApprovalCounts> = {}): ApprovalCounts => ({
  entitled: 3,
  approved: 1,
  silent: 2,
  objected: 0,
  unreached: 0,
  ...more,
});
const all = counts({ approved: 3, silent: 0 });

describe('what becomes of a version', () => {
  it.each([
    ['tacit, silence in time', tacit, [], counts(), 'approvedTacitly'],
    ['tacit, nobody said a word', tacit, [], counts({ approved: 0, silent: 3 }), 'approvedTacitly'],
    ['tacit, all approved', tacit, [], all, 'approvedByAll'],
    ['tacit, one was not reached', tacit, [], counts({ unreached: 1 }), 'needsDecision'],
    ['tacit, an objection stands', tacit, ['o1'], counts(), 'contested'],
    ['explicit, silence', explicit, [], counts(), 'needsDecision'],
    ['explicit, all approved', explicit, [], all, 'approvedByAll'],
    ['explicit, an objection stands', explicit, ['o1'], all, 'contested'],
    ['nobody was asked', nobody, [], counts({ entitled: 0, approved: 0, silent: 0 }), 'needsDecision'],
    [
      'nobody was asked, one approved since',
      nobody,
      [],
      counts({ entitled: 1, approved: 1 }),
      'needsDecision',
    ],
    ['nobody was asked, one objected since', nobody, ['o1'], counts({ entitled: 1 }), 'contested'],
  ] as const)('%s', (_what, version, objections, tally, result) => {
    expect(approvalResult(version, objections, tally)).toBe(result);
  });
});

it('R11: one standing objection is enough, whatever the others approved', () => {
  expect(isContested([])).toBe(false);
  expect(isContested(['o1'])).toBe(true);
});

it('R12: all is all: one who is silent is not among them', () => {
  expect(allApproved(all)).toBe(true);
  expect(allApproved(counts({ approved: 2, silent: 1 }))).toBe(false);
});

it('R7: silence approves only where the rules say so and everybody silent was reached', () => {
  expect(silenceApproves(tacit, counts())).toBe(true);
  expect(silenceApproves(tacit, counts({ unreached: 1 }))).toBe(false);
  expect(silenceApproves(explicit, counts())).toBe(false);
});

it('R19: nobody asked is a matter of those who were asked, not of those who came since', () => {
  expect(nobodyWasAsked(nobody)).toBe(true);
  expect(nobodyWasAsked(tacit)).toBe(false);
});
