import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { freshFolder, removeFolder, storeIn } from './store-in-folder.ts';

const rounds = 20;

/** Starts a process that acts, kills it at its n-th acknowledgement, and returns all that it acknowledged. */
async function killAtAcknowledgement(dataDir: string, round: string, n: number): Promise<readonly string[]> {
  const script = `(await import(process.argv[1])).acknowledgeActs(process.argv[2], process.argv[3])`;
  const module = new URL('./acknowledge-acts.ts', import.meta.url).href;
  const args = ['--input-type=module', '--eval', script, module, dataDir, round];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === n) child.kill('SIGKILL');
  }
  return acknowledged;
}

describe('a process that is killed with -9', () => {
  it(`has lost nothing that it acknowledged, in ${rounds} rounds on one store`, {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder();
    const acknowledged: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const words = await killAtAcknowledgement(folder, `r${round}`, 1 + round * 7);
      expect(words.length).toBeGreaterThanOrEqual(1 + round * 7);
      acknowledged.push(...words);
    }
    const store = await storeIn(folder);
    const stored = await store.log.read(0, 100_000);
    const kept = stored.map(({ event }) => (event.type === 'MinutesNoted' ? event.atMeetingId : ''));
    const lost = acknowledged.filter((word) => !kept.includes(word));
    expect(lost).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
    expect(await store.verify()).toMatchObject({ chain: 'whole', head: { seq: stored.length } });
    await store.close();
    removeFolder(folder);
  });
});
