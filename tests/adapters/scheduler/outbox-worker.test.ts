import { afterEach, describe, expect, it } from 'vitest';
import { effectKey } from '../../../src/ports/outbox.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { agendaFile, statusCard } from '../../contracts/outbox.contract.ts';
import { type CarryOut, cardFor, createGates, type WorkerAtWork, workerAtWork } from './worker-at-work.ts';

describe('the outbox worker', () => {
  const opened: WorkerAtWork[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const atWork = async (carryOut: CarryOut) => {
    const work = await workerAtWork(carryOut);
    opened.push(work);
    return work;
  };
  const failing = (failure: () => unknown) => atWork(() => Promise.reject(failure()));

  it('carries out all that is due, each once', async () => {
    const seen: string[] = [];
    const { worker, want, outbox } = await atWork((_effect, { key }) => {
      seen.push(key);
      return Promise.resolve();
    });
    const effects = Array.from({ length: 50 }, (_, place) => cardFor(`p${place}`));
    await want(...effects);
    expect(await worker.drain()).toBe(50);
    expect(seen.toSorted()).toEqual(effects.map(effectKey).toSorted());
    expect(await worker.drain()).toBe(0);
    expect((await outbox.status()).done).toBe(50);
  });

  it('carries out what becomes due while it drains', async () => {
    let wished = false;
    const { worker, want } = await atWork(async () => {
      if (!wished) await want(cardFor('second'));
      wished = true;
    });
    await want(cardFor('first'));
    expect(await worker.drain()).toBe(2);
  });

  it('does one thing after the other for a person, and four at once for several', async () => {
    const gates = createGates();
    const names = ['a1', 'a2', 'b1', 'c1', 'd1', 'e1'];
    const { worker, want } = await atWork((effect) =>
      gates.pass(
        effect.kind === 'show-card' && effect.audience.to === 'person' && 'version' in effect.ref
          ? effect.audience.personId + String(effect.ref.version)
          : '?',
      ),
    );
    await want(...names.map((name) => cardFor(name.slice(0, 1), Number(name.slice(1)))));
    const drained = worker.drain();
    await gates.until(4);
    expect(gates.course).toEqual(['> a1', '> b1', '> c1', '> d1']);
    gates.open('c1');
    await gates.until(6);
    expect(gates.course.slice(4)).toEqual(['< c1', '> e1']);
    gates.open('a1');
    await gates.until(8);
    expect(gates.course.slice(6)).toEqual(['< a1', '> a2']);
    for (const name of names) gates.open(name);
    expect(await drained).toBe(6);
  });

  it('goes on with the others when one fails, also with those to the same person', async () => {
    const { worker, want, openStates } = await atWork((effect) =>
      'ref' in effect && 'version' in effect.ref && effect.ref.version === 1
        ? Promise.reject(new PortFailure('denied', '403'))
        : Promise.resolve(),
    );
    await want(cardFor('p', 1), cardFor('p', 2), statusCard);
    expect(await worker.drain()).toBe(1);
    expect((await openStates()).map(([, state]) => state)).toEqual(['parked', 'parked']);
  });

  it('gives up what breaks, with an error id, and keeps the error for the log', async () => {
    const error = new TypeError('planted');
    const { worker, want, outbox, entries } = await failing(() => error);
    await want(agendaFile);
    await worker.drain();
    expect(entries).toEqual([
      { what: 'effect-broke', key: effectKey(agendaFile), errorId: 'error-1', error },
    ]);
    expect((await outbox.status()).open).toMatchObject([{ state: 'dead', code: 'defect: error-1' }]);
  });

  it('treats an adapter that throws at once as one that fails', async () => {
    const { worker, want, openStates } = await atWork(() => {
      throw new PortFailure('gone', '404');
    });
    await want(agendaFile);
    await worker.drain();
    expect((await openStates()).map(([, state]) => state)).toEqual(['dead']);
  });

  it('waits before it tries again, shows a person what lasts, and gives up in the end', async () => {
    const { worker, want, outbox, clock, openStates } = await failing(
      () => new PortFailure('unavailable', '503'),
    );
    await want(agendaFile);
    const waits: number[] = [];
    for (let due = await outbox.nextDue(); due !== undefined; due = await outbox.nextDue()) {
      waits.push(due.since(clock.now()).total('seconds'));
      clock.move(due.since(clock.now()));
      await worker.drain();
    }
    expect(waits.slice(0, 13)).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 3_600]);
    expect(waits).toHaveLength(348);
    expect(await openStates()).toEqual([[effectKey(agendaFile), 'dead']]);
  });

  it('counts each kind of failure for itself', async () => {
    const kinds = [
      ...Array.from({ length: 11 }, () => 'unavailable' as const),
      'locked' as const,
      'unavailable' as const,
    ];
    const { worker, want, outbox, clock } = await atWork(() =>
      Promise.reject(new PortFailure(kinds.shift() ?? 'gone', 'x')),
    );
    await want(agendaFile);
    for (let round = 0; round < 13; round += 1) {
      await worker.drain();
      clock.move({ hours: 1 });
    }
    expect((await outbox.status()).open).toMatchObject([
      { state: 'waiting', attempts: 13, code: 'unavailable: x' },
    ]);
  });

  it('does not try before the time a throttling service named', async () => {
    const { worker, want, clock, outbox } = await failing(() => new PortFailure('throttled', '429', 30_000));
    await want(statusCard);
    await worker.drain();
    clock.move({ milliseconds: 29_999 });
    await worker.drain();
    expect((await outbox.status()).open).toMatchObject([
      { attempts: 1, state: 'waiting', code: 'throttled: 429' },
    ]);
    clock.move({ milliseconds: 1 });
    await worker.drain();
    expect((await outbox.status()).open).toMatchObject([{ attempts: 2 }]);
  });
});
