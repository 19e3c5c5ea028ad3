import { describe, expect, it } from 'vitest';
import type { ApprovalResult } from '../../../src/domain/meeting/meeting-event.ts';
import { heldMeeting, pressOf, sendDraft, someObjection } from '../../support/bench-story.ts';
import { chat, drain, mustBeDone, sweep } from '../../support/committee-bench.ts';
import { adopt } from '../../support/mailed-committee.ts';

type Mode = 'tacit' | 'explicit';

/** Version 1 of a committee that approves in this way is out. */
async function minutesOf(approval: Mode) {
  const bench = await heldMeeting();
  await adopt(bench, { approval });
  bench.setTime('2025-09-12 15:00');
  return bench;
}

type Minutes = Awaited<ReturnType<typeof minutesOf>>;

async function out(approval: Mode): Promise<Minutes> {
  const bench = await minutesOf(approval);
  await sendDraft(bench);
  await drain(bench);
  return bench;
}

async function approvedBy(bench: Minutes, ...members: readonly string[]): Promise<void> {
  for (const member of members) await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, member)));
}

async function decided(bench: Minutes): Promise<ApprovalResult | undefined> {
  bench.setTime('2025-09-25 00:02');
  await sweep(bench);
  await drain(bench);
  const shown = bench.messenger.shown('mads', 'minutes-outcome')?.result;
  expect(bench.messenger.shown(chat, 'minutes-status')?.state).toEqual({ kind: 'closed', result: shown });
  return shown;
}

describe.each(['tacit', 'explicit'] as const)('a committee whose approval is %s', (mode) => {
  const bySilence = mode === 'tacit' ? 'approvedTacitly' : 'needsDecision';

  it(`takes silence for ${bySilence}`, async () => {
    const bench = await out(mode);
    await approvedBy(bench, 'mads');
    expect(await decided(bench)).toBe(bySilence);
  });

  it('has minutes approved by all who approve', async () => {
    const bench = await out(mode);
    await approvedBy(bench, 'mads', 'bo', 'frida');
    expect(await decided(bench)).toBe('approvedByAll');
  });

  it('has minutes contested by one objection', async () => {
    const bench = await out(mode);
    await approvedBy(bench, 'mads', 'frida');
    await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection }));
    expect(await decided(bench)).toBe('contested');
  });

  it('must decide where one was not reached, and two can', async () => {
    const bench = await minutesOf(mode);
    bench.messenger.block('bo', 'denied');
    await sendDraft(bench);
    await drain(bench);
    await approvedBy(bench, 'mads', 'frida');
    expect(await decided(bench)).toBe('needsDecision');
    const why = mode === 'tacit' ? 'unreached' : 'explicit';
    expect(bench.messenger.shown('frida', 'needs-decision')?.why).toBe(why);
    const about = { meetingId: bench.meetingId, version: 1 };
    await mustBeDone(bench.useCases.approveByTwo({ ...bench.by('sigrid'), ...about, reason: 'Læst op.' }));
    await mustBeDone(bench.useCases.approveByTwo({ ...bench.by('frida'), ...about }));
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('approvedByTwo');
  });
});
