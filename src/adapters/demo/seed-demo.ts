import type { MeetingRequest } from '../../application/agenda/publish-agenda.ts';
import type { Founding } from '../../application/committee/found-committee.ts';
import type { PlanRequest, PlanResult } from '../../application/meeting/plan-meeting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentLibrary, LibraryDocument } from '../../ports/document-library.ts';
import type { DocumentWriter } from '../../ports/document-writer.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { demoCommittees } from './demo-committees.ts';
import { demoAnnex, demoAnnexTitle, demoBreaksAfter, demoItems, demoMeeting } from './demo-meeting.ts';

export type SeedPorts = {
  readonly clock: Clock;
  readonly library: DocumentLibrary;
  readonly writer: DocumentWriter;
  readonly readModels: Pick<ReadModels, 'meetingsOf'>;
  readonly foundCommittee: (founding: Founding, at: Temporal.Instant) => Promise<boolean>;
  readonly planMeeting: (request: PlanRequest) => Promise<PlanResult>;
  readonly publishAgenda: (request: MeetingRequest) => Promise<object>;
};

const secretary = 'sanne';

/** Committees and people of the demo, in place before the first chat is opened. Founding them twice changes nothing. */
export async function foundDemo({ foundCommittee, clock }: SeedPorts): Promise<void> {
  for (const committee of demoCommittees) await foundCommittee(committee, clock.now());
}

/** The demo's first meeting, planned and its agenda published as a secretary would; a store that has one is left alone. */
export async function publishDemoMeeting(ports: SeedPorts): Promise<void> {
  const [first] = (await ports.readModels.meetingsOf(demoMeeting.committeeId)).toReversed();
  const meetingId = first?.meetingId ?? (await plan(ports));
  if (meetingId === undefined || (first !== undefined && first.situation !== 'agendaDrafted')) return;
  await ports.publishAgenda({ personId: secretary, meetingId, receivedAt: ports.clock.now() });
}

async function plan(ports: SeedPorts): Promise<string | undefined> {
  const { documentId, href } = await fileAnnex(ports);
  const planned = await ports.planMeeting({
    ...demoMeeting,
    personId: secretary,
    receivedAt: ports.clock.now(),
    items: demoItems({ documentId, href }),
    breaksAfter: demoBreaksAfter,
  });
  return planned.kind === 'done' ? planned.meetingId : undefined;
}

async function fileAnnex({ clock, library, writer }: SeedPorts): Promise<LibraryDocument> {
  const { bytes } = await writer.write(demoAnnex(clock.now()), 'pdf');
  return library.file({
    operationId: 'demo/annex',
    place: {
      committee: 'LUU PA-AMU',
      meetingDate: demoMeeting.date,
      folder: 'Bilag',
      name: `Bilag 4.1 ${demoAnnexTitle}.pdf`,
    },
    bytes,
    metadata: {
      committee: 'LUU PA-AMU',
      meetingDate: demoMeeting.date,
      documentType: 'Bilag',
      annexNumber: '4.1',
      item: 4,
      title: demoAnnexTitle,
    },
    existing: 'keep',
  });
}
