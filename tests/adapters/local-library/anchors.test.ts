import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLocalAnchors } from '../../../src/adapters/local-library/anchors.ts';
import { createDisk, type Disk } from '../../../src/adapters/local-library/disk.ts';
import { anchorAt, anchorsContract, type OpenedAnchors } from '../../contracts/anchors.contract.ts';
import { runContract } from '../../contracts/run-contract.ts';
import { libraryIn } from './library-in-folder.ts';

const folder = 'Ankre';

type Opened = OpenedAnchors & { readonly root: string };

function passing(disk?: Disk): Opened {
  const root = mkdtempSync(join(tmpdir(), 'anchors-'));
  return {
    root,
    anchors: createLocalAnchors({
      root: join(root, 'library'),
      folder,
      ...(disk === undefined ? {} : { disk }),
    }),
    damage: (seq) => {
      const name = filesIn(root).find((each) => Number(each.slice(0, 12)) === seq) ?? '';
      writeFileSync(join(root, 'library', folder, name), '{"seq":');
    },
    close: () => Promise.resolve(rmSync(root, { recursive: true, force: true })),
  };
}

function filesIn(root: string): readonly string[] {
  return readdirSync(join(root, 'library', folder)).toSorted();
}

runContract('anchors in the local library', anchorsContract, () => Promise.resolve(passing()));

describe('an anchor in the local library', () => {
  it('is one file, written through to the disk before it is there, and never opened for writing again', async () => {
    const steps: string[] = [];
    const disk = createDisk();
    const told: Disk = {
      ...disk,
      write: (path, bytes) => disk.write(path, bytes).then(() => void steps.push('write')),
      rename: (from, to) => disk.rename(from, to).then(() => void steps.push('rename')),
      syncFolder: (path) => disk.syncFolder(path).then(() => void steps.push('sync')),
    };
    const { anchors, root, close } = passing(told);
    await anchors.drop(anchorAt(7));
    expect(steps.slice(-3)).toEqual(['write', 'rename', 'sync']);
    const [name = ''] = filesIn(root);
    expect(JSON.parse(readFileSync(join(root, 'library', folder, name), 'utf8'))).toEqual(anchorAt(7));
    steps.length = 0;
    await anchors.drop(anchorAt(7));
    expect(steps).toEqual([]);
    await close();
  });

  it('is found among whatever people put beside it', async () => {
    const { anchors, root, close } = passing();
    await anchors.drop(anchorAt(7));
    const beside = join(root, 'library', folder);
    writeFileSync(join(beside, 'Læs mig.txt'), 'hej');
    writeFileSync(join(beside, '999999999999-nothing.json'), '{}');
    writeFileSync(join(beside, '.000000000009-0123456789abcdef.json.new'), '{"seq":');
    mkdirSync(join(beside, '000000000099-0123456789abcdef.json'));
    expect(await anchors.newest(10)).toEqual([anchorAt(7)]);
    await close();
  });

  it.each([
    ['another place', { seq: 8 }],
    ['another hash', { hash: 'short' }],
    ['another occasion', { occasion: 'day/8' }],
    ['no instant', { at: '' }],
  ])('that says %s than its name is damaged', async (_what, changed) => {
    const { anchors, root, close } = passing();
    await anchors.drop(anchorAt(7));
    const [name = ''] = filesIn(root);
    writeFileSync(join(root, 'library', folder, name), JSON.stringify({ ...anchorAt(7), ...changed }));
    expect(await anchors.newest(1)).toMatchObject([{ seq: 7, hash: '' }]);
    await close();
  });

  it('is no paper of the library', async () => {
    const { anchors, root, close } = passing();
    await anchors.drop(anchorAt(7));
    expect(await libraryIn(join(root, 'library')).list()).toEqual([]);
    await close();
  });
});
