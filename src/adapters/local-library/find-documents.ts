import type { LibraryDocument } from '../../ports/document-library.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { lookAt, type Seen } from './editions.ts';
import { recordPath } from './file-record.ts';
import { documentAt, type Library, type Listed } from './library-state.ts';

type SeenAt = Seen & { readonly path: string };

/** All that lies there, by path. What a person removed is left out. */
export async function list(library: Library): Promise<readonly LibraryDocument[]> {
  const paths = await library.index.scan();
  const documents: LibraryDocument[] = [];
  for (const path of paths.toSorted()) {
    const listed = await lookInPassing(library, path);
    if (listed !== undefined) documents.push(documentAt(library, path, listed.record, listed.size));
  }
  return documents;
}

/** Does not read again what has not been touched since the last list. */
async function lookInPassing(library: Library, path: string): Promise<Listed | undefined> {
  const { disk, listed } = library;
  // The file before it is read, the record after: a change in between shows at the next list.
  const file = await disk.fingerprint(path);
  const known = listed.get(path);
  if (known?.print === `${file} ${await disk.fingerprint(recordPath(path))}`) return known;
  const seen = await lookAt(library, path);
  if (seen?.bytes === undefined) return undefined;
  const print = `${file} ${await disk.fingerprint(recordPath(path))}`;
  const found = { print, record: seen.record, size: seen.bytes.length };
  listed.set(path, found);
  return found;
}

/** `bytes` is undefined when a person has removed the file; all is undefined when it was never filed. */
export async function seenBy(library: Library, documentId: string): Promise<SeenAt | undefined> {
  const path = await library.index.pathOf(documentId);
  if (path === undefined) return undefined;
  const seen = await lookAt(library, path);
  if (seen !== undefined) return { ...seen, path };
  await library.index.scan();
  const moved = await library.index.pathOf(documentId);
  const found = moved === undefined ? undefined : await lookAt(library, moved);
  return found === undefined || moved === undefined ? undefined : { ...found, path: moved };
}

/** Throws 'gone' when there is nothing to read. */
export async function present(library: Library, documentId: string) {
  const found = await seenBy(library, documentId);
  if (found?.bytes === undefined) throw new PortFailure('gone', 'library removed or unknown');
  return { path: found.path, record: found.record, bytes: found.bytes };
}
