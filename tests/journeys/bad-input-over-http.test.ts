import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, actionOf, until } from '../support/local-person.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import { submitOf } from '../support/shown-card.ts';
import {
  agendaCard,
  dropPaper,
  holdMeeting,
  inChat,
  inventedPaper,
  meetingDay,
  minutesCard,
  object,
  objectionCard,
  publishAgenda,
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
  await story.sanne.press(await dropPaper(story), { verb: 'paper.import' });
  await publishAgenda(story);
  await inChat(story, [`Møde ${meetingDay}`, 'Åbn dagsorden (PDF)']);
});
afterAll(async () => program?.close());

/** The log and the library, once nothing is under way. */
async function everything(): Promise<string> {
  await until('an empty outbox', async () => (await program.ask('status')).out.includes(' 0 venter,'));
  return JSON.stringify([await story.teams.happenings(), await story.teams.documents()]);
}

type Tries = readonly (readonly [attempt: () => Promise<Answered>, says: string])[];

/** Each is answered with a Danish sentence that holds these words, and nothing has happened. */
async function refused(tries: Tries): Promise<void> {
  const before = await everything();
  for (const [attempt, says] of tries) expect((await attempt()).text).toContain(says);
  expect(await everything()).toBe(before);
}

describe('a file that is no meeting paper', () => {
  const text = new TextEncoder();
  const cases = [
    { name: 'indkøb.txt', bytes: () => text.encode('Mælk\nBrød\n'), says: 'ligner ikke en dagsorden' },
    { name: 'tom.txt', bytes: () => new Uint8Array(), says: 'Filen er tom' },
    { name: 'halv.docx', bytes: halfOfAWordFile, says: 'beskadiget' },
    { name: '../../CON.docx', bytes: () => text.encode('PK\u0003\u0004'), says: 'beskadiget' },
  ];

  it.for(cases)('is answered in the chat, and nothing comes of it: $name', async ({ name, bytes, says }) => {
    const before = await everything();
    const seen = (await story.sanne.cards()).length;
    await story.sanne.sendFile(name, new Uint8Array(await bytes()));
    const answer = await until('an answer', async () => (await story.sanne.cards())[seen]);
    expect(answer.text).toContain('Filen kunne ikke læses');
    expect(answer.text).toContain(says);
    expect(answer.text).toContain('Der er ikke oprettet eller ændret noget.');
    expect(await everything()).toBe(before);
  });

  async function halfOfAWordFile(): Promise<Uint8Array> {
    const agenda = (await story.teams.documents()).find(({ path }) => path.endsWith('.docx'));
    const whole = await story.teams.open(agenda?.href ?? '');
    return whole.slice(0, whole.length / 2);
  }
});

describe('a press that no card of this person offers', () => {
  const execute = (verb: string, data: object = {}) => ({ type: 'Action.Execute', verb, data: { ...data } });

  it('is refused with the seat or the role that is missing', async () => {
    const { mette, pia, karen } = story;
    const own = await agendaCard(pia);
    const elsewhere = await karen.cardWith(['LUU PA-AMU', 'Tilmelding']);
    const apologies = await karen.openDialog(elsewhere, { title: 'Afbud …' });
    const metteOwn = await agendaCard(mette);
    const { meetingId } = actionOf(metteOwn, 'invitation.answer').data ?? {};
    await refused([
      [() => pia.press(own, actionOf(elsewhere, 'invitation.answer')), 'Du har ikke plads i udvalget'],
      [() => pia.press(own, actionOf(elsewhere, 'agenda.item')), 'Du har ikke plads i udvalget'],
      [() => pia.submit(submitOf(apologies)), 'Du har ikke plads i udvalget'],
      [() => mette.press(metteOwn, execute('agenda.publish', { meetingId })), 'sekretær eller formand'],
      [() => mette.press(metteOwn, execute('meeting.hold', { meetingId })), 'kan kun udvalgets'],
    ]);
  });

  it('is refused where the verb, the meeting or the data mean nothing', async () => {
    const { pia } = story;
    const own = await agendaCard(pia);
    const run = (verb: string, data = {}) => pia.press(own, execute(verb, data));
    const fetching = { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, verb: 'toString' } };
    await refused([
      [() => run('minutes.destroy'), 'Knappen virker ikke længere'],
      [() => run('constructor'), 'Knappen virker ikke længere'],
      [() => run('minutes.approve'), 'Knappen virker ikke længere'],
      [
        () => run('invitation.answer', { meetingId: 'x', nonce: 'n', coming: true }),
        'Der er ikke ændret noget',
      ],
      [() => pia.press(own, fetching), 'Knappen virker ikke længere'],
      [() => pia.submit({}), 'Knappen virker ikke længere'],
      [() => pia.submit({ verb: '__proto__' }), 'Knappen virker ikke længere'],
    ]);
  });

  it('is refused for a chat that somebody is no member of', async () => {
    const { karen, pia } = story;
    const shared = await karen.cardWith(['LUU PA-AMU', 'Tilmelding'], '19:demo-luu-pa-amu@thread.v2');
    await expect(pia.press(shared, actionOf(shared, 'invitation.answer'))).rejects.toThrow('ChatNotFound');
  });
});

