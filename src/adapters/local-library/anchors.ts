import { resolve } from 'node:path';
import type { Anchor, Anchors } from '../../ports/anchors.ts';
import {
  anchorBytes,
  anchorName,
  damagedAnchor,
  markOf,
  type NamedAnchor,
  namedAnchor,
  parseAnchor,
} from './anchor-file.ts';
import { createDisk, type Disk, diskBelow } from './disk.ts';
import { makeFolders } from './editions.ts';

export type LocalAnchorsOptions = {
  /** The library's root; made when it is not there. */
  readonly root: string;
  /** Folder of the anchors, below the root. */
  readonly folder: string;
  readonly disk?: Disk;
};

/** Anchors as small files in the document library: one an occasion, never written over, whatever else lies there. */
export function createLocalAnchors({
  root,
  folder,
  disk: whole = createDisk(),
}: LocalAnchorsOptions): Anchors {
  const disk = diskBelow(resolve(root), whole);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    drop: (anchor) => {
      // One after the other: two of the same occasion at once are still one.
      const mine = turn.then(() => drop(disk, folder, anchor, () => whole.makeFolder(resolve(root))));
      turn = mine.catch(() => undefined);
      return mine;
    },
    newest: (limit) => newest(disk, folder, limit),
  };
}

async function drop(
  disk: Disk,
  folder: string,
  anchor: Anchor,
  makeRoot: () => Promise<void>,
): Promise<void> {
  const mark = markOf(anchor.occasion);
  if ((await anchorsIn(disk, folder)).some((each) => each.mark === mark)) return;
  await makeRoot();
  await makeFolders(disk, folder);
  const name = anchorName(anchor);
  // A reader sees the whole anchor or none: what a crash leaves under the draft's name is no anchor.
  const draft = `${folder}/.${name}.new`;
  await disk.write(draft, anchorBytes(anchor));
  await disk.rename(draft, `${folder}/${name}`);
  await disk.syncFolder(folder);
}

async function newest(disk: Disk, folder: string, limit: number): Promise<readonly Anchor[]> {
  const found: Anchor[] = [];
  let damaged: NamedAnchor | undefined;
  for (const named of await anchorsIn(disk, folder)) {
    if (found.length >= limit) break;
    const bytes = await disk.read(`${folder}/${named.name}`);
    const anchor = bytes === undefined ? undefined : parseAnchor(bytes, named);
    if (anchor !== undefined) found.push(anchor);
    else if (found.length === 0) damaged ??= named;
  }
  return damaged === undefined ? found : [damagedAnchor(damaged), ...found].slice(0, limit);
}

/** Newest first. */
async function anchorsIn(disk: Disk, folder: string): Promise<readonly NamedAnchor[]> {
  const entries = await disk.entries(folder);
  return entries
    .flatMap(({ name, isFolder }) => (isFolder ? [] : (namedAnchor(name) ?? [])))
    .toSorted((a, b) => b.seq - a.seq || (a.name < b.name ? 1 : -1));
}
