import { isCalled, isVersioned, type KnownMeeting, versionOf } from '../../domain/meeting/meeting.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentFormat } from '../../ports/document-writer.ts';
import type { Effect } from '../../ports/outbox.ts';
import { draftOperation } from '../minutes/draft-file.ts';

type FilePaper = Extract<Effect, { kind: 'file-paper' }>;

/**
 * One file a paper and version. Where a restore took back what was sent and it is sent anew with another text, what lies
 * there is kept and this one gets a place of its own: a version's file always says what the log says.
 */
export async function operationFor(
  library: Pick<DocumentLibrary, 'find'>,
  meeting: KnownMeeting,
  effect: FilePaper,
  format: DocumentFormat,
): Promise<string> {
  const operationId = operationOf(effect, format);
  const hash = frozenHash(meeting, effect);
  const lies = hash === undefined ? undefined : (await library.find(operationId))?.metadata.sha256;
  return lies === undefined || lies === hash ? operationId : `${operationId}/${hash}`;
}

/** What a sent paper's text is known by; undefined of drafts, which are written in. */
export function frozenHash(meeting: KnownMeeting, { paper, version }: FilePaper): string | undefined {
  if (paper === 'agenda') return isCalled(meeting) ? meeting.sent.hash : undefined;
  return paper === 'minutes' && isVersioned(meeting) ? versionOf(meeting, version)?.hash : undefined;
}

function operationOf(effect: FilePaper, format: DocumentFormat): string {
  return effect.paper === 'minutes-draft'
    ? draftOperation(effect.meetingId)
    : `${effect.meetingId}/${effect.paper}/${effect.version}/${format}`;
}
