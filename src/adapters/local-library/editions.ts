import { posix } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { Digest } from '../../ports/digest.ts';
import type { DocumentMetadata } from '../../ports/document-library.ts';
import type { Disk } from './disk.ts';
import {
  draftPath,
  editionPath,
  type FileRecord,
  type PendingEdition,
  parseRecord,
  recordPath,
  serialiseRecord,
  withColumns,
} from './file-record.ts';

/** A disk whose paths are those of the library, from its root. */
export type Shelf = { readonly disk: Disk; readonly clock: Clock; readonly digest: Digest };

export type Seen = { readonly record: FileRecord; readonly bytes: Uint8Array | undefined };

/**
 * The file as it lies there now. Finishes what a crash interrupted; when a person has changed the bytes this counts as
 * an edition, and the bytes are kept with the others. `bytes` is undefined when a person has removed the file.
 */
export async function lookAt(shelf: Shelf, path: string): Promise<Seen | undefined> {
  const kept = await shelf.disk.read(recordPath(path));
  const record = kept === undefined ? undefined : parseRecord(kept);
  if (record === undefined) return undefined;
  const bytes = await shelf.disk.read(path);
  const settled = await settle(shelf, path, { record, bytes });
  return settled.bytes === undefined ? settled : noticeChange(shelf, path, settled.record, settled.bytes);
}

/**
 * Puts bytes in place as the next edition: copy, intent, bytes, record, each durable before the next. Whatever step the
 * program dies at, the next look finishes it or finds nothing begun.
 */
export async function putEdition(
  shelf: Shelf,
  path: string,
  record: FileRecord,
  bytes: Uint8Array,
  metadata: DocumentMetadata,
): Promise<FileRecord> {
  const edition = record.edition + 1;
  const sha256 = shelf.digest.sha256(bytes);
  const pending = { edition, sha256, metadata, at: shelf.clock.now().toString() };
  await keepEdition(shelf, path, record.documentId, edition, bytes);
  await writeRecord(shelf, path, { ...record, pending });
  await replaceFile(shelf, path, record.documentId, bytes);
  return finish(shelf, path, record, pending);
}

export async function writeRecord(shelf: Shelf, path: string, record: FileRecord): Promise<FileRecord> {
  await replaceFile(shelf, recordPath(path), record.documentId, serialiseRecord(record));
  return record;
}

async function settle(shelf: Shelf, path: string, seen: Seen): Promise<Seen> {
  const { pending, ...record } = seen.record;
  if (pending === undefined) return seen;
  const lies = seen.bytes === undefined ? '' : shelf.digest.sha256(seen.bytes);
  if (lies === pending.sha256) return { ...seen, record: await finish(shelf, path, record, pending) };
  const copy = await shelf.disk.read(editionPath(path, record.documentId, pending.edition));
  if (lies === record.sha256 && copy !== undefined && shelf.digest.sha256(copy) === pending.sha256) {
    await replaceFile(shelf, path, record.documentId, copy);
    return { record: await finish(shelf, path, record, pending), bytes: copy };
  }
  // A person changed or removed the file between the crash and now: what they did stands, our copy is kept.
  return { ...seen, record: await writeRecord(shelf, path, { ...record, edition: pending.edition }) };
}

function finish(
  shelf: Shelf,
  path: string,
  record: FileRecord,
  pending: PendingEdition,
): Promise<FileRecord> {
  const { edition, sha256, metadata, at } = pending;
  const changed = { ...withColumns(record, metadata), edition, sha256, written: sha256, modified: at };
  return writeRecord(shelf, path, changed);
}

async function noticeChange(
  shelf: Shelf,
  path: string,
  record: FileRecord,
  bytes: Uint8Array,
): Promise<Seen> {
  const sha256 = shelf.digest.sha256(bytes);
  if (sha256 === record.sha256) return { record, bytes };
  const edition = record.edition + 1;
  await keepEdition(shelf, path, record.documentId, edition, bytes);
  const changed = { ...record, edition, sha256, modified: shelf.clock.now().toString() };
  return { record: await writeRecord(shelf, path, changed), bytes };
}

async function keepEdition(
  shelf: Shelf,
  path: string,
  documentId: string,
  edition: number,
  bytes: Uint8Array,
): Promise<void> {
  const copy = editionPath(path, documentId, edition);
  await makeFolders(shelf.disk, posix.dirname(copy));
  await replaceFile(shelf, copy, documentId, bytes);
}

/** A reader sees the old bytes or the new ones, never a part, also after a power cut. */
async function replaceFile(
  { disk }: Shelf,
  path: string,
  documentId: string,
  bytes: Uint8Array,
): Promise<void> {
  const draft = draftPath(path, documentId);
  await disk.write(draft, bytes);
  await disk.rename(draft, path);
  await disk.syncFolder(posix.dirname(path));
}

/** Each folder's name is durable in the one above it before anything is put into it. */
export async function makeFolders(disk: Disk, folder: string): Promise<void> {
  const above = posix.dirname(folder);
  if (folder === '.' || folder === above) return;
  const siblings = await disk.entries(above);
  if (siblings.some(({ name, isFolder }) => isFolder && name === posix.basename(folder))) return;
  await makeFolders(disk, above);
  await disk.makeFolder(folder);
  await disk.syncFolder(above);
}
