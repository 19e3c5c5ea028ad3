import { posix } from 'node:path';
import { PortFailure } from '../../ports/port-failure.ts';
import type { Disk } from './disk.ts';
import { foldedName } from './safe-name.ts';

/** Throws `PortFailure` 'locked' while Word or LibreOffice has the file open: replacing it now would lose edits. */
export async function assertNotOpenElsewhere(disk: Disk, path: string): Promise<void> {
  const marks = new Set(lockNames(posix.basename(path)).map(foldedName));
  const siblings = await disk.entries(posix.dirname(path));
  if (siblings.some(({ name }) => marks.has(foldedName(name))))
    throw new PortFailure('locked', 'library open in a program');
}

/** Word puts its mark before short names and over the first one or two letters of longer ones. */
function lockNames(name: string): readonly string[] {
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~lock.${name}#`];
}
