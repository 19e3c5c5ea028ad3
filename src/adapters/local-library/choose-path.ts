import { posix } from 'node:path';
import type { DocumentPlace } from '../../ports/document-library.ts';
import type { Disk } from './disk.ts';
import { recordPath } from './file-record.ts';
import { foldedName, numberedName, safeName } from './safe-name.ts';

/** Names a meeting's folder from its ISO date; words for it are not this adapter's. */
export type NameMeetingFolder = (date: string) => string;

/**
 * A free path for a new file: committee / year / meeting / folder / name. Folders that differ only in ways a disk may
 * not see are one; a file whose name is taken, by us or by a person, gets a number.
 */
export async function choosePath(
  disk: Disk,
  place: DocumentPlace,
  meetingFolder: NameMeetingFolder,
): Promise<string> {
  const { committee, meetingDate, folder, name } = place;
  let path = '.';
  for (const wanted of [committee, meetingDate.slice(0, 4), meetingFolder(meetingDate), folder]) {
    path = posix.join(path, await folderName(disk, path, safeName(wanted)));
  }
  return posix.join(path, await freeName(disk, path, safeName(name)));
}

async function folderName(disk: Disk, above: string, wanted: string): Promise<string> {
  const siblings = await disk.entries(above);
  const alike = siblings.filter(({ name, isFolder }) => isFolder && foldedName(name) === foldedName(wanted));
  return alike.find(({ name }) => name === wanted)?.name ?? alike[0]?.name ?? wanted;
}

async function freeName(disk: Disk, folder: string, wanted: string): Promise<string> {
  const siblings = await disk.entries(folder);
  const taken = new Set(siblings.map(({ name }) => foldedName(name)));
  for (let number = 1; ; number += 1) {
    const name = numberedName(wanted, number);
    // A record without its file is a file that a person removed or that is being filed: its name stays its own.
    if (!taken.has(foldedName(name)) && !taken.has(foldedName(recordPath(name)))) return name;
  }
}
