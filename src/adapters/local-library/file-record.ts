import { posix } from 'node:path';
import type { DocumentMetadata, LibraryDocument } from '../../ports/document-library.ts';

/** A change of bytes that is under way: written down first, so that it is finished after a crash. */
export type PendingEdition = {
  readonly edition: number;
  readonly sha256: string;
  readonly metadata: DocumentMetadata;
  readonly at: string;
};

/** What stands beside each file as `<name>.meta.json`. */
export type FileRecord = {
  readonly documentId: string;
  readonly operationId: string;
  /** 0 until the bytes lie there for the first time. */
  readonly edition: number;
  /** Of the bytes as they were last seen. */
  readonly sha256: string;
  /** Of the bytes the program wrote last: another value above means that a person has changed the file. */
  readonly written: string;
  readonly modified: string;
  readonly metadata: DocumentMetadata;
  readonly pending?: PendingEdition;
};

const recordEnding = '.meta.json';

export function recordPath(path: string): string {
  return path + recordEnding;
}

/** The file a record stands beside; undefined for any other name. */
export function pathOfRecord(path: string): string | undefined {
  return path.endsWith(recordEnding) ? path.slice(0, -recordEnding.length) : undefined;
}

/** Under the document's own id: a later file of the same name never writes over the editions of this one. */
export function editionPath(path: string, documentId: string, edition: number): string {
  const name = posix.basename(path);
  const ending = posix.extname(name);
  return posix.join(
    posix.dirname(path),
    '.versions',
    `${name} ${documentId.slice(0, 8)}`,
    `${edition}${ending}`,
  );
}

/** A draft beside its destination, on the same disk, hidden from lists. */
export function draftPath(path: string, documentId: string): string {
  return posix.join(posix.dirname(path), `.${documentId}.new`);
}

/** Undefined when a person has made something else of the file. */
export function parseRecord(bytes: Uint8Array): FileRecord | undefined {
  try {
    const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<FileRecord> | null;
    const { documentId, operationId, edition, sha256, written, modified, metadata } = record ?? {};
    const texts = [documentId, operationId, sha256, written, modified];
    const whole = texts.every((each) => typeof each === 'string') && Number.isInteger(edition);
    return whole && typeof metadata === 'object' ? (record as FileRecord) : undefined;
  } catch {
    return undefined;
  }
}

export function serialiseRecord(record: FileRecord): Uint8Array {
  return Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`);
}

/** Columns that are not given stay as they are. */
export function withColumns(record: FileRecord, columns: DocumentMetadata): FileRecord {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return { ...record, metadata: { ...record.metadata, ...Object.fromEntries(given) } };
}

export function documentOf(record: FileRecord, path: string, size: number, href: string): LibraryDocument {
  const { documentId, sha256, edition, metadata } = record;
  return {
    documentId,
    href,
    path,
    size,
    sha256,
    edition,
    modified: Temporal.Instant.from(record.modified),
    metadata,
  };
}
