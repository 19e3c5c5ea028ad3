import type {
  DocumentLibrary,
  DocumentMetadata,
  DocumentPlace,
  FileRequest,
  LibraryDocument,
} from '../../src/ports/document-library.ts';
import { PortFailure } from '../../src/ports/port-failure.ts';
import { sha256 } from './in-memory-store.ts';
import { promised } from './promised.ts';

type Kept = {
  readonly operationId: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly edition: number;
  readonly metadata: DocumentMetadata;
  /** Hashes from which the bytes may be written over: what we wrote last, and what that was made from. */
  readonly replaceable: readonly string[];
};

export type InMemoryLibrary = DocumentLibrary & {
  /** A person saves the file in Word. */
  editByHand(document: Pick<LibraryDocument, 'documentId'>, bytes: Uint8Array | string): Promise<void>;
  /** A person removes the file. */
  removeByHand(documentId: string): void;
  close(): Promise<void>;
};

export function createInMemoryLibrary(): InMemoryLibrary {
  const kept = new Map<string, Kept>();
  const removed = new Set<string>();
  const found = (documentId: string): Kept => {
    const file = removed.has(documentId) ? undefined : kept.get(documentId);
    if (file === undefined) throw new PortFailure('gone', 'no such file');
    return file;
  };
  const put = (file: Kept): LibraryDocument => {
    kept.set(file.operationId, file);
    return documentOf(file);
  };
  return {
    file: (request) =>
      promised(() => {
        const there = kept.get(request.operationId);
        if (there === undefined) return put(firstEdition(request, [...kept.values()]));
        return request.existing === 'keep' ? documentOf(there) : put(replaced(there, request));
      }),
    find: (operationId) =>
      promised(() => {
        const file = kept.get(operationId);
        return file === undefined ? undefined : documentOf(file);
      }),
    read: (documentId) =>
      promised(() => ({ document: documentOf(found(documentId)), bytes: found(documentId).bytes })),
    stamp: (documentId, metadata) =>
      promised(() => {
        const file = found(documentId);
        put({ ...file, metadata: { ...file.metadata, ...metadata } });
      }),
    list: () =>
      promised(() => [...kept.values()].map(documentOf).toSorted((a, b) => (a.path < b.path ? -1 : 1))),
    editByHand: ({ documentId }, bytes) =>
      promised(() => {
        const file = found(documentId);
        put({
          ...file,
          bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
          edition: file.edition + 1,
        });
      }),
    removeByHand: (documentId) => void removed.add(documentId),
    close: () => promised(() => {}),
  };
}

function firstEdition({ operationId, place, bytes, metadata }: FileRequest, others: readonly Kept[]): Kept {
  const path = freePath(place, others);
  return {
    operationId,
    path,
    bytes,
    edition: 1,
    metadata: { title: place.name, ...metadata },
    replaceable: [sha256.sha256(bytes)],
  };
}

function replaced(file: Kept, { bytes, metadata, basedOn }: FileRequest): Kept {
  const lies = sha256.sha256(file.bytes);
  const mayReplace = file.replaceable.includes(basedOn ?? lies) && file.replaceable.includes(lies);
  if (lies !== basedOn && !mayReplace) throw new PortFailure('conflict', 'a person changed the file');
  const written = sha256.sha256(bytes);
  const edition = written === lies ? file.edition : file.edition + 1;
  return {
    ...file,
    bytes,
    edition,
    metadata: { ...file.metadata, ...metadata },
    replaceable: [written, basedOn ?? lies],
  };
}

function freePath({ committee, meetingDate, folder, name }: DocumentPlace, others: readonly Kept[]): string {
  const safe = name.replaceAll(/["*:<>?/\\|]/g, '_').slice(-200);
  const above = [committee, meetingDate.slice(0, 4), meetingDate, folder].join('/');
  const taken = new Set(others.map(({ path }) => path));
  const numbered = (number: number) => `${above}/${number === 1 ? '' : `${number} `}${safe}`;
  let number = 1;
  while (taken.has(numbered(number))) number += 1;
  return numbered(number);
}

function documentOf({ operationId, path, bytes, edition, metadata }: Kept): LibraryDocument {
  return {
    documentId: operationId,
    href: `https://library.example/${encodeURIComponent(operationId)}`,
    path,
    size: bytes.length,
    sha256: sha256.sha256(bytes),
    edition,
    modified: Temporal.Instant.fromEpochMilliseconds(0),
    metadata,
  };
}
