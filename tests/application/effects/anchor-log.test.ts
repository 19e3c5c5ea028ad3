import { describe, expect, it } from 'vitest';
import { createAnchorDaily } from '../../../src/application/effects/anchor-daily.ts';
import { createAnchorLog } from '../../../src/application/effects/anchor-log.ts';
import { operationStream } from '../../../src/application/streams.ts';
import { sentMinutes } from '../../support/bench-story.ts';
import { type Bench, drain, openBench, sweep, wanted } from '../../support/committee-bench.ts';

async function enterSafeMode({ log, clock }: Bench): Promise<void> {
  const events = [
    { type: 'SafeModeEntered', anchor: { seq: 900, hash: 'a' }, head: { seq: 1, hash: 'b' }, agreed: 0 },
  ] as const;
  await log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: [{ stream: operationStream.stream, events }],
      at: clock.now(),
    }),
  });
}

describe('anchoring the log', () => {
  it('keeps the head as it is when it is carried out, with the instant', async () => {
    const bench = await openBench();
    await bench.carryOut({ kind: 'anchor-log', occasion: 'day/2025-08-01' }, 'n1');
    const at = bench.clock.now().toString();
    expect(await bench.anchors.newest(5)).toEqual([
      { ...(await bench.log.head()), at, occasion: 'day/2025-08-01' },
    ]);
  });

  it('is wanted with every decision, and the anchor covers it', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    const decided = await bench.log.head();
    await drain(bench);
    const [anchor] = await bench.anchors.newest(1);
    expect(anchor?.occasion).toBe(`closed/${bench.meetingId}/1`);
    expect(anchor?.seq).toBeGreaterThanOrEqual(decided.seq);
  });

  it('drops nothing in safe mode, so that the newer log may still be found again', async () => {
    const bench = await openBench();
    await enterSafeMode(bench);
    await bench.carryOut({ kind: 'anchor-log', occasion: 'day/2025-08-01' }, 'n1');
    expect(await bench.anchors.newest(5)).toEqual([]);
  });

  it('after two persons gave a course up has occasions of its own, so that the present course is anchored too', async () => {
    const bench = await openBench();
    await bench.carryOut({ kind: 'anchor-log', occasion: 'closed/m1/1' }, 'n1');
    await enterSafeMode(bench);
    const events = [{ type: 'SafeModeEnded', first: 'a', second: 'b', reason: 'Tabt.' }] as const;
    const append = [{ stream: operationStream.stream, events }];
    await bench.log.transact({
      load: {},
      decide: () => ({ result: undefined, append, at: bench.clock.now() }),
    });
    await bench.carryOut({ kind: 'anchor-log', occasion: 'closed/m1/1' }, 'n2');
    await bench.carryOut({ kind: 'anchor-log', occasion: 'closed/m1/1' }, 'n3');
    const occasions = (await bench.anchors.newest(5)).map(({ occasion }) => occasion);
    expect(occasions).toEqual(['closed/m1/1#1', 'closed/m1/1']);
  });

  it('has nothing to drop of an empty log', async () => {
    const bench = await openBench();
    const log = { ...bench.log, head: () => Promise.resolve({ seq: 0, hash: '' }) };
    await createAnchorLog({ ...bench, log })({ kind: 'anchor-log', occasion: 'day/2025-08-01' });
    expect(await bench.anchors.newest(5)).toEqual([]);
  });
});

describe('the daily anchor', () => {
  it('is wanted once a Danish day, and the next is due at Danish midnight', async () => {
    const bench = await openBench();
    await drain(bench);
    bench.setTime('2025-09-24 23:59');
    const anchorDaily = createAnchorDaily(bench);
    expect((await anchorDaily()).toString()).toBe('2025-09-24T22:00:00Z');
    expect(await wanted(bench)).toEqual(['anchor day/2025-09-24']);
    await drain(bench);
    await anchorDaily();
    expect(await wanted(bench)).toEqual([]);
    bench.setTime('2025-09-25 00:00');
    expect((await anchorDaily()).toString()).toBe('2025-09-25T22:00:00Z');
    expect(await wanted(bench)).toEqual(['anchor day/2025-09-25']);
  });

  it('keeps the first anchor of the day, also when the program starts again', async () => {
    const bench = await openBench();
    for (const _start of [1, 2]) {
      await createAnchorDaily(bench)();
      await drain(bench);
    }
    expect(await bench.anchors.newest(5)).toHaveLength(1);
  });
});
