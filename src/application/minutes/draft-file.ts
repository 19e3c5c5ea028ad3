import type { Finding, MeetingPaper } from '../../domain/meeting/meeting-paper.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { PortFailure } from '../../ports/port-failure.ts';

/** The one Word file of a meeting's minutes, from the draft to the last version. */
export function draftOperation(meetingId: string): string {
  return `${meetingId}/minutes-draft/docx`;
}

export type DraftFile =
  | { readonly kind: 'read'; readonly paper: MeetingPaper; readonly findings: readonly Finding[]; readonly sha256: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' };

/** What the minute-taker's file says now. What is sent is what the file says. */
export async function readDraft(
  { library, reader }: { readonly library: DocumentLibrary; readonly reader: DocumentReader },
  meetingId: string,
): Promise<DraftFile> {
  const file = await library.find(draftOperation(meetingId));
  const found = file === undefined ? undefined : await bytesOf(library, file.documentId);
  if (found === undefined) return { kind: 'missing' };
  const read = await reader.read(found.bytes, found.document.path);
  if (read.kind === 'unreadable') return { kind: 'unreadable' };
  return { kind: 'read', paper: read.paper, findings: read.findings, sha256: found.document.sha256 };
}

async function bytesOf(library: DocumentLibrary, documentId: string): Promise<Awaited<ReturnType<DocumentLibrary["read"]>> | undefined> {
  try {
    return await library.read(documentId);
  } catch (error) {
    if (error instanceof PortFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}
