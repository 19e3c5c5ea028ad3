import { refusalOfStranger } from '../../domain/committee/refusal-of-seat.ts';
import { isVersioned, versionOf } from '../../domain/meeting/meeting.ts';
import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import type { LinkSubject } from '../../ports/personal-links.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { viewOf } from '../effects/show-card.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerStream, peopleStream } from '../streams.ts';
import { answerPageView } from '../views/answer-page-view.ts';
import type { ShowPorts } from './asked.ts';

export type AnswerPageResult = Result<{ readonly view: AnswerPageView }>;

/** The page of a personal link. Showing it writes nothing: mail programs open links before any person does. */
export function createShowAnswerPage(ports: ShowPorts) {
  return async (subject: LinkSubject, receivedAt: Temporal.Instant): Promise<AnswerPageResult> => {
    const { meetingId, version, personId } = subject;
    const found = await meetingWithCommittee(ports.log, meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const refusal = refusalOfStranger(found.committee, personId, receivedAt);
    if (refusal !== undefined) return refuse(refusal);
    const { meeting } = found;
    const sent = isVersioned(meeting) ? versionOf(meeting, version) : undefined;
    const view = await viewOf(
      ports,
      { card: 'minutes-for-approval', meetingId, version },
      { to: 'person', personId },
      ports.ids.next(),
    );
    if (!isVersioned(meeting) || sent === undefined || view?.card !== 'minutes-for-approval')
      return refuse({ code: 'no-minutes' });
    const own = { people: peopleStream, answer: answerStream(meetingId, version, personId) };
    const { people, answer } = await ports.log.load(own);
    const person = people.persons.get(personId) ?? { name: personId };
    return done({ view: answerPageView(meeting, sent, person, answer, view) });
  };
}
