import { posix } from 'node:path';
import type { Disk } from './disk.ts';
import { parseRecord, pathOfRecord, recordPath } from './file-record.ts';

/**
 * Where each document lies. The records beside the files are the truth; this is only what was found among them, so that
 * it can never disagree with the disk for longer than one `scan`.
 */
export type RecordIndex = {
  pathOf(documentId: string): Promise<string | undefined>;
  remember(documentId: string, path: string): void;
  /** Reads the tree again: a person may have moved a file with its record. Returns all paths in order. */
  scan(): Promise<readonly string[]>;
};

/** `shared`: others file too, so what is not known here may have been filed since. */
export function createRecordIndex(disk: Disk, shared: boolean): RecordIndex {
  let paths: Map<string, string> | undefined;
  const scan = async () => {
    const found = new Map<string, string>();
    for (const path of await recordedPaths(disk, '.')) {
      const bytes = await disk.read(recordPath(path));
      const record = bytes === undefined ? undefined : parseRecord(bytes);
      if (record !== undefined && !found.has(record.documentId)) found.set(record.documentId, path);
    }
    paths = found;
    return [...found.values()];
  };
  return {
    scan,
    pathOf: async (documentId) => {
      if (paths === undefined || (shared && !paths.has(documentId))) await scan();
      return paths?.get(documentId);
    },
    remember: (documentId, path) => paths?.set(documentId, path),
  };
}

async function recordedPaths(disk: Disk, folder: string): Promise<readonly string[]> {
  const entries = await disk.entries(folder);
  const shown = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const paths: string[] = [];
  for (const { name, isFolder } of shown) {
    const path = posix.join(folder, name);
    if (isFolder) paths.push(...(await recordedPaths(disk, path)));
    const recorded = isFolder ? undefined : pathOfRecord(path);
    if (recorded !== undefined) paths.push(recorded);
  }
  return paths;
}
