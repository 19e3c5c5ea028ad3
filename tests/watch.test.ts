import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../src/adapters/system/log.ts';
import { readConfig } from '../src/config.ts';
import { type Core, openCore } from '../src/core.ts';
import { degradations } from '../src/readiness.ts';
import { createWatch, type Watch } from '../src/watch.ts';
import { freshFolder, removeFolder } from './adapters/store/sqlite/store-in-folder.ts';
import { createMovedClock } from './contracts/moved-clock.ts';

const log = createLog('silent');
const botId = '7c1c7a2e-0000-4000-8000-00000000b07a';
const school = {
  BOT_ID: botId,
  BOT_TENANT_ID: botId,
  BOT_PASSWORD: 'invented',
  BASE_URL: 'https://bot.example',
};

describe('the watch on a store on disk', () => {
  let folder: string;
  let clock: ReturnType<typeof createMovedClock>;
  let core: Core;
  let watch: Watch;
  beforeEach(async () => {
    folder = freshFolder();
    clock = createMovedClock();
    await start();
  });
  afterEach(async () => {
    await stop();
    removeFolder(folder);
  });

  async function start(clockIsWatched = true): Promise<void> {
    const read = readConfig({}, { ...school, DATA_DIR: folder });
    if (read.kind === 'faults') throw new TypeError('no sound configuration');
    core = await openCore({ config: read.config, clock, baseUrl: () => 'http://127.0.0.1' });
    watch = createWatch(core, log, { clockIsWatched });
    await watch.begin();
  }

  async function stop(): Promise<void> {
    await watch.leave();
    await core.writer.close();
    await core.store.close();
  }

  const types = async () => (await core.log.read(0, 100)).map(({ event }) => event.type);

  it('finds nothing at the first start, and nothing at a start right after an orderly end', async () => {
    await stop();
    clock.move({ seconds: 30 });
    await start();
    expect(await types()).toEqual([]);
    expect(await degradations(core)()).toEqual([]);
  });

  it('R8, R15: knows at the next start how long nobody was there, and says what is degraded', async () => {
    await stop();
    clock.move({ hours: 12 });
    await start();
    expect(await types()).toEqual(['DowntimeRecorded', 'ClockDoubted']);
    expect(await degradations(core)()).toEqual(['clock-doubted']);
    await core.useCases.witnessClock({ receivedAt: clock.now(), sentAt: clock.now() });
    expect(await degradations(core)()).toEqual([]);
  });

  it('R15: a doubt outlives a restart', async () => {
    await stop();
    clock.move({ hours: 12 });
    await start();
    await stop();
    clock.move({ seconds: 20 });
    await start();
    expect(await types()).toEqual(['DowntimeRecorded', 'ClockDoubted']);
    expect(core.useCases.doubts.isClockDoubted()).toBe(true);
  });

  it('is silent where a person moves the clock', async () => {
    await stop();
    clock.move({ hours: 24 * 30 });
    await start(false);
    expect(await types()).toEqual([]);
  });

  it('R16: finds a log that is older than the anchors beside it', async () => {
    const anchor = { seq: 40, hash: 'a'.repeat(64), at: clock.now().toString(), occasion: 'day/1' };
    await core.anchors.drop(anchor);
    await stop();
    await start();
    expect(await types()).toEqual(['SafeModeEntered']);
    expect(await degradations(core)()).toEqual(['safe-mode']);
  });

  it('R3: leaves in order, so that nobody waits for this process', async () => {
    expect((await core.processes.lastBeat())?.toString()).toBe(clock.now().toString());
    await watch.leave();
    await expect(core.processes.beat(clock.now(), clock.now())).rejects.toMatchObject({
      code: 'process fenced',
    });
    expect(watch.isFenced()).toBe(false);
  });
});
