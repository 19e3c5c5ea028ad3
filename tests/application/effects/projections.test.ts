import { expect, it } from 'vitest';
import { createCarryOut } from '../../../src/application/effects/carry-out.ts';
import type { Effect } from '../../../src/ports/outbox.ts';
import { createFakeMessenger } from '../../fakes/fake-messenger.ts';
import { pressOf, sendDraft, sentMinutes, someObjection } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep } from '../../support/committee-bench.ts';

type Sent = Awaited<ReturnType<typeof sentMinutes>>;

/** Keeps every effect that is carried out from now on, each wish once. */
function watched(bench: Sent) {
  const wished = new Map<string, Effect>();
  const carryOut: typeof bench.carryOut = (effect, nonce) => {
    wished.set(JSON.stringify(effect), effect);
    return bench.carryOut(effect, nonce);
  };
  return { bench: { ...bench, carryOut }, wished };
}

function withoutNonce(view: unknown): unknown {
  return JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'nonce' ? '' : value)));
}

async function decidedInVersion2() {
  const { bench, wished } = watched(await sentMinutes());
  await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection }));
  await drain(bench);
  const { objectionId = '' } = bench.messenger.shown('frida', 'objection-received') ?? {};
  const texts = { decision: '50 pladser.' };
  const ruling = {
    version: 1,
    objectionId,
    objectorId: 'bo',
    ruling: 'accepted',
    reason: 'Ja.',
    texts,
  } as const;
  await mustBeDone(
    bench.useCases.ruleOnObjection({ ...bench.by('frida'), meetingId: bench.meetingId, ...ruling }),
  );
  await drain(bench);
  await sendDraft(bench);
  await drain(bench);
  bench.setTime('2025-09-25 00:02');
  await sweep(bench);
  await drain(bench);
  return { bench, wished };
}

it('R14: cards and files are made from the log: carried out once more, nothing is new and nothing is there twice', async () => {
  const { bench, wished } = await decidedInVersion2();
  const files = await bench.library.list();
  const events = bench.events.length;
  const cards = bench.messenger.standing();
  expect(wished.size).toBeGreaterThan(10);
  for (const effect of wished.values()) await bench.carryOut(effect, 'once more');
  expect(bench.messenger.standing()).toEqual(cards);
  expect(await bench.library.list()).toEqual(files);
  expect(bench.events.length).toBe(events);
});

it('R14: cards that were lost come again as they were', async () => {
  const { bench, wished } = await decidedInVersion2();
  const messenger = createFakeMessenger();
  const carryOut = createCarryOut({ ...bench, messenger });
  for (const effect of wished.values()) await carryOut(effect, 'made again');
  for (const person of ['frida', 'mads', 'bo', 'sigrid'])
    for (const card of [
      'minutes-for-approval',
      'minutes-outcome',
      'objection-received',
      'next-step',
    ] as const)
      expect(withoutNonce(messenger.shown(person, card) ?? {})).toEqual(
        withoutNonce(bench.messenger.shown(person, card) ?? {}),
      );
});

it('R14: each version has exactly one file of each kind, and every card of it says how it stands', async () => {
  const { bench } = await decidedInVersion2();
  const paths = (await bench.library.list()).map(({ path }) => path);
  const minutes = paths.filter((path) => path.includes('/minutes '));
  expect(minutes).toHaveLength(4);
  expect(new Set(paths).size).toBe(paths.length);
  for (const person of ['frida', 'mads', 'bo']) {
    expect(bench.messenger.shown(person, 'minutes-for-approval', 1)?.state).toEqual({
      kind: 'superseded',
      newest: 2,
    });
    expect(bench.messenger.shown(person, 'minutes-for-approval', 2)?.state).toEqual({
      kind: 'closed',
      result: 'approvedTacitly',
    });
  }
});
