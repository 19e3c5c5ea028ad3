import { breaksFromPaper, itemsFromPaper } from '../../domain/agenda/agenda.ts';
import { danishDay } from '../../domain/calendar/danish-time.ts';
import { refusalWithoutRole } from '../../domain/committee/refusal-of-seat.ts';
import type { MeetingPaper } from '../../domain/meeting/meeting-paper.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ImportPreviewView } from '../../ports/card-view.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Digest } from '../../ports/digest.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentReader, UnreadableReason } from '../../ports/document-reader.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Ids } from '../../ports/ids.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { refuse } from '../result.ts';
import { committeeStream } from '../streams.ts';
import type { createPlanMeeting, PlanRequest, PlanResult } from './plan-meeting.ts';

export type ImportPorts = {
  readonly reader: DocumentReader;
  readonly library: DocumentLibrary;
  readonly digest: Digest;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly readModels: Pick<ReadModels, 'committees'>;
};

export type PreviewPorts = ImportPorts & { readonly log: Pick<EventLog, 'load'> };

export type PreviewResult =
  | { readonly kind: 'preview'; readonly view: ImportPreviewView }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type DroppedFile = {
  readonly personId: string;
  readonly receivedAt: Temporal.Instant;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/**
 * A paper dropped in the chat: read, kept as a source in the library of its committee, shown to a person. Nothing is made
 * of it before they say yes; the same file again is the same source; of a committee that is not known here, or whose
 * secretary it is not who dropped it, nothing is kept.
 */
export function createPreviewPaper({ log, reader, library, digest, readModels, clock }: PreviewPorts) {
  return async ({ personId, receivedAt, fileName, bytes }: DroppedFile): Promise<PreviewResult> => {
    const read = await reader.read(bytes, fileName);
    if (read.kind === 'unreadable') return read;
    const { paper, findings } = read;
    const importId = digest.sha256(bytes);
    const preview = { ...previewOf(paper), importId, fileName, findings };
    const known = (await readModels.committees()).find(({ name }) => sameName(name, paper.committee));
    if (known === undefined) return { kind: 'preview', view: preview };
    const { committee } = await log.load({ committee: committeeStream(known.committeeId) });
    if (committee.situation === 'unknown') return refuse({ code: 'no-such-committee' });
    const refusal = refusalWithoutRole(committee, personId, receivedAt, 'secretary');
    if (refusal !== undefined) return refuse(refusal);
    await library.file({
      operationId: sourceId(importId),
      place: {
        committee: known.name,
        meetingDate: paper.date ?? danishDay(clock.now()).toString(),
        folder: 'Kilder',
        name: fileName,
      },
      bytes,
      metadata: { committee: known.name, documentType: 'Kilde', title: fileName, sha256: importId },
      existing: 'keep',
    });
    return { kind: 'preview', view: { ...preview, committeeId: known.committeeId } };
  };
}

function previewOf(paper: MeetingPaper): Omit<ImportPreviewView, 'importId' | 'fileName' | 'findings'> {
  const { committee, participants, items, date, from, to, place, theme } = paper;
  const inList = (list: string) => participants.filter((each) => each.list === list).length;
  return {
    card: 'import-preview',
    committee,
    ...(date === undefined ? {} : { date }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(place === undefined ? {} : { place }),
    ...(theme === undefined ? {} : { theme }),
    items: items.map(({ number, title }) => ({ number, title })),
    participants: {
      deltager: inList('deltager'),
      tilforordnet: inList('tilforordnet'),
      afbud: inList('afbud'),
    },
    annexes: items.reduce((sum, item) => sum + item.annexes.length, 0),
  };
}

export type ImportRequest = Pick<
  PlanRequest,
  'personId' | 'receivedAt' | 'committeeId' | 'date' | 'from' | 'to'
> & { readonly importId: string };

/** The person's yes: the paper becomes a meeting, on the date and at the hours they confirmed. */
export function createImportPaper({
  reader,
  library,
  ids,
  planMeeting,
}: Omit<ImportPorts, 'clock'> & { readonly planMeeting: ReturnType<typeof createPlanMeeting> }) {
  return async ({ importId, ...request }: ImportRequest): Promise<PlanResult> => {
    const source = await library.find(sourceId(importId));
    if (source === undefined) return refuse({ code: 'unreadable-paper' });
    const { bytes, document } = await library.read(source.documentId);
    const read = await reader.read(bytes, document.path);
    if (read.kind === 'unreadable') return refuse({ code: 'unreadable-paper' });
    const { paper } = read;
    const { place, theme, presidingPerson, minuteTaker, participants } = paper;
    return planMeeting({
      ...request,
      ...(place === undefined ? {} : { place }),
      ...(theme === undefined ? {} : { theme }),
      ...(presidingPerson === undefined ? {} : { presidingPerson }),
      ...(minuteTaker === undefined ? {} : { minuteTaker }),
      named: participants,
      items: itemsFromPaper(paper, () => ids.next()),
      breaksAfter: breaksFromPaper(paper),
    });
  };
}

function sourceId(importId: string): string {
  return `source/${importId}`;
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[\s-]+/g, ' ')
      .trim();
  return plain(a) === plain(b);
}
