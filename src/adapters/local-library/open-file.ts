import { realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { pathOfRecord } from './file-record.ts';

export type OpenedFile = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
};

const contentTypes: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A file of the library for a person, by the path that `list` gives. Nothing outside the root, nothing through a link,
 * none of the library's own files; whatever cannot be shown is not there.
 */
export async function openFile(root: string, disk: Disk, path: string): Promise<OpenedFile | undefined> {
  const segments = path.split('/');
  if (!segments.every(isShown) || !(await isWithoutLinks(root, segments))) return undefined;
  const bytes = (await disk.fingerprint(path)) === undefined ? undefined : await disk.read(path);
  const fileName = segments.at(-1) ?? '';
  if (bytes === undefined) return undefined;
  return {
    bytes,
    fileName,
    contentType: contentTypes[extname(fileName).toLowerCase()] ?? 'application/octet-stream',
  };
}

/** Names that begin with a dot or a lock's mark are ours or Word's; the first also keeps `..` out. */
function isShown(segment: string): boolean {
  const hidden = segment === '' || segment.startsWith('.') || segment.startsWith('~$');
  return !hidden && !/[\\\0:]/u.test(segment) && pathOfRecord(segment.toLowerCase()) === undefined;
}

async function isWithoutLinks(root: string, segments: readonly string[]): Promise<boolean> {
  try {
    return (await realpath(join(root, ...segments))) === join(await realpath(root), ...segments);
  } catch {
    return false;
  }
}
