import { afterAll, beforeAll, describe, it, onTestFailed } from 'vitest';
import { chromiumPath } from '../prerequisites.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import {
  answerTheInvitation,
  firstRun,
  moveTheClock,
  pickPaper,
  publishBeside,
} from './chapters/clicking-the-meeting.ts';
import {
  approveByKeyboard,
  lookThroughAndSend,
  objectInDialog,
  ruleInDialog,
  secondVersionApproved,
} from './chapters/clicking-the-minutes.ts';
import { darkAndNarrow, nextMeetingPlanned, silenceSeen } from './chapters/clicking-the-outcome.ts';
import { type Desk, openWindows, type Windows } from './windows.ts';

const chapters: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  ['a newcomer is shown the story in five steps', firstRun],
  [
    'the secretary picks the paper in the file chooser, sees it as it was read and makes a meeting of it',
    pickPaper,
  ],
  ['she publishes the agenda, and it appears in a member’s open window without a reload', publishBeside],
  ['one answers with one press, another sends apologies and a substitute', answerTheInvitation],
  ['the clock is moved to the end of the meeting; the draft lies among the documents', moveTheClock],
  ['she looks the minutes through and sends version 1', lookThroughAndSend],
  ['a member approves by keyboard alone and has a receipt', approveByKeyboard],
  ['another objects to item 6 and proposes other words', objectInDialog],
  ['the chair rules with the words that shall stand there', ruleInDialog],
  ['version 2 goes out with its own deadline, and both approve it', secondVersionApproved],
  ['past the deadline the silence has approved, and the papers say so', silenceSeen],
  [
    'the next meeting is planned in a dialog, and its agenda says what became of these minutes',
    nextMeetingPlanned,
  ],
  ['the same chat in the dark and on a narrow screen, without sideways scrolling', darkAndNarrow],
];

describe.skipIf(chromiumPath === undefined)(
  'the story by clicking, in several windows beside each other',
  () => {
    let program: RunningProgram;
    let windows: Windows;
    let desk: Desk;
    let broken = false;

    beforeAll(async () => {
      program = await startProgram();
      windows = await openWindows(program.origin);
      const [sanne, mette, pia] = [
        await windows.open('sanne', ''),
        await windows.open('mette'),
        await windows.open('pia'),
      ];
      desk = { windows, sanne, mette, pia };
    });
    afterAll(async () => {
      await windows?.close();
      await program?.close();
    });

    it.for(chapters)('%s', async ([, tell], { skip }) => {
      skip(broken, 'an earlier chapter failed');
      onTestFailed(async () => {
        broken = true;
        process.stdout.write(program.said());
        for (const page of [desk.sanne, desk.mette, desk.pia]) await windows.picture(page, 'failed');
      });
      await tell(desk);
    });
  },
);
