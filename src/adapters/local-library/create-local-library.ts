import { mkdirSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { Digest } from '../../ports/digest.ts';
import type {
  DocumentLibrary,
  DocumentMetadata,
  FileRequest,
  LibraryDocument,
} from '../../ports/document-library.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { choosePath, type NameMeetingFolder } from './choose-path.ts';
import { createDisk, type Disk, diskBelow } from './disk.ts';
import { makeFolders, putEdition, writeRecord } from './editions.ts';
import { type FileRecord, withColumns } from './file-record.ts';
import { list, present, seenBy } from './find-documents.ts';
import { documentAt, documentIdOf, type Library } from './library-state.ts';
import { assertNotOpenElsewhere } from './lock-file.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { createRecordIndex } from './record-index.ts';

export type LocalLibraryOptions = {
  /** Made when it is not there. */
  readonly root: string;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Origin of the page that serves `/library/`; known once the server listens. */
  readonly baseUrl: () => string;
  /** Given words by presentation; the bare date without it. */
  readonly meetingFolder?: NameMeetingFolder;
  readonly disk?: Disk;
  /** Where several processes file into one folder: runs the work while none of the others runs any. */
  readonly exclusively?: <T>(work: () => Promise<T>) => Promise<T>;
};

export type LocalLibrary = DocumentLibrary & {
  /** A file for a person's browser, by its path in the library; undefined for everything that is not shown. */
  open(path: string): Promise<OpenedFile | undefined>;
};

/**
 * The document library as a folder of files that people may open and edit. One process, unless `exclusively` is given;
 * calls are carried out one after the other, because each may first finish what a crash left or take in what a person
 * changed.
 */
export function createLocalLibrary(options: LocalLibraryOptions): LocalLibrary {
  const root = resolve(options.root);
  mkdirSync(root, { recursive: true });
  const disk = diskBelow(root, options.disk ?? createDisk());
  const { clock, digest, baseUrl, meetingFolder = (date) => date } = options;
  const { exclusively = (work) => work() } = options;
  const index = createRecordIndex(disk, options.exclusively !== undefined);
  const library: Library = { disk, clock, digest, baseUrl, meetingFolder, index, listed: new Map() };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(() => exclusively(work));
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    file: (request) => inTurn(() => file(library, request)),
    find: (operationId) => inTurn(() => find(library, operationId)),
    read: (documentId) => inTurn(() => read(library, documentId)),
    stamp: (documentId, metadata) => inTurn(() => stamp(library, documentId, metadata)),
    list: () => inTurn(() => list(library)),
    open: (path) => openFile(root, disk, path),
  };
}

async function file(library: Library, request: FileRequest): Promise<LibraryDocument> {
  const documentId = documentIdOf(library, request.operationId);
  const found = await seenBy(library, documentId);
  if (found === undefined) return fileNew(library, request, documentId);
  const { path, record, bytes } = found;
  // Never made again in silence: whoever removed it shall be asked.
  if (bytes === undefined) throw new PortFailure('gone', 'library removed');
  if (request.existing === 'keep') return documentAt(library, path, record, bytes.length);
  await assertNotOpenElsewhere(library.disk, path);
  return replace(library, path, record, request);
}

async function fileNew(library: Library, request: FileRequest, documentId: string): Promise<LibraryDocument> {
  const { operationId, place, bytes, metadata } = request;
  const path = await choosePath(library.disk, place, library.meetingFolder);
  await makeFolders(library.disk, posix.dirname(path));
  const modified = library.clock.now().toString();
  const blank = { documentId, operationId, edition: 0, sha256: '', written: '', modified, metadata: {} };
  library.index.remember(documentId, path);
  const record = await putEdition(library, path, blank, bytes, { title: place.name, ...metadata });
  return documentAt(library, path, record, bytes.length);
}

/**
 * A person's edition gives way only to what was made from it: `basedOn` names the bytes that were read. Our own last
 * bytes always give way, so that a replacement that was carried out already can be carried out once more.
 */
async function replace(
  library: Library,
  path: string,
  record: FileRecord,
  { bytes, metadata, basedOn }: FileRequest,
): Promise<LibraryDocument> {
  const sha256 = library.digest.sha256(bytes);
  if (sha256 === record.sha256) {
    const same = await writeRecord(library, path, withColumns({ ...record, written: sha256 }, metadata));
    return documentAt(library, path, same, bytes.length);
  }
  const changedUnseen = record.sha256 !== record.written && record.sha256 !== basedOn;
  if (changedUnseen) throw new PortFailure('conflict', 'library changed by a person');
  return documentAt(library, path, await putEdition(library, path, record, bytes, metadata), bytes.length);
}

async function find(library: Library, operationId: string): Promise<LibraryDocument | undefined> {
  const found = await seenBy(library, documentIdOf(library, operationId));
  return found?.bytes === undefined
    ? undefined
    : documentAt(library, found.path, found.record, found.bytes.length);
}

async function read(library: Library, documentId: string): ReturnType<DocumentLibrary['read']> {
  const { path, record, bytes } = await present(library, documentId);
  return { document: documentAt(library, path, record, bytes.length), bytes };
}

async function stamp(library: Library, documentId: string, metadata: DocumentMetadata): Promise<void> {
  const { path, record } = await present(library, documentId);
  await writeRecord(library, path, withColumns(record, metadata));
}
