import type { Person } from '../../domain/committee/people.ts';
import { type MinutesVersion, type VersionedMeeting, versionOf } from '../../domain/meeting/meeting.ts';
import type { Answer } from '../../domain/minutes/answer.ts';
import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import type { MinutesForApprovalView } from '../../ports/minutes-card-view.ts';

export function answerPageView(
  meeting: VersionedMeeting,
  version: MinutesVersion,
  { name }: Pick<Person, 'name'>,
  answer: Answer,
  minutes: MinutesForApprovalView,
): AnswerPageView {
  const before = versionOf(meeting, version.version - 1);
  return {
    name,
    minutes,
    paper: version.paper,
    opened: answer.notice.state === 'delivered',
    ...(before === undefined ? {} : { before: { version: before.version, paper: before.paper } }),
    rulings: meeting.rulings
      .filter(({ onVersion }) => onVersion === version.version - 1)
      .map(({ ruling: kind, reason, amendments }) => ({
        kind,
        reason,
        itemNumbers: [...new Set(amendments.map(({ itemNumber }) => itemNumber))].toSorted((a, b) => a - b),
      })),
    receipts: answer.receipts,
  };
}
