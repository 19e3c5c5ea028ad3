import type { KnownMeeting } from '../../domain/meeting/meeting.ts';
import type { Finding, MeetingPaper, PaperItem } from '../../domain/meeting/meeting-paper.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { PortFailure } from '../../ports/port-failure.ts';

/** The one Word file of a meeting's minutes, from the draft to the last version. */
export function draftOperation(meetingId: string): string {
  return `${meetingId}/minutes-draft/docx`;
}

export type DraftFile =
  | {
      readonly kind: 'read';
      readonly paper: MeetingPaper;
      readonly findings: readonly Finding[];
      readonly sha256: string;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' };

/**
 * What the minute-taker's file says now. What is sent is what the file says; only an item's purpose, which papers do not
 * print, is taken from the meeting.
 */
export async function readDraft(
  { library, reader }: { readonly library: DocumentLibrary; readonly reader: DocumentReader },
  meeting: KnownMeeting,
): Promise<DraftFile> {
  const file = await library.find(draftOperation(meeting.plan.meetingId));
  const found = file === undefined ? undefined : await bytesOf(library, file.documentId);
  if (found === undefined) return { kind: 'missing' };
  const read = await reader.read(found.bytes, found.document.path);
  if (read.kind === 'unreadable') return { kind: 'unreadable' };
  return {
    kind: 'read',
    paper: withPurposes(read.paper, meeting),
    findings: read.findings,
    sha256: found.document.sha256,
  };
}

function withPurposes(paper: MeetingPaper, { agenda }: KnownMeeting): MeetingPaper {
  const items = paper.items.map((item): PaperItem => {
    const { purpose: _read, ...rest } = item;
    const purpose = agenda.items[item.number - 1]?.purpose ?? item.purpose;
    return purpose === undefined ? rest : { ...rest, purpose };
  });
  return { ...paper, items };
}

async function bytesOf(
  library: DocumentLibrary,
  documentId: string,
): Promise<Awaited<ReturnType<DocumentLibrary['read']>> | undefined> {
  try {
    return await library.read(documentId);
  } catch (error) {
    if (error instanceof PortFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}
