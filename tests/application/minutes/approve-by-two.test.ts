import { describe, expect, it } from 'vitest';
import { sendDraft, sentMinutes } from '../../support/bench-story.ts';
import { chat, drain, mustBeDone, refusedWithout, typesOf, wanted } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { undecidedMinutes } from '../../support/undecided-minutes.ts';

const reason = 'Bo har læst det op i telefonen.';

type Undecided = Awaited<ReturnType<typeof undecidedMinutes>>;

const on = ({ meetingId }: Undecided) => ({ meetingId, version: 1 });
const propose = (bench: Undecided, by = 'sigrid') =>
  bench.useCases.approveByTwo({ ...bench.by(by), ...on(bench), reason });
const agree = (bench: Undecided, by = 'frida') =>
  bench.useCases.approveByTwo({ ...bench.by(by), ...on(bench) });

describe('R18: the card Kræver stillingtagen', () => {
  it('tells secretary and chair why, who was not reached, and what each may do', async () => {
    const bench = await undecidedMinutes();
    const all = { send: true, propose: true, agree: false, defer: true };
    for (const person of ['sigrid', 'frida'])
      expect(bench.messenger.shown(person, 'needs-decision')).toMatchObject({
        why: 'unreached',
        counts: { entitled: 3, silent: 3, unreached: 1 },
        unreached: [{ name: 'Bo Bisidder-Prøve', teams: 'blocked' }],
        state: { kind: 'open' },
        may: all,
      });
    for (const person of ['mads', 'bo', 'elev'])
      expect(bench.messenger.shown(person, 'needs-decision')).toBeUndefined();
  });

  it('stands before nobody where the minutes were approved', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-25 00:02');
    await bench.useCases.closeMinutes(bench.meetingId, 1, danish('2025-09-25 00:02'));
    await drain(bench);
    expect(bench.messenger.shown('frida', 'needs-decision')).toBeUndefined();
  });

  it('shows the proposal to the other, who may agree, and to its sender, who may not', async () => {
    const bench = await undecidedMinutes();
    bench.setTime('2025-09-25 09:00');
    expect(await mustBeDone(propose(bench))).toMatchObject({ approved: false });
    await drain(bench);
    const state = { kind: 'proposed', proposedBy: 'Sigrid Sekretær-Prøve', reason };
    expect(bench.messenger.shown('frida', 'needs-decision')).toMatchObject({
      state: { ...state, mine: false },
      may: { propose: false, agree: true },
    });
    expect(bench.messenger.shown('sigrid', 'needs-decision')).toMatchObject({
      state: { ...state, mine: true },
      may: { propose: false, agree: false },
    });
    await refusedWithout(bench, () => agree(bench, 'sigrid'), { code: 'second-person-needed' });
  });
});

describe('R18: the second yes', () => {
  it('approves: outcome to all, stamps, status, and no step is left', async () => {
    const bench = await undecidedMinutes();
    bench.setTime('2025-09-25 09:00');
    await mustBeDone(propose(bench));
    await drain(bench);
    bench.setTime('2025-09-26 11:00');
    expect(await mustBeDone(agree(bench))).toMatchObject({ approved: true });
    expect(bench.events.at(-1)).toMatchObject({
      actor: { personId: 'frida' },
      event: {
        type: 'MinutesApprovedByTwo',
        first: 'sigrid',
        second: 'frida',
        reason,
        at: danish('2025-09-26 11:00').toString(),
      },
    });
    const told = await wanted(bench);
    for (const each of ['stamp 1', 'minutes-status 1 → committee chat', 'minutes-outcome 1 → mads'])
      expect(told).toContain(each);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('approvedByTwo');
    expect(bench.messenger.shown(chat, 'minutes-status')?.state).toEqual({
      kind: 'closed',
      result: 'approvedByTwo',
    });
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({ step: 'done' });
    expect(bench.messenger.shown('sigrid', 'needs-decision')).toMatchObject({
      state: { kind: 'approved', first: 'Sigrid Sekretær-Prøve', second: 'Frida Formand-Prøve' },
      may: { send: false, propose: false, agree: false, defer: false },
    });
    const filed = (await bench.library.list()).filter(({ path }) => path.includes('/minutes '));
    expect(filed.map(({ metadata }) => [metadata.status, metadata.approved])).toEqual([
      ['approvedByTwo', '2025-09-26'],
      ['approvedByTwo', '2025-09-26'],
    ]);
    const [row] = await bench.readModels.meetingsOf('luu');
    expect(row?.situation).toBe('approved');
  });

  it('is refused without a proposal, to members, and twice', async () => {
    const bench = await undecidedMinutes();
    await refusedWithout(bench, () => agree(bench), { code: 'no-proposal' });
    const needs = ['secretary', 'chair', 'viceChair'] as const;
    await refusedWithout(bench, () => propose(bench, 'mads'), { code: 'not-permitted', needs });
    await mustBeDone(propose(bench));
    await mustBeDone(agree(bench));
    await drain(bench);
    await refusedWithout(bench, () => agree(bench), { code: 'no-decision-needed' });
    const other = () =>
      bench.useCases.approveByTwo({ ...bench.by('frida'), meetingId: 'unknown', version: 1 });
    await refusedWithout(bench, other, { code: 'no-meeting' });
  });

  it('by two at once is one approval', async () => {
    const bench = await undecidedMinutes();
    await mustBeDone(propose(bench));
    const results = await Promise.all([agree(bench), agree(bench)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    expect(typesOf(bench).filter((type) => type === 'MinutesApprovedByTwo')).toHaveLength(1);
  });
});

describe('the same text sent again', () => {
  it('takes the place of what waited for a decision', async () => {
    const bench = await undecidedMinutes();
    await mustBeDone(propose(bench));
    await drain(bench);
    bench.messenger.unblock('bo');
    bench.setTime('2025-09-25 09:00');
    expect(await sendDraft(bench)).toMatchObject({ version: 2 });
    await drain(bench);
    for (const person of ['sigrid', 'frida'])
      expect(bench.messenger.shown(person, 'needs-decision')?.state).toEqual({
        kind: 'superseded',
        newest: 2,
      });
    await refusedWithout(bench, () => agree(bench), { code: 'no-decision-needed' });
  });
});
