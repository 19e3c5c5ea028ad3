import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { actionOf, until } from '../support/local-person.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import type { ShownAction } from '../support/shown-card.ts';
import { entitled, invited, standsTwice } from './once.ts';
import { killAfter, passTime } from './power-cut.ts';
import {
  agendaCard,
  approve,
  draft,
  dropPaper,
  folder,
  holdMeeting,
  inChat,
  inventedPaper,
  meetingDay,
  minutesCard,
  nextStep,
  object,
  objectionCard,
  publishAgenda,
  receiptIn,
  rule,
  ruling,
  type Story,
  sendVersion,
  storyPaper,
  tellStory,
} from './story.ts';
import { wordsOf } from './word-file.ts';

describe('the story, killed with -9 right after each acknowledged act', () => {
  let program: RunningProgram;
  let story: Story;
  let broken = false;
  /** Cards that Teams had taken, and the program not yet noted, when it died. */
  let doubled = 0;

  beforeAll(async () => {
    program = await startProgram();
    story = tellStory(program, storyPaper(inventedPaper));
  });
  afterAll(async () => program?.close());

  const chapter = (name: string, tell: () => Promise<void>) =>
    it(name, async ({ skip }) => {
      skip(broken, 'an earlier chapter failed');
      onTestFailed(async () => {
        broken = true;
        process.stdout.write(program.said() + (await program.ask('status')).out);
      });
      await tell();
    });

  const killedAfter = async <T>(act: () => Promise<T>): Promise<T> => {
    const killed = await killAfter(program, act);
    doubled += killed.doubled;
    return killed.answer;
  };

  /** Each of these persons, and the committee's chat, has the card: then the outbox has done its work. */
  const everybodyHas = async (people: readonly string[], words: readonly string[]) => {
    for (const personId of people) await story.teams.person(personId).cardWith(words);
  };

  chapter('an agenda that was published reaches everybody', async () => {
    const preview = await dropPaper(story);
    await killedAfter(() => story.sanne.press(preview, { verb: 'paper.import' }));
    const { text } = await killedAfter(() => publishAgenda(story));
    expect(text).toContain('Dagsordenen er sendt.');
    await everybodyHas(invited, [`Møde ${meetingDay}`, 'Tilmelding', 'Åbn dagsorden (PDF)']);
    await inChat(story, [`Møde ${meetingDay}`, '0 kommer, 0 afbud, 10 mangler', 'Åbn dagsorden (PDF)']);
  });

  chapter('an answer to the invitation stands, on the own card and in the count', async () => {
    const card = await agendaCard(story.mette);
    const yes = actionOf(card, 'invitation.answer');
    await killedAfter(() => story.mette.press(card, yes));
    await story.mette.press(card, yes);
    await story.mette.cardWith([`Møde ${meetingDay}`, 'Du har svaret, at du deltager.']);
    await inChat(story, ['1 kommer, 0 afbud, 9 mangler']);
    expect(await timesTold('Mette Opdigtet deltager')).toBe(1);
  });

  chapter('the draft of a meeting that was held is laid in the library, once', async () => {
    await killedAfter(() => holdMeeting(story));
    expect(wordsOf(await story.teams.open((await draft(story)).href))).toContain('Referat fra møde i');
    await nextStep(story, 'Send version 1 …');
    expect(await timesTold('Mødet er meldt holdt')).toBe(1);
  });

  chapter(
    'a version that was sent reaches everybody who is asked, also when some have it already',
    async () => {
      await story.teams.moveClock({ local: '2023-12-11T10:00' });
      await killedAfter(async () => {
        expect((await sendVersion(story, 1)).text).toContain('8 personer');
        await minutesCard(story.karen, 1);
      });
      await everybodyHas(entitled, [`${meetingDay}, version 1`, 'Godkend', 'Åbn referat']);
      await inChat(story, [`${meetingDay}, version 1`, '0 af 8 har svaret']);
    },
  );

  let firstApproval: { action: ShownAction; receipt: string };

  chapter('an approval and an objection stand, with the receipts they were acknowledged with', async () => {
    const card = await minutesCard(story.mette, 1);
    const action = actionOf(card, 'minutes.approve');
    const approved = await killedAfter(() => story.mette.press(card, action));
    firstApproval = { action, receipt: receiptIn(approved.text) };
    expect(receiptIn((await story.mette.press(card, action)).text)).toBe(firstApproval.receipt);

    const objected = await killedAfter(() => object(story));
    const own = await story.pia.cardWith([`${meetingDay}, version 1`, 'Du har gjort indsigelse mod punkt 6']);
    expect(receiptIn(own.text)).toBe(receiptIn(objected.text));
    for (const ruler of [story.karen, story.sanne]) await objectionCard(ruler);
    await inChat(story, [`${meetingDay}, version 1`, '2 af 8 har svaret · 1 indsigelse']);
    expect(await timesTold('godkendt version 1')).toBe(1);
    expect(await timesTold('indsigelse mod version 1')).toBe(1);
  });

  chapter('a ruling stands in the draft, and version 2 goes out with it', async () => {
    await killedAfter(() => rule(story));
    await story.pia.cardWith(['Din indsigelse er taget til følge', ruling.reason]);
    await story.teams.moveClock({ local: '2023-12-18T09:00' });
    const { text } = await killedAfter(() => sendVersion(story, 2));
    expect(text).toContain('onsdag den 27. december 2023 kl. 24.00');
    await everybodyHas(entitled, [`${meetingDay}, version 2`, ruling.decision, 'Åbn referat']);
    const own = await killedAfter(() => approve(story.bo, 2));
    expect(own.text).toContain(
      receiptIn((await story.bo.cardWith([`${meetingDay}, version 2`, 'Du har godkendt'])).text),
    );
  });

  chapter('a deadline that passes while the program is off is decided when it comes back', async () => {
    await inChat(story, [`${meetingDay}, version 2`, '1 af 8 har svaret']);
    await quiet();
    await program.kill();
    passTime(program.dataDir, Temporal.Duration.from({ days: 12 }));
    await program.restart();
    await everybodyHas(entitled, [
      'Referatet er godkendt: ingen indsigelser inden fristen.',
      '8 personer er spurgt',
    ]);
    await inChat(story, [
      `${meetingDay}, version 2`,
      'Referatet er godkendt: ingen indsigelser inden fristen.',
    ]);
    expect(await timesTold('er afgjort')).toBe(1);
  });

  chapter('nothing was done twice: one card a person and version, one file a paper', async () => {
    await quiet();
    expect(await standsTwice(story), 'only what Teams had taken unnoted').toHaveLength(doubled);
    process.stdout.write(`Note: ${doubled} cards were on their way when the program was killed.\n`);
  });

  chapter('the library holds each paper once, the outbox is empty and the log is whole', async () => {
    const paths = (await story.teams.documents()).filter(({ path }) => path.startsWith(folder));
    const names = paths.map(({ path }) =>
      path.slice(folder.length + 1).replace(/LUU SOSU-AMU \d+\. \w+ \d+/, '…'),
    );
    expect(names.toSorted()).toEqual([
      'Dagsorden/Dagsorden ….docx',
      'Dagsorden/Dagsorden ….pdf',
      'Kilder/Referat 8. december.txt',
      'Referat/Godkendelsesforløb … version 2.pdf',
      'Referat/Referat … udkast.docx',
      'Referat/Referat … version 1.docx',
      'Referat/Referat … version 1.pdf',
      'Referat/Referat … version 2.docx',
      'Referat/Referat … version 2.pdf',
    ]);
    expect(await timesTold('sendt til godkendelse hos')).toBe(2);
    expect((await program.ask('status')).out).toMatch(/ 0 venter, 0 venter på en person, 0 opgivet\.\s*$/);
    expect(await program.ask('verify')).toMatchObject({ code: 0, out: expect.stringContaining('er hel') });
    expect((await program.stop()).code).toBe(0);
    expect(await program.ask('verify')).toMatchObject({ code: 0 });
  });

  async function quiet(): Promise<void> {
    await until('an empty outbox', async () => (await program.ask('status')).out.includes(' 0 venter,'));
  }

  async function timesTold(words: string): Promise<number> {
    return (await story.teams.happenings()).filter(({ text }) => text.includes(words)).length;
  }
});
