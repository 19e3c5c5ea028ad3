import type { LibraryDocument } from '../../ports/document-library.ts';
import type { NameMeetingFolder } from './choose-path.ts';
import type { Shelf } from './editions.ts';
import { documentOf, type FileRecord } from './file-record.ts';
import type { RecordIndex } from './record-index.ts';

/** A file as it was last listed; `print` tells whether it was touched since. */
export type Listed = { readonly print: string; readonly record: FileRecord; readonly size: number };

export type Library = Shelf & {
  readonly index: RecordIndex;
  readonly listed: Map<string, Listed>;
  readonly baseUrl: () => string;
  readonly meetingFolder: NameMeetingFolder;
};

/** Made from the operation, so that the same operation finds the same file, whatever was lost in between. */
export function documentIdOf({ digest }: Library, operationId: string): string {
  return digest.sha256(`document/${operationId}`).slice(0, 32);
}

export function documentAt(
  { baseUrl }: Library,
  path: string,
  record: FileRecord,
  size: number,
): LibraryDocument {
  const href = `${baseUrl()}/library/${path.split('/').map(encodeURIComponent).join('/')}`;
  return documentOf(record, path, size, href);
}
