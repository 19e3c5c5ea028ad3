import { describe, expect, it } from 'vitest';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { pressOf, sentMinutes } from '../../support/bench-story.ts';
import {
  type Bench,
  drain,
  mustBeDone,
  openBench,
  sweep,
  typesOf,
  wanted,
} from '../../support/committee-bench.ts';
import { operationTypes } from '../../support/operation-bench.ts';

const begin = ({ useCases }: Bench) => useCases.operation.begin({ clockIsWatched: true });
const nowhere = 'f'.repeat(64);

async function anchored(bench: Bench, seq: number, hash?: string): Promise<void> {
  const [held] = await bench.log.read(seq - 1, 1);
  const at = bench.clock.now().toString();
  await bench.anchors.drop({ seq, hash: hash ?? held?.hash ?? nowhere, at, occasion: `test/${seq}` });
}

describe('R16: a start', () => {
  it('finds nothing wrong without anchors, and where the newest fits the log', async () => {
    const bench = await openBench();
    await begin(bench);
    await anchored(bench, 2);
    await begin(bench);
    expect(operationTypes(bench)).toEqual([]);
  });

  it('enters safe mode where the log ends before its newest anchor, and says so to those who can decide', async () => {
    const bench = await openBench();
    await anchored(bench, 2);
    await anchored(bench, 900);
    const head = await bench.log.head();
    await begin(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({
      type: 'SafeModeEntered',
      anchor: { seq: 900, hash: nowhere },
      head,
      agreed: 2,
    });
    expect(await wanted(bench)).toEqual(['operation-doubt → frida', 'operation-doubt → sigrid']);
    await drain(bench);
    expect(bench.messenger.shown('frida', 'operation-doubt')).toMatchObject({
      committee: 'LUU Prøveskolen',
      doubt: { about: 'safe-mode', state: 'open', what: 'missing', missing: 900 - head.seq },
    });
  });

  it('enters it where the log is another, and where the newest anchor is damaged', async () => {
    const another = await openBench();
    await anchored(another, 2, nowhere);
    await begin(another);
    await drain(another);
    expect(another.messenger.shown('sigrid', 'operation-doubt')?.doubt).toMatchObject({ what: 'differs' });
    const damaged = await openBench();
    await anchored(damaged, 2);
    damaged.anchors.damage(2);
    await begin(damaged);
    await drain(damaged);
    expect(damaged.messenger.shown('sigrid', 'operation-doubt')?.doubt).toMatchObject({ what: 'unreadable' });
  });

  it('enters it once, however often the program starts', async () => {
    const bench = await openBench();
    await anchored(bench, 900);
    await begin(bench);
    await begin(bench);
    expect(operationTypes(bench)).toEqual(['SafeModeEntered']);
  });
});

describe('R16: in safe mode', () => {
  it('nothing is closed, and acts are received as always', async () => {
    const bench = await sentMinutes();
    await anchored(bench, 900);
    await begin(bench);
    await mustBeDone(
      bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: { text: 'Nej.' } }),
    );
    expect(typesOf(bench).at(-1)).toBe('ObjectionRaised');
    bench.setTime('2025-09-25 00:02');
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    expect(typesOf(bench)).not.toContain('MinutesClosed');
  });
});

describe('R16: anchors that cannot be read', () => {
  async function unreadable() {
    const bench = await sentMinutes();
    const { newest } = bench.anchors;
    let works = false;
    Object.assign(bench.anchors, {
      newest: (limit: number) =>
        works ? newest(limit) : Promise.reject(new PortFailure('unavailable', 'library')),
    });
    await begin(bench);
    return { ...bench, mend: () => (works = true) };
  }

  it('hinder no start, but nothing is closed until they were read', async () => {
    const bench = await unreadable();
    bench.setTime('2025-09-25 00:02');
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    await bench.useCases.operation.beat(undefined);
    await expect(sweep(bench)).rejects.toThrow(PortFailure);
    bench.mend();
    await bench.useCases.operation.beat(undefined);
    await sweep(bench);
    expect(typesOf(bench)).toContain('MinutesClosed');
  });

  it('are asked for again at each beat, and a log that does not fit them is found then', async () => {
    const bench = await unreadable();
    await anchored(bench, 900);
    bench.mend();
    await bench.useCases.operation.beat(undefined);
    expect(operationTypes(bench)).toEqual(['SafeModeEntered']);
  });

  it('are no excuse for a defect', async () => {
    const bench = await openBench();
    Object.assign(bench.anchors, { newest: () => Promise.reject(new TypeError('planted')) });
    await expect(begin(bench)).rejects.toThrow('planted');
  });
});