describe('an answer to minutes that says nothing, too much, or about something else', () => {
  beforeAll(async () => {
    await holdMeeting(story);
    await sendVersion(story, 1);
    await story.mette.cardWith([`${meetingDay}, version 1`, 'Åbn referat']);
  });

  it('is no objection without a text, without an item, or with 100,000 characters', async () => {
    const dialog = await story.mette.openDialog(await minutesCard(story.mette, 1), {
      title: 'Gør indsigelse …',
    });
    const item = { 'Hvilket punkt gælder det?': `6. ${story.paper.sixthItem}` };
    const what = 'Hvad er forkert eller mangler?';
    const wrong = 'Noget i felterne mangler eller er for langt.';
    await refused([
      [() => dialog.send(item), wrong],
      [() => dialog.send({ ...item, [what]: ' \n\t ' }), wrong],
      [() => dialog.send({ ...item, [what]: '\u200B\u2060\u00AD\u202E' }), wrong],
      [() => dialog.send({ [what]: 'Ordene mangler et punkt.' }), wrong],
      [() => dialog.send({ ...item, [what]: 'æ'.repeat(100_000) }), wrong],
      [
        () => dialog.send({ ...item, [what]: 'Kort', 'Hvad skal der stå i stedet?': 'x'.repeat(100_000) }),
        wrong,
      ],
      [() => story.mette.submit({ ...submitOf(dialog), itemNumber: '6', text: { er: 'ikke tekst' } }), wrong],
      [
        () => story.mette.submit({ ...submitOf(dialog), itemNumber: '99', text: 'Findes ikke' }),
        'Punktet findes ikke',
      ],
    ]);
  });

  it('is not counted for another text, nor from a seat that may not answer', async () => {
    const { mette, teams } = story;
    const card = await minutesCard(mette, 1);
    const approval = actionOf(card, 'minutes.approve');
    const about = (data: object) => ({ ...approval, data: { ...approval.data, ...data } });
    const gitte = teams.person('gitte');
    const gitteOwn = await agendaCard(gitte);
    await refused([
      [() => mette.press(card, about({ hash: 'a'.repeat(64) })), 'så svaret er ikke talt med'],
      [() => mette.press(card, about({ version: 9 })), 'så svaret er ikke talt med'],
      [() => mette.press(card, about({ version: 'nyeste' })), 'Knappen virker ikke længere'],
      [() => gitte.press(gitteOwn, approval), 'giver ikke ret til at godkende'],
    ]);
  });

  it('counts for who pressed, whoever the data name', async () => {
    const { bo, karen } = story;
    const card = await minutesCard(bo, 1);
    const approval = actionOf(card, 'minutes.approve');
    await bo.press(card, { ...approval, data: { ...approval.data, personId: 'karen' } });
    await bo.cardWith([`${meetingDay}, version 1`, 'Du har godkendt']);
    expect((await minutesCard(karen, 1)).buttons).toContain('Godkend');
  });

  it('is ruled upon by chair or minute-taker only, with a reason', async () => {
    await object(story);
    const dialog = await story.karen.openDialog(await objectionCard(story.karen), {
      title: 'Tag til følge …',
    });
    await refused([
      [() => story.mette.submit({ ...submitOf(dialog), reason: 'Fordi' }), 'formand eller referent'],
      [() => dialog.send({ Begrundelse: '' }), 'Noget i felterne mangler'],
      [() => dialog.send({ Begrundelse: 'x'.repeat(100_000) }), 'er for langt'],
    ]);
  });
});

it('no meeting is planned on a date that is none, on a day that is taken, or that ends before it begins', async () => {
  await story.sanne.say('hjælp');
  const menu = await story.sanne.cardWith(['Dine udvalg', 'Planlæg møde …']);
  const dialog = await story.sanne.openDialog(menu, { title: 'Planlæg møde …' });
  const hours = { Udvalg: 'LUU SOSU-AMU', Fra: '09:00', Til: '12:00' };
  await refused([
    [() => dialog.send({ ...hours, Dato: '2024-02-30' }), 'Noget i felterne mangler'],
    [() => dialog.send({ ...hours, Dato: '2024-03-15', Til: '08:00' }), 'slutter, før det begynder'],
    [() => dialog.send({ ...hours, Dato: '2023-12-08' }), `allerede et møde ${meetingDay}`],
  ]);
});
