import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf, until } from '../support/local-person.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import {
  draft,
  dropPaper,
  holdMeeting,
  inChat,
  inventedPaper,
  meetingDay,
  minutesCard,
  nextStep,
  publishAgenda,
  receiptIn,
  type Story,
  sendVersion,
  storyPaper,
  tellStory,
} from './story.ts';

let program: RunningProgram;
let story: Story;

/** Version 1 is out; Tina, who has no mail address, has blocked the bot. */
beforeAll(async () => {
  program = await startProgram();
  story = tellStory(program, storyPaper(inventedPaper));
  await story.sanne.press(await dropPaper(story), { verb: 'paper.import' });
  await publishAgenda(story);
  await holdMeeting(story);
  await draft(story);
  await story.teams.block('tina');
  await sendVersion(story, 1);
  await minutesCard(story.pia, 1);
});
afterAll(async () => program?.close());

const happenings = async () => (await story.teams.happenings()).map(({ text }) => text);
/** Words of the card alone; the secretary’s next step only speaks of it. */
const needsDecision = 'Sæt referatet på næste mødes dagsorden';
const movedTo = 'onsdag den 27. december 2023 kl. 24.00';

describe('R13: a member who has left', () => {
  it('is refused at the door, with the old card in hand, and nothing has happened', async () => {
    const { sanne, pia, teams } = story;
    const old = await minutesCard(pia, 1);
    await sanne.say('møde');
    const list = await sanne.cardWith(['LUU SOSU-AMU', 'Medlem udtræder …']);
    const dialog = await sanne.openDialog(list, { title: 'Medlem udtræder …' });
    const answer = await dialog.send({
      'Hvem udtræder?': 'Pia Skrøne',
      'Sidste dag i udvalget': '2023-12-12',
      'Hvem overtager pladsen?': 'Vera Vikarsen',
    });
    expect(answer.text).toContain('Pia Skrøne har plads i udvalget til og med tirsdag den 12. december 2023');
    await teams.moveClock({ local: '2023-12-13T09:00' });
    const before = (await happenings()).length;
    const press = actionOf(old, 'minutes.approve');
    expect((await pia.press(old, press)).text).toContain('Du har ikke plads i udvalget lige nu');
    const objecting = await pia.press(old, actionOf(old, 'minutes.object'));
    expect(objecting.text).toContain('Du har ikke plads i udvalget lige nu');
    expect((await happenings()).slice(before).filter((text) => text.includes('medlem'))).toEqual([]);
  });
});

describe('R9: the secretary', () => {
  it('gives more time, and every card says until when and why', async () => {
    const { sanne, mette } = story;
    const dialog = await sanne.openDialog(await nextStep(story, 'Medlemmerne svarer'), {
      title: 'Giv længere frist …',
    });
    expect(dialog.text).toContain('Fristen er nu fredag den 22. december 2023 kl. 24.00');
    const earlier = await dialog.send({ 'Ny sidste dag': '2023-12-20', 'Hvem får længere frist?': 'Alle' });
    expect(earlier.text).toContain('En frist kan kun flyttes til en senere dag');
    const answer = await dialog.send({ 'Ny sidste dag': '2023-12-27', 'Hvem får længere frist?': 'Alle' });
    expect(answer.text).toContain(`Alle kan svare indtil ${movedTo}`);
    await mette.cardWith([`svar senest ${movedTo}`, 'Sekretæren har flyttet fristen.']);
    await inChat(story, [`frist ${movedTo}`, 'Sekretæren har flyttet fristen.']);
  });
});

describe('a reminder', () => {
  it('comes to the silent in the morning, with the buttons of the card', async () => {
    const { mette, bo, teams } = story;
    await bo.press(await minutesCard(bo, 1), { verb: 'minutes.approve' });
    await teams.moveClock({ local: '2023-12-22T08:30' });
    const reminder = await mette.cardWith(['Du har ikke svaret på referatet endnu.', movedTo]);
    expect((await mette.press(reminder, { verb: 'minutes.approve' })).text).toContain('Du har godkendt');
    await until(
      'the reminder says what was answered',
      async () => (await mette.cardsWith(['Du har ikke svaret'])).length === 0,
    );
    expect(await bo.cardsWith(['Du har ikke svaret'])).toEqual([]);
  });
});

describe('R18: minutes that did not reach everybody', () => {
  it('are approved by two, and all are told', async () => {
    const { sanne, karen, mette, teams } = story;
    await teams.moveClock({ to: 'pastDeadline' });
    const card = await sanne.cardWith([needsDecision, 'Tina Digt']);
    expect(card.text).toContain('har blokeret botten i Teams');
    const dialog = await sanne.openDialog(card, { title: 'Notér som godkendt …' });
    expect(dialog.text).toContain('Den anden skal være formand eller næstformand.');
    const proposed = await dialog.send({
      'Hvorfor kan referatet noteres som godkendt?': 'Tina har sagt i telefonen, at hun er enig.',
    });
    expect(proposed.text).toContain('Dit forslag er gemt');
    const asked = await karen.cardWith([needsDecision, 'Sanne Eksempel foreslår']);
    expect(asked.text).toContain('Tina har sagt i telefonen');
    expect((await karen.press(asked, { verb: 'minutes.approve-by-two' })).text).toContain(
      'Referatet er godkendt',
    );
    await mette.cardWith(['Referatet er godkendt af to ansvarlige personer', `Fristen var ${movedTo}`]);
    await inChat(story, [`Referat fra mødet ${meetingDay}, version 1`, 'godkendt af to ansvarlige']);
    await sanne.cardWith(['Kræver stillingtagen | ', 'Sanne Eksempel og Karen Prøvesen noterede']);
  });
});

describe('R17: an objection that came by letter', () => {
  it('is recorded by the secretary, shown to chair and objector with its source, and comes too late here', async () => {
    const { sanne, karen, mette } = story;
    const dialog = await sanne.openDialog(await nextStep(story, 'Mødet er ført til ende'), {
      title: 'Registrér indsigelse …',
    });
    const answer = await dialog.send({
      'Hvem har gjort indsigelse?': 'Mette Opdigtet',
      'Hvordan kom den?': 'Med brev',
      'Hvor kan den findes igen?': 'Journalnummer 23/1187',
      'Hvilken dag nåede den udvalget?': '2023-12-28',
      'Hvad tid?': '00:01',
      'Hvilket punkt gælder det?': `6. ${story.paper.sixthItem}`,
      'Hvad står der i indsigelsen?': 'Der mangler et opdigtet tal.',
    });
    expect(answer.text).toContain('Den er gemt som en sen bemærkning');
    const receipt = receiptIn(answer.text.replace('Kvitteringen er', 'kvittering'));
    await karen.cardWith([
      'Sen bemærkning modtaget',
      'Kom med brev torsdag den 28. december 2023',
      'Journalnummer',
    ]);
    await mette.cardWith([`version 1`, 'der kom med brev', `kvittering ${receipt}`]);
  });

  it('and an approval cannot be: no button and no verb says yes for somebody else', async () => {
    const { sanne } = story;
    const step = await nextStep(story, 'Mødet er ført til ende');
    const run = (verb: string) =>
      sanne.press(step, { type: 'Action.Execute', verb, data: { personId: 'mette', version: 1 } });
    for (const verb of ['approval.record', 'minutes.record-approval', 'minutes.approve'])
      expect((await run(verb)).text).toContain('Knappen virker ikke længere');
  });
});
