import { describe, expect, it } from 'vitest';
import type { MeetingBench } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, typesOf } from '../../support/committee-bench.ts';
import { undecidedMinutes } from '../../support/undecided-minutes.ts';

const defer = (bench: MeetingBench, by = 'frida') =>
  bench.useCases.deferMinutes({ ...bench.by(by), meetingId: bench.meetingId, version: 1 });

/** Plans and sends the agenda of a later meeting; what its items are called and say. */
async function agendaOf(bench: MeetingBench, date: string, items?: readonly string[]) {
  const plan = { committeeId: 'luu', date, from: '09:00', to: '12:00' };
  const named = items?.map((title, place) => ({
    itemId: `${date}-${place}`,
    title,
    presenters: [],
    annexes: [],
  }));
  const planned = named === undefined ? {} : { items: named };
  const { meetingId } = await mustBeDone(
    bench.useCases.planMeeting({ ...bench.by('sigrid'), ...plan, ...planned }),
  );
  await mustBeDone(bench.useCases.publishAgenda({ ...bench.by('sigrid'), meetingId }));
  await drain(bench);
  const event = bench.events.findLast(({ event: each }) => each.type === 'AgendaPublished')?.event;
  return event?.type === 'AgendaPublished' ? event.paper.items : [];
}

const title = 'Godkendelse af referat fra 2025-09-10';

describe('minutes that are put on the next agenda', () => {
  it('say so to those who decide, and to the secretary', async () => {
    const bench = await undecidedMinutes();
    await mustBeDone(defer(bench));
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'needs-decision')).toMatchObject({
      state: { kind: 'deferred', deferredBy: 'Frida Formand-Prøve' },
      may: { send: false, propose: false, agree: false, defer: false },
    });
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({ step: 'minutes-deferred' });
  });

  it('stand in the agenda’s own item on the last minutes, where it has one', async () => {
    const bench = await undecidedMinutes();
    await mustBeDone(defer(bench));
    const items = await agendaOf(bench, '2025-12-10');
    expect(items.filter((item) => item.title.includes('referat'))).toHaveLength(1);
    expect(items.find((item) => item.title.includes('referat'))?.casePresentation).toBe('needsDecision');
  });

  it('have an item of their own where the agenda has none, once', async () => {
    const bench = await undecidedMinutes();
    await mustBeDone(defer(bench));
    const items = await agendaOf(bench, '2025-12-10', ['Praktikpladser']);
    expect(items.map((item) => item.title)).toEqual(['Praktikpladser', title]);
    expect(items[1]).toMatchObject({ number: 2, purpose: 'approval', casePresentation: 'needsDecision' });
    const next = await agendaOf(bench, '2026-03-10', ['Noget andet']);
    expect(next.map((item) => item.title)).toEqual(['Noget andet']);
  });

  it('are no item where nobody put them there', async () => {
    const bench = await undecidedMinutes();
    expect((await agendaOf(bench, '2025-12-10', ['Praktikpladser'])).map((item) => item.title)).toEqual([
      'Praktikpladser',
    ]);
  });

  it('are put there once: the same press again is what was wanted, another is refused', async () => {
    const bench = await undecidedMinutes();
    expect(await mustBeDone(defer(bench))).toMatchObject({ repeated: false });
    expect(await mustBeDone(defer(bench))).toMatchObject({ repeated: true });
    expect(typesOf(bench).filter((type) => type === 'MinutesDeferred')).toHaveLength(1);
    await drain(bench);
    await refusedWithout(bench, () => defer(bench, 'sigrid'), { code: 'no-decision-needed' });
    const needs = ['secretary', 'chair', 'viceChair'] as const;
    await refusedWithout(bench, () => defer(bench, 'mads'), { code: 'not-permitted', needs });
    const unknown = () =>
      bench.useCases.deferMinutes({ ...bench.by('frida'), meetingId: 'unknown', version: 1 });
    await refusedWithout(bench, unknown, { code: 'no-meeting' });
  });
});
