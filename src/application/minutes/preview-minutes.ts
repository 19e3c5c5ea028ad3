import { isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import { changedItems } from '../../domain/minutes/minutes-text.ts';
import type { SendMinutesDialogView } from '../../ports/card-view.ts';
import type { MeetingRequest } from '../agenda/publish-agenda.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { done, type Result, refuse } from '../result.ts';
import { answeredVersions, answerStreams } from '../streams.ts';
import { meetingFacts } from '../views/meeting-facts.ts';
import { type SendPorts, sentOrRefused, textToSend } from './sending.ts';

/** What would be sent if the secretary said yes now: read from the file, with its doubts. Decides nothing. */
export function createPreviewMinutes(ports: SendPorts) {
  return async (request: MeetingRequest): Promise<Result<{ readonly view: SendMinutesDialogView }>> => {
    const { personId, meetingId, receivedAt } = request;
    const found = await meetingWithCommittee(ports.log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const { meeting, committee } = found;
    const text = await textToSend(ports, meeting);
    if (text.kind === 'refused') return text;
    const { paper, findings, hash } = text;
    const { answers } = await ports.log.load({ answers: answerStreams(meetingId) });
    const sending = { sentBy: personId, at: receivedAt, hash, paper, answered: answeredVersions(answers) };
    const outcome = sentOrRefused(ports, meeting, committee, sending);
    if (outcome.kind === 'refused') return outcome;
    const { version, deadline, entitled } = outcome.event;
    const before = isVersioned(meeting) ? newestVersion(meeting).paper : undefined;
    const view: SendMinutesDialogView = {
      card: 'send-minutes',
      meeting: meetingFacts(meeting, committee),
      version,
      hash,
      deadline: Temporal.Instant.from(deadline),
      asked: entitled.length,
      decisions: paper.items.filter((item) => item.decision !== undefined).length,
      findings,
      changes: before === undefined ? [] : changedItems(before, paper),
    };
    return done({ view });
  };
}
