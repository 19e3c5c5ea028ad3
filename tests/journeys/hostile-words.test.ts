import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CardInChat } from '../support/local-person.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import { hostile, shownAsWritten } from './hostile-words.ts';
import {
  agendaCard,
  committee,
  dropPaper,
  holdMeeting,
  inChat,
  inventedPaper,
  meetingDay,
  minutesCard,
  publishAgenda,
  rulingInDraft,
  type Story,
  sendVersion,
  storyPaper,
  tellStory,
} from './story.ts';

let program: RunningProgram;
let story: Story;

beforeAll(async () => {
  program = await startProgram();
  story = tellStory(program, storyPaper(inventedPaper));
});
afterAll(async () => program?.close());

/** So often to the letter, with nothing that leads away, loads, or turns the reading direction. */
function shows(card: CardInChat, times: number): void {
  expect(card.text.split(shownAsWritten).length - 1, card.text).toBe(times);
  expect(card.links.filter(({ href }) => !href.startsWith(program.origin))).toEqual([]);
  expect(JSON.stringify(card.json)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\$\{|\{\{/);
}

it('in a paper: title and theme come out as written, and the file name without forbidden signs', async () => {
  const text = new TextDecoder().decode(story.paper.bytes);
  const changed = text
    .replace(story.paper.sixthItem, () => `Mål ${hostile}`)
    .replace(`Temaet for mødet er: ${story.paper.theme}`, () => `Temaet for mødet er: ${hostile}`);
  await story.sanne.sendFile('**fed** <b>.txt', new TextEncoder().encode(changed));
  const preview = await story.sanne.cardWith(['Mødepapiret er læst', '__fed__']);
  shows(preview, 2);
});

it('in an answer to the invitation: the substitute’s name on the own card', async () => {
  await story.sanne.press(await dropPaper(story), { verb: 'paper.import' });
  await publishAgenda(story);
  const dialog = await story.pia.openDialog(await agendaCard(story.pia), { title: 'Afbud …' });
  await dialog.send({ 'Eller en anden suppleant': hostile, 'Besked til formanden': hostile });
  shows(await story.pia.cardWith([`Møde ${meetingDay}`, 'Du har sendt afbud.']), 1);
});

it('in an objection: text, passage and proposed words, with the chair and again with the objector', async () => {
  await holdMeeting(story);
  await sendVersion(story, 1);
  const { pia, karen, sanne } = story;
  const dialog = await pia.openDialog(await minutesCard(pia, 1), { title: 'Gør indsigelse …' });
  await dialog.send({
    'Hvilket punkt gælder det?': `6. ${story.paper.sixthItem}`,
    'Hvilket sted i teksten?': hostile,
    'Hvad er forkert eller mangler?': `${hostile}\n# Overskrift\n1. et\n- to`,
    'Hvad skal der stå i stedet?': hostile,
  });
  for (const ruler of [karen, sanne]) {
    const received = await ruler.cardWith(['Indsigelse modtaget', 'Pia Skrøne']);
    shows(received, 3);
    expect(received.text).toContain('# Overskrift | 1. et | - to');
  }
  const received = await karen.cardWith(['Indsigelse modtaget']);
  const ruling = await karen.openDialog(received, { title: 'Tag til følge …' });
  await ruling.send({ Begrundelse: hostile, Beslutning: `Det blev besluttet: ${hostile}` });
  shows(await pia.cardWith(['Din indsigelse er taget til følge']), 2);
});

it('in minutes: the amended decision goes through Word and back, and leads nowhere on the card', async () => {
  await rulingInDraft(story);
  await sendVersion(story, 2);
  const card = await story.mette.cardWith([`${meetingDay}, version 2`, 'Åbn referat']);
  expect(card.text).toContain('Godkendt [her](https://evil.example) <b>fed</b> <script>alert(1)</script>');
  shows(card, 0);
});

it('in a planned meeting: place and theme on the shared card', async () => {
  await story.sanne.say('hjælp');
  const menu = await story.sanne.cardWith(['Dine udvalg', 'Planlæg møde …']);
  const dialog = await story.sanne.openDialog(menu, { title: 'Planlæg møde …' });
  const when = { Udvalg: committee, Dato: '2024-03-15', Fra: '09:00', Til: '12:00' };
  await dialog.send({ ...when, Sted: hostile, Tema: hostile });
  const step = await story.sanne.cardWith(['Næste skridt', 'fredag den 15. marts 2024', 'Send dagsordenen']);
  await story.sanne.press(step, { verb: 'agenda.publish' });
  shows(await inChat(story, ['Møde fredag den 15. marts 2024', 'Åbn dagsorden (PDF)']), 2);
});

it('in a message: it is answered, or refused for its length, and never repeated', async () => {
  await story.mette.say(hostile);
  const answer = await story.mette.cardWith(['Det forstår botten ikke']);
  expect(answer.text).not.toContain('evil');
  await story.mette.say('x'.repeat(20_000));
  const said = (await story.mette.seen()).findLast(({ from }) => from.bot);
  expect(JSON.stringify(said)).toContain('Skriv højst 4.000 tegn');
});

it('leaves nothing undone', async () => {
  expect((await program.ask('status')).out).toContain(' 0 venter på en person, 0 opgivet.');
  expect(program.said().trim().split('\n'), 'no warning in the log').toHaveLength(1);
});
