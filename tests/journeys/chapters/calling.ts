import { expect } from 'vitest';
import {
  agendaCard,
  beginningOf,
  committeeChat,
  draft,
  dropPaper,
  edited,
  folder,
  holdMeeting,
  inChat,
  meetingDay,
  nextStep,
  publishAgenda,
  type Story,
  sendApologies,
} from '../story.ts';
import { wordsOf } from '../word-file.ts';

/** The secretary drops the paper and sees it as it was read, before anything is made of it. */
export async function readPaper(told: Story): Promise<void> {
  const preview = await dropPaper(told);
  expect(preview.text).toContain('Der er ikke oprettet noget endnu.');
  expect(preview.text).toContain('Fredag den 8. december 2023 kl. 9.00–12.00');
  expect(preview.text).toContain('12 punkter, 4 bilag');
  expect(preview.text).toContain(told.paper.theme);
  expect(preview.text).toContain(`6. ${told.paper.sixthItem}`);
  expect(preview.text).toMatch(/\d+ steder at se efter/);
  expect(preview.text).toContain('har intet årstal. Forslag: fredag den 8. december 2023.');
  expect((await told.teams.happenings()).filter(({ text }) => text.includes(meetingDay))).toEqual([]);

  const answer = await told.sanne.press(preview, { verb: 'paper.import' });
  expect(answer).toMatchObject({ kind: 'message', text: expect.stringContaining('Mødet er oprettet.') });
  const next = await nextStep(told, 'Send dagsordenen');
  expect(next.text).toContain('Senest fredag den 1. december 2023 kl. 24.00');
}

/** The published agenda stands in the committee’s chat and with each member, with papers that open. */
export async function publishedAgenda(told: Story): Promise<void> {
  const answer = await publishAgenda(told);
  expect(answer.text).toContain('Dagsordenen er sendt. Den er sendt til 10 personer');
  const again = await told.sanne
    .press(await nextStep(told, 'Hold mødet'), { title: 'Send dagsordenen' })
    .catch(String);
  expect(again).toContain('ActionNotOnCard');

  const shared = await inChat(told, [`Møde ${meetingDay} kl. 9.00–12.00`, 'Åbn dagsorden (PDF)']);
  expect(shared.text).toContain('0 kommer, 0 afbud, 10 mangler');
  expect(shared.text).toContain(told.paper.theme);
  expect(shared.text).toContain(told.paper.sixthItem);
  for (const member of [told.mette, told.pia]) {
    expect((await agendaCard(member)).buttons).toEqual(expect.arrayContaining(['Jeg deltager', 'Afbud …']));
  }
  const pdf = shared.links.find(({ words }) => words === 'Åbn dagsorden (PDF)');
  expect(await beginningOf(told, pdf?.href)).toBe('%PDF');
  const papers = (await told.teams.documents()).filter(({ path }) => path.startsWith(`${folder}/Dagsorden/`));
  expect(papers.map(({ path }) => path.slice(-5)).toSorted()).toEqual(['.docx', '3.pdf']);
}

/** A yes and a no with a substitute are counted on the one shared card. */
export async function answersCounted(told: Story): Promise<void> {
  const yes = await told.mette.press(await agendaCard(told.mette), { verb: 'invitation.answer' });
  expect(yes).toMatchObject({
    kind: 'card',
    text: expect.stringContaining('Du har svaret, at du deltager.'),
  });
  const no = await sendApologies(told);
  expect(no.text).toBe(
    `Dit afbud er sendt. Dit afbud til mødet ${meetingDay} er gemt. Vera Vikarsen står som suppleant i dit sted.`,
  );
  await inChat(told, ['1 kommer, 1 afbud, 8 mangler']);
  const agendas = await told.mette.cardsWith([`Møde ${meetingDay}`, 'Tilmelding'], committeeChat);
  expect(agendas, 'changed in place, not posted anew').toHaveLength(1);
  expect(agendas[0]?.text, 'the reason is for the chair').not.toContain('opdigtet kursus');
}

/** After the meeting the draft of the minutes lies in the library, with who came and who did not. */
export async function draftAfterMeeting(told: Story): Promise<void> {
  const tooEarly = await nextStep(told, 'Hold mødet');
  expect(tooEarly.buttons).not.toContain('Mødet er holdt');
  const answer = await holdMeeting(told);
  expect(answer.text).toContain('Mødet er meldt holdt. Referatet ligger klar i biblioteket');
  const words = wordsOf(await told.teams.open((await draft(told)).href));
  expect(words).toContain('Vera Vikarsen');
  expect(words).toMatch(/suppleant for Pia Skrøne/);
  expect(words).toContain(edited.from);
  const late = await told.bo.openDialog(await agendaCard(told.bo), { title: 'Afbud …' }).catch(String);
  expect(late).toContain('ActionNotOnCard');
}
