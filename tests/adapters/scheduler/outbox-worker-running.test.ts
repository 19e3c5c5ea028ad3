import { afterEach, describe, expect, it } from 'vitest';
import { effectKey } from '../../../src/ports/outbox.ts';
import { agendaFile, statusCard } from '../../contracts/outbox.contract.ts';
import { type CarryOut, cardFor, createGates, type WorkerAtWork, workerAtWork } from './worker-at-work.ts';

describe('the outbox worker, started and stopped', () => {
  const opened: WorkerAtWork[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const atWork = async (carryOut: CarryOut) => {
    const work = await workerAtWork(carryOut);
    opened.push(work);
    return work;
  };

  it('lets go of an adapter that does not come back', async () => {
    const { worker, want, timer, outbox } = await atWork((effect) =>
      effect.kind === 'file-paper' ? new Promise(() => undefined) : Promise.resolve(),
    );
    await want(agendaFile, statusCard);
    const drained = worker.drain();
    while ((await outbox.status()).done === 0) await new Promise(setImmediate);
    expect(timer.pending()).toEqual([120_000]);
    timer.ring(120_000);
    expect(await drained).toBe(1);
    expect((await outbox.status()).open).toMatchObject([
      { state: 'waiting', code: 'unavailable: no answer in time' },
    ]);
  });

  it('does not begin again what still runs when the clock is moved past its lease', async () => {
    const gates = createGates();
    const { worker, want, clock, outbox } = await atWork((effect) => gates.pass(effect.kind));
    await want(agendaFile, statusCard);
    const drained = worker.drain();
    await gates.until(2);
    clock.move({ hours: 400 });
    gates.open('show-card');
    await gates.until(3);
    while ((await outbox.status()).done === 0) await new Promise(setImmediate);
    await want(cardFor('p1'));
    gates.open('file-paper');
    await gates.until(5);
    gates.open('show-card');
    expect(await drained).toBe(3);
    expect(gates.course.filter((entry) => entry === '> file-paper')).toHaveLength(1);
  });

  it('takes back at start what a process that is gone had claimed, and stops when what runs has ended', async () => {
    const gates = createGates();
    const { worker, want, claim, outbox } = await atWork((effect) => gates.pass(effect.kind));
    await want(agendaFile);
    await claim();
    await worker.start();
    await gates.until(1);
    const stopped = worker.stop();
    await want(statusCard);
    worker.poke();
    gates.open('file-paper');
    await stopped;
    expect(gates.course).toEqual(['> file-paper', '< file-paper']);
    expect(await outbox.status()).toMatchObject({ done: 1, open: [{ key: effectKey(statusCard) }] });
  });

  it('stops after ten seconds although something hangs', async () => {
    const gates = createGates();
    const { worker, want, timer } = await atWork((effect) => gates.pass(effect.kind));
    await want(agendaFile);
    await worker.start();
    await gates.until(1);
    const stopped = worker.stop();
    timer.ring(10_000);
    await expect(stopped).resolves.toBeUndefined();
  });

  it('works when it is poked, and says when the queue cannot be read', async () => {
    const gates = createGates();
    const { worker, want, timer, entries, close } = await atWork((effect) => gates.pass(effect.kind));
    await worker.start();
    while (timer.pending().join() !== '30000') await new Promise(setImmediate);
    await want(agendaFile);
    worker.poke();
    await gates.until(1);
    gates.open('file-paper');
    while (timer.pending().join() !== '30000') await new Promise(setImmediate);
    await close();
    worker.poke();
    while (entries.length === 0) await new Promise(setImmediate);
    expect(entries).toMatchObject([{ what: 'outbox-failed', error: { kind: 'unavailable' } }]);
    await worker.stop();
  });
});
