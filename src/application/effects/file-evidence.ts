import { type ClosedMeeting, isClosed } from '../../domain/meeting/meeting.ts';
import type { VersionCourse } from '../../domain/minutes/course.ts';
import type { DocumentLibrary } from '../../ports/document-library.ts';
import type { DocumentWriter } from '../../ports/document-writer.ts';
import type { EvidencePaper } from '../../ports/evidence-paper.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { Wording } from '../../ports/wording.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { peopleStream } from '../streams.ts';
import { courseOfMeeting } from '../views/course-of-meeting.ts';
import { meetingFacts } from '../views/meeting-facts.ts';
import { type FilePorts, noteFiled } from './file-paper.ts';

type FileEvidence = Extract<Effect, { kind: 'file-paper' }>;

export type EvidencePorts = FilePorts & {
  readonly library: DocumentLibrary;
  readonly writer: DocumentWriter;
  readonly wording: Wording;
};

/**
 * "The paper on the decision lies in the library". Made from the log up to the decision, so that it says the same whenever it
 * is made; the approval by two makes it anew, and the library keeps the edition before.
 */
export function createFileEvidence(ports: EvidencePorts) {
  return async ({ meetingId, version }: FileEvidence): Promise<void> => {
    const found = await meetingWithCommittee(ports.log, meetingId);
    if (found === undefined || !isClosed(found.meeting) || found.meeting.closing.version !== version) return;
    const { meeting, committee } = found;
    const { people } = await ports.log.load({ people: peopleStream });
    const organisation = people.organisations.get(committee.ownerId)?.name ?? '';
    const course = await courseUntilDecision(ports, meetingId, version);
    const names = new Map([...people.persons].map(([personId, { name }]) => [personId, name]));
    const paper = { meeting: meetingFacts(meeting, committee), organisation, version, course, names };
    const document = await filed(ports, meeting, paper);
    const { documentId, href, sha256 } = document;
    const ref = { paper: 'evidence', version, format: 'pdf', documentId, href, sha256 } as const;
    await noteFiled(ports, committee, meetingId, ref);
  };
}

async function courseUntilDecision(
  { log }: EvidencePorts,
  meetingId: string,
  version: number,
): Promise<readonly VersionCourse[]> {
  const course = await courseOfMeeting(log, meetingId);
  const decided = course.find((each) => each.version.version === version);
  const decisions = decided?.decisions.filter(({ kind }) => kind === 'closed' || kind === 'by-two') ?? [];
  return courseOfMeeting(log, meetingId, decisions.at(-1)?.seq);
}

async function filed(
  { writer, wording, library }: EvidencePorts,
  meeting: ClosedMeeting,
  paper: EvidencePaper,
) {
  const { version } = paper;
  const { committee, date } = paper.meeting;
  const name = `${wording.fileName('evidence', { committee, date, version })}.pdf`;
  const { bytes } = await writer.write(wording.evidence(paper), 'pdf');
  return library.file({
    operationId: `${meeting.plan.meetingId}/evidence/${version}/pdf`,
    place: { committee, meetingDate: date, folder: 'Referat', name },
    bytes,
    metadata: {
      committee,
      meetingDate: date,
      documentType: 'Referat',
      organisation: paper.organisation,
      version,
      status: meeting.closing.result,
      title: name,
    },
    existing: 'replace',
  });
}
