import type { Committee } from '../../domain/committee/committee.ts';
import { defect } from '../../domain/defect.ts';
import {
  type FiledPaperRef,
  isCalled,
  isKnown,
  isVersioned,
  type KnownMeeting,
  versionOf,
} from '../../domain/meeting/meeting.ts';
import type { MeetingPaper } from '../../domain/meeting/meeting-paper.ts';
import { amended } from '../../domain/minutes/minutes-text.ts';
import { rulingsToWrite } from '../../domain/minutes/rulings-to-write.ts';
import { closesAt } from '../../domain/minutes/version-deadline.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  DocumentLibrary,
  DocumentMetadata,
  FileRequest,
  LibraryDocument,
} from '../../ports/document-library.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { DocumentFormat, DocumentWriter } from '../../ports/document-writer.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import type { Wording } from '../../ports/wording.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { readDraft } from '../minutes/draft-file.ts';
import { meetingStream, peopleStream } from '../streams.ts';
import { cardsWithLinks, stampAfterDecision } from './cards-with-links.ts';
import { frozenHash, operationFor } from './paper-operation.ts';
import { sameRef } from './same-ref.ts';

export type FilePorts = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly library: DocumentLibrary;
  readonly writer: DocumentWriter;
  readonly reader: DocumentReader;
  readonly wording: Wording;
};

type FilePaper = Extract<Effect, { kind: 'file-paper' }>;

/** "This paper lies in the library": written from the frozen content, filed under an operation id, noted in the log. */
export function createFilePaper(ports: FilePorts) {
  return async (effect: FilePaper): Promise<void> => {
    const found = await meetingWithCommittee(ports.log, effect.meetingId);
    if (found === undefined) return;
    const { people } = await ports.log.load({ people: peopleStream });
    const organisation = people.organisations.get(found.committee.ownerId)?.name ?? '';
    const formats: readonly DocumentFormat[] = effect.paper === 'minutes-draft' ? ['docx'] : ['docx', 'pdf'];
    const content = await contentOf(ports, found.meeting, effect);
    if (content === undefined) return;
    for (const format of formats) {
      const document = await fileOne(ports, { ...found, effect, organisation, format, ...content });
      await noteFiled(ports, found.committee, effect.meetingId, {
        ...refOf(effect, format, document),
        ...(content.rulings === undefined ? {} : { rulings: content.rulings }),
      });
    }
  };
}

type Content = {
  readonly paper: MeetingPaper;
  readonly basedOn?: string;
  /** The objections whose rulings are in it. */
  readonly rulings?: readonly string[];
};
type Filing = Content & {
  readonly meeting: KnownMeeting;
  readonly committee: Committee;
  readonly effect: FilePaper;
  readonly organisation: string;
  readonly format: DocumentFormat;
};

/** The text to write: the sent agenda, the frozen version, the first draft, or the draft file with the rulings put in. */
async function contentOf(
  ports: FilePorts,
  meeting: KnownMeeting,
  { paper, version }: FilePaper,
): Promise<Content | undefined> {
  if (!isCalled(meeting)) return undefined;
  if (paper === 'agenda') return { paper: meeting.sent.paper };
  if (paper === 'minutes') {
    const sent = isVersioned(meeting) ? versionOf(meeting, version) : undefined;
    return sent === undefined ? defect('a version that was never sent') : { paper: sent.paper };
  }
  if (!isVersioned(meeting)) return 'draft' in meeting ? { paper: meeting.draft } : undefined;
  const file = await readDraft(ports, meeting);
  if (file.kind !== 'read') throw new PortFailure('conflict', `minutes draft ${file.kind}`);
  const { amendments, rulings } = rulingsToWrite(meeting, version);
  if (amendments.length === 0) return undefined;
  return { paper: amended(file.paper, amendments), basedOn: file.sha256, rulings };
}

async function fileOne(ports: FilePorts, filing: Filing): Promise<LibraryDocument> {
  const { meeting, committee, effect, organisation, format, paper, basedOn } = filing;
  const { date } = meeting.plan;
  const about = { organisation, version: effect.version, date: ports.clock.now() };
  const status = effect.paper === 'minutes' ? { status: 'sent' as const } : {};
  const operationId = await operationFor(ports.library, meeting, effect, format);
  const existing = await ports.library.find(operationId);
  if (existing !== undefined && basedOn === undefined) return existing;
  const kind = effect.paper === 'evidence' ? defect('evidence is not a meeting paper') : effect.paper;
  const { bytes } = await ports.writer.write(
    ports.wording.document(paper, kind, { ...about, ...status }),
    format,
  );
  const request: FileRequest = {
    operationId,
    place: {
      committee: committee.name,
      meetingDate: date,
      folder: effect.paper === 'agenda' ? 'Dagsorden' : 'Referat',
      name: `${ports.wording.fileName(effect.paper, { committee: committee.name, date, version: effect.version })}.${format}`,
    },
    bytes,
    metadata: metadataOf(filing),
    existing: basedOn === undefined ? 'keep' : 'replace',
    ...(basedOn === undefined ? {} : { basedOn }),
  };
  return ports.library.file(request);
}

function metadataOf({ meeting, committee, effect, organisation }: Filing): DocumentMetadata {
  const version =
    effect.paper === 'minutes' && isVersioned(meeting) ? versionOf(meeting, effect.version) : undefined;
  const hash = frozenHash(meeting, effect);
  return {
    committee: committee.name,
    meetingDate: meeting.plan.date,
    documentType: effect.paper === 'agenda' ? 'Dagsorden' : 'Referat',
    organisation,
    ...(meeting.plan.theme === undefined ? {} : { theme: meeting.plan.theme }),
    ...(version === undefined
      ? {}
      : {
          version: version.version,
          deadline: closesAt(version).toString(),
          status: 'sent',
        }),
    ...(hash === undefined ? {} : { sha256: hash }),
  };
}

function refOf(
  { paper, version }: FilePaper,
  format: DocumentFormat,
  { documentId, href, sha256 }: LibraryDocument,
): FiledPaperRef {
  return { paper, version, format, documentId, href, sha256 };
}

export async function noteFiled(
  { log, clock }: FilePorts,
  committee: Committee,
  meetingId: string,
  ref: FiledPaperRef,
): Promise<void> {
  const at = clock.now();
  const meetingOf = meetingStream(meetingId);
  await log.transact({
    load: { meeting: meetingOf },
    decide: ({ meeting }): Decided<undefined> => {
      if (!isKnown(meeting) || meeting.filed.some((each) => sameRef(each, ref))) return { result: undefined };
      const effects = [...cardsWithLinks(meeting, committee, ref, at), ...stampAfterDecision(meeting, ref)];
      return {
        result: undefined,
        append: [{ stream: meetingOf.stream, events: [{ type: 'PaperFiled', ...ref }] }],
        effects,
        actor: { system: 'outbox' },
        at,
      };
    },
  });
}
