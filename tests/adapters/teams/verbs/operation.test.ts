import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../src/adapters/teams/handlers.ts';
import { createBotHandlers } from '../../../../src/adapters/teams/verbs/bot-handlers.ts';
import { type Bench, drain, openBench } from '../../../support/committee-bench.ts';
import { danish } from '../../../support/danish-calendar.ts';
import { people } from '../../../support/invented-committee.ts';
import { doubted } from '../../../support/invented-operation.ts';
import { happened } from '../../../support/operation-bench.ts';

const since = danish('2025-08-01 09:00').toString();

/** A person of the committee, in their own chat. */
function turnOf({ clock }: Bench, personId: string): Turn {
  const [identity] = people.find((each) => each.personId === personId)?.identities ?? [];
  if (identity === undefined) throw new TypeError(`${personId} has no account`);
  return {
    ...identity,
    activityId: 'f:1',
    senderName: personId,
    conversation: { id: `a:${personId}`, scope: 'personal' },
    receivedAt: clock.now(),
    personMri: `29:${personId}`,
  };
}

async function opened() {
  const bench = await openBench();
  return { bench, handlers: createBotHandlers(bench.useCases) };
}

describe('R15: "Klokken passer"', () => {
  it('is answered with what the clock shows', async () => {
    const { bench, handlers } = await opened();
    await happened(bench, doubted('2025-08-01 08:00', '2025-08-01 09:00'));
    const press = { committeeId: 'luu', since };
    const answer = await handlers.act(turnOf(bench, 'sigrid'), 'clock.confirm', press, 'manual');
    expect(answer).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('fredag den 1. august 2025'),
    });
    expect(await handlers.act(turnOf(bench, 'frida'), 'clock.confirm', press, 'manual')).toMatchObject({
      text: expect.stringContaining('Tvivlen om uret er allerede afklaret'),
    });
  });

  it('is refused to members, and not read where it names no doubt', async () => {
    const { bench, handlers } = await opened();
    await happened(bench, doubted('2025-08-01 08:00', '2025-08-01 09:00'));
    const press = { committeeId: 'luu', since };
    expect(await handlers.act(turnOf(bench, 'mads'), 'clock.confirm', press, 'manual')).toMatchObject({
      text: expect.stringContaining('Det kan kun udvalgets sekretær eller formand gøre'),
    });
    const empty = await handlers.act(
      turnOf(bench, 'sigrid'),
      'clock.confirm',
      { committeeId: 'luu' },
      'manual',
    );
    expect(empty).toMatchObject({ kind: 'error', code: 'BadRequest' });
  });
});

describe('R16: "Gå videre uden …"', () => {
  it('opens a dialog that asks the first for a reason, and the second for none', async () => {
    const { bench, handlers } = await opened();
    await bench.anchors.drop({ seq: 900, hash: 'f'.repeat(64), at: since, occasion: 'day' });
    await bench.useCases.operation.begin({ clockIsWatched: false });
    await drain(bench);
    const mark = bench.messenger.shown('sigrid', 'operation-doubt')?.since ?? '';
    const press = { verb: 'safe-mode.end', committeeId: 'luu', since: mark };
    const first = await handlers.fetchDialog(turnOf(bench, 'sigrid'), press);
    expect(first).toMatchObject({ kind: 'dialog', title: 'Sikker tilstand' });
    expect(JSON.stringify(first)).toContain('"id":"reason"');
    const blank = await handlers.submitDialog(turnOf(bench, 'sigrid'), { ...press, reason: '  ' });
    expect(blank).toMatchObject({ text: expect.stringContaining('Der mangler en begrundelse') });
    const reason = 'Der findes ingen nyere kopi.';
    const proposed = await handlers.submitDialog(turnOf(bench, 'sigrid'), { ...press, reason });
    expect(proposed).toMatchObject({ text: expect.stringContaining('Dit forslag er gemt') });
    const second = await handlers.fetchDialog(turnOf(bench, 'frida'), press);
    expect(JSON.stringify(second)).toContain(reason);
    expect(JSON.stringify(second)).not.toContain('"id":"reason"');
    const ended = await handlers.submitDialog(turnOf(bench, 'frida'), press);
    expect(ended).toMatchObject({ text: expect.stringContaining('Programmet går videre') });
  });
});
