import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, removeFolder } from '../adapters/store/sqlite/store-in-folder.ts';
import { inventedEvents } from '../texts/invented-events.ts';
import { chanceOf, seededChance } from './support/chance.ts';
import { recordFigures, times } from './support/report.ts';
import { changeOfByte, changes } from './tampering/changes.ts';
import { contentOf, copyOf, type Found, foundIn, type StoredLog, storedLog } from './tampering/stored-log.ts';

const row = 'tampering with the log';

describe(row, () => {
  let folder: string;
  let log: StoredLog;
  beforeAll(async () => {
    folder = freshFolder();
    log = await storedLog(folder, Object.values(inventedEvents), 3);
  });
  afterAll(() => removeFolder(folder));

  /** Changes a copy as the change says, and tells what an operator would find. */
  const afterChange = async (change: (file: string) => void): Promise<{ found: Found; content: string }> => {
    const copy = copyOf(log, 'changed');
    change(copy);
    const found = await foundIn(copy, log.anchors);
    const content = contentOf(copy);
    rmSync(copy);
    return { found, content };
  };

  it('is found whatever was changed, by the chain or by the anchors, and an untouched log never is', async () => {
    const chance = seededChance(row);
    const tries = times(500, 2_000);
    const kinds = Object.keys(changes);
    const tally = { chain: 0, anchors: 0, nothing: 0 };
    const missed: string[] = [];
    for (let number = 0; number < tries; number += 1) {
      const kind = kinds[number % kinds.length] ?? '';
      const { found } = await afterChange((file) => changes[kind]?.(file, chance));
      tally[found] += 1;
      if (found === 'nothing') missed.push(`${number}: ${kind}`);
    }
    const untouched: Found[] = [];
    for (let number = 0; number < tries / 10; number += 1)
      untouched.push((await afterChange(() => undefined)).found);
    recordFigures(row, {
      changes: tries,
      found: tally.chain + tally.anchors,
      'by the chain': tally.chain,
      'by the anchors': tally.anchors,
      'untouched logs': untouched.length,
      'false alarms': untouched.filter((found) => found !== 'nothing').length,
    });
    expect(missed).toEqual([]);
    expect(untouched.filter((found) => found !== 'nothing')).toEqual([]);
  });

  it('is found wherever a byte of the file falls into the log', async () => {
    const chance = seededChance(`${row}, byte by byte`);
    const whole = contentOf(log.file);
    const outcomes: string[] = [];
    for (let number = 0; number < times(200, 1_000); number += 1) {
      const { found, content } = await afterChange((file) => changeOfByte(file, chance));
      if (content !== whole) outcomes.push(found);
    }
    expect(outcomes.filter((found) => found === 'nothing')).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(50);
    recordFigures(`${row}, byte by byte`, {
      'bytes that changed the log': outcomes.length,
      found: outcomes.filter((found) => found !== 'nothing').length,
    });
  });

  it.each(['an end hashed anew', 'a removed end'])(
    'is not found by the chain alone where it is %s: that is what anchors are for',
    async (kind) => {
      const copy = copyOf(log, 'whole in itself');
      changes[kind]?.(copy, chanceOf(1));
      expect(await foundIn(copy, [])).toBe('nothing');
      expect(await foundIn(copy, log.anchors)).toBe('anchors');
      rmSync(copy);
    },
  );
});
