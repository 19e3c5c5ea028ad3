import type { Story } from '../story.ts';
import {
  approvalAndObjection,
  approvalsOfSecond,
  rulingOnObjection,
  secondVersion,
  sendsWhatTheFileSays,
} from './approving.ts';
import { answersCounted, draftAfterMeeting, publishedAgenda, readPaper } from './calling.ts';
import { courseAndReceipt, nextAgenda, nothingWaits, silenceApproves, stampedPapers } from './closing.ts';

/** The story of a meeting, in the order in which it is told. */
export const chapters: readonly (readonly [string, (story: Story) => Promise<void>])[] = [
  ['the secretary drops the paper and sees it as it was read, before anything is made of it', readPaper],
  [
    'the published agenda stands in the committee’s chat and with each member, with papers that open',
    publishedAgenda,
  ],
  ['a yes and a no with a substitute are counted on the one shared card', answersCounted],
  [
    'after the meeting the draft of the minutes lies in the library, with who came and who did not',
    draftAfterMeeting,
  ],
  [
    'what the secretary writes in Word is what is sent; a file changed after her look is not',
    sendsWhatTheFileSays,
  ],
  [
    'an approval has one receipt, however often it is pressed; an objection is counted and not told',
    approvalAndObjection,
  ],
  [
    'chair and minute-taker see the objection beside today’s words, and the chair’s ruling goes to the objector',
    rulingOnObjection,
  ],
  [
    'version 2 says what was changed and opens a window of its own; a press on version 1 is not counted',
    secondVersion,
  ],
  ['version 2 is approved from the own chat and from the shared one, with a receipt each', approvalsOfSecond],
  ['at the deadline nothing counts any more, and a little later the silence has approved', silenceApproves],
  ['the library says of each paper what became of it', stampedPapers],
  ['the secretary sees who did what, and a member the own act by its receipt', courseAndReceipt],
  ['the next meeting’s agenda says what became of these minutes', nextAgenda],
  ['in the end nothing waits, nothing was given up, and the log is whole', nothingWaits],
];
