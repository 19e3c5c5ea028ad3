import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it, onTestFailed } from 'vitest';
import { examplesFolder } from '../prerequisites.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import {
  approvalAndObjection,
  approvalsOfSecond,
  rulingOnObjection,
  secondVersion,
  sendsWhatTheFileSays,
} from './chapters/approving.ts';
import { answersCounted, draftAfterMeeting, publishedAgenda, readPaper } from './chapters/calling.ts';
import {
  courseAndReceipt,
  nextAgenda,
  nothingWaits,
  silenceApproves,
  stampedPapers,
} from './chapters/closing.ts';
import { inventedPaper, type Story, storyPaper, tellStory } from './story.ts';

const papers = [
  { name: 'an invented paper', file: inventedPaper },
  { name: 'the real paper', file: join(examplesFolder, 'luu-sosu-amu-2023-12-08.txt') },
];

const chapters: readonly (readonly [string, (story: Story) => Promise<void>])[] = [
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

describe.for(papers)('the story of a meeting, from $name', ({ file }) => {
  let program: RunningProgram;
  let story: Story;
  let broken = false;

  beforeAll(async () => {
    if (!existsSync(file)) return;
    program = await startProgram();
    story = tellStory(program, storyPaper(file));
  });
  afterAll(async () => program?.close());

  it.skipIf(!existsSync(file)).for(chapters)('%s', async ([, tell], { skip }) => {
    skip(broken, 'an earlier chapter failed');
    onTestFailed(async () => {
      broken = true;
      process.stdout.write(program.said() + (await program.ask('status')).out);
    });
    await tell(story);
  });
});
