import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { examplesFolder } from '../prerequisites.ts';
import { actionOf, type CardInChat, until } from '../support/local-person.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import type { ShownAction } from '../support/shown-card.ts';
import {
  agendaCard,
  approve,
  committee,
  committeeChat,
  draft,
  dropPaper,
  edited,
  editDraft,
  folder,
  holdMeeting,
  inventedPaper,
  meetingDay,
  minutesCard,
  nextStep,
  object,
  objection,
  objectionCard,
  openSending,
  publishAgenda,
  receiptIn,
  rule,
  ruling,
  type Story,
  sendApologies,
  sendVersion,
  storyPaper,
  tellStory,
} from './story.ts';
import { wordsOf } from './word-file.ts';

const realPaper = join(examplesFolder, 'luu-sosu-amu-2023-12-08.txt');
const papers = [
  { name: 'an invented paper', file: inventedPaper },
  { name: 'the real paper', file: realPaper },
];

describe.for(papers)('the story of a meeting, from $name', ({ file }) => {
  let program: RunningProgram;
  let story: Story;
  let oldApproval: ShownAction;
  let oldCard: CardInChat;
  let broken = false;

  beforeAll(async () => {
    if (!existsSync(file)) return;
    program = await startProgram();
    story = tellStory(program, storyPaper(file));
  });
  afterAll(async () => program?.close());

  /** A chapter; after one that failed the rest of the story is not told. */
  const chapter = (name: string, tell: (story: Story) => Promise<void>) =>
    it.skipIf(!existsSync(file))(name, async ({ skip }) => {
      skip(broken, 'an earlier chapter failed');
      onTestFailed(async () => {
        broken = true;
        process.stdout.write((await program.ask('status')).out);
      });
      await tell(story);
    });

  const inChat = ({ mette }: Story, words: readonly string[]) => mette.cardWith(words, committeeChat);

  const noteOf = async ({ teams }: Story, ending: string) =>
    (await teams.documents()).find(({ path }) => path.startsWith(folder) && path.endsWith(ending))?.note;

  chapter('the secretary drops the paper and sees it as it was read, before anything is made of it', async (told) => {
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
  });

  chapter('the published agenda stands in the committee’s chat and with each member, with papers that open', async (told) => {
    const answer = await publishAgenda(told);
    expect(answer.text).toContain('Dagsordenen er sendt. Den er sendt til 10 personer');
    const again = await told.sanne.press(await nextStep(told, 'Hold mødet'), { title: 'Send dagsordenen' }).catch(String);
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
  });

  chapter('a yes and a no with a substitute are counted on the one shared card', async (told) => {
    const yes = await told.mette.press(await agendaCard(told.mette), { verb: 'invitation.answer' });
    expect(yes).toMatchObject({ kind: 'card', text: expect.stringContaining('Du har svaret, at du deltager.') });
    const no = await sendApologies(told);
    expect(no.text).toBe(
      `Dit afbud er sendt. Dit afbud til mødet ${meetingDay} er gemt. Vera Vikarsen står som suppleant i dit sted.`,
    );
    await inChat(told, ['1 kommer, 1 afbud, 8 mangler']);
    const agendas = await told.mette.cardsWith([`Møde ${meetingDay}`, 'Tilmelding'], committeeChat);
    expect(agendas, 'changed in place, not posted anew').toHaveLength(1);
    expect(agendas[0]?.text, 'the reason is for the chair').not.toContain('opdigtet kursus');
  });

  chapter('after the meeting the draft of the minutes lies in the library, with who came and who did not', async (told) => {
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
  });

  chapter('what the secretary writes in Word is what is sent; a file changed after her look is not', async (told) => {
    await editDraft(told, edited.from, 'Dagsordenen blev godkendt uden videre.');
    await told.teams.moveClock({ local: '2023-12-11T10:00' });
    const looked = await openSending(told, 1);
    expect(looked.text).toContain('8 personer bliver spurgt og kan svare indtil fredag den 22. december 2023 kl. 24.00.');
    await editDraft(told, 'Dagsordenen blev godkendt uden videre.', edited.to);
    const refused = await looked.send();
    expect(refused.text).toContain('Referatets Word-fil er ændret, siden du så den igennem. Der er ikke sendt noget.');
    expect(await told.mette.cardsWith(['Vigtigste beslutninger'])).toEqual([]);

    const sent = await (await openSending(told, 1)).send();
    expect(sent.text).toBe(
      'Version 1 er sendt til godkendelse. 8 personer er spurgt, og de kan svare indtil fredag den 22. december 2023 kl. 24.00.',
    );
    const card = await minutesCard(told.mette, 1);
    expect(card.text).toContain('Læs referatet, og svar senest fredag den 22. december 2023 kl. 24.00.');
    expect(card.text).toContain('Hører vi ikke fra dig, er referatet godkendt (forretningsordenens punkt 6).');
    expect(card.text).toContain(edited.to);
    const version = await until('version 1 as Word', async () =>
      (await told.teams.documents()).find(({ path }) => path.startsWith(folder) && path.endsWith('version 1.docx')),
    );
    expect(version.note).toBe('version 1 · sendt til godkendelse');
    expect(wordsOf(await told.teams.open(version.href))).toContain(edited.to);
  });

  chapter('an approval has one receipt, however often it is pressed; an objection is counted and not told', async (told) => {
    await told.teams.moveClock({ local: '2023-12-12T10:12' });
    oldCard = await minutesCard(told.mette, 1);
    oldApproval = actionOf(oldCard, 'minutes.approve');
    const presses = await Promise.all([1, 2, 3].map(() => told.mette.press(oldCard, oldApproval)));
    expect(new Set(presses.map(({ text }) => receiptIn(text))).size).toBe(1);
    expect(presses[0]?.text).toContain('Du har godkendt tirsdag den 12. december 2023 kl. 10.12 · kvittering ');

    const objected = await object(told);
    expect(objected.text).toContain('Din indsigelse er modtaget. Modtaget tirsdag den 12. december 2023 kl. 10.12');
    expect(objected.text).toContain('Formand og referent ser din indsigelse.');
    const shared = await inChat(told, [`version 1`, '2 af 8 har svaret · 1 indsigelse']);
    expect(shared.text).not.toContain(objection.text);
    expect(shared.text).not.toContain('Pia');
    expect((await minutesCard(told.pia, 1)).text).toContain(
      `Du har gjort indsigelse mod punkt 6 tirsdag den 12. december 2023 kl. 10.12 · kvittering ${receiptIn(objected.text)}`,
    );
  });

  chapter('chair and minute-taker see the objection beside today’s words, and the chair’s ruling goes to the objector', async (told) => {
    for (const ruler of [told.karen, told.sanne]) {
      const card = await objectionCard(ruler);
      expect(card.text).toContain('Pia Skrøne');
      expect(card.text).toContain(objection.proposedWording);
      expect(card.text).toContain('Sådan står der nu');
    }
    expect(await told.mette.cardsWith([objection.text])).toEqual([]);
    expect((await rule(told)).text).toContain('Afgørelsen er gemt. Indsigelsen er taget til følge.');
    const told2 = await told.pia.cardWith(['Din indsigelse er taget til følge']);
    expect(told2.text).toContain(ruling.reason);
    await told.sanne.cardWith(['Indsigelse modtaget', 'Indsigelsen er taget til følge.']);
  });

  chapter('version 2 says what was changed and opens a window of its own; a press on version 1 is not counted', async (told) => {
    await told.teams.moveClock({ local: '2023-12-18T09:00' });
    const sent = await sendVersion(told, 2);
    expect(sent.text).toContain('Version 2 er sendt til godkendelse.');
    expect(sent.text).toContain('onsdag den 27. december 2023 kl. 24.00');
    const card = await minutesCard(told.mette, 2);
    expect(card.text).toContain('Ændret siden version 1: punkt 6 (Beslutning).');
    expect(card.text).toContain(ruling.decision);
    expect(card.text).toContain('Den nye version har sin egen frist, 7 dage efter udsendelsen, flyttet på grund af en weekend eller helligdag.');
    expect(card.buttons).toContain('Godkend');

    const superseded = await told.mette.cardWith(['version 1', 'Version 2 er sendt ud. Svar på det kort']);
    expect(superseded.buttons).toEqual([]);
    const press = await told.mette.press(oldCard, oldApproval);
    expect(press.text).toContain('Version 2 er sendt ud. Kortet, du svarede på, viser en ældre tekst');
    await inChat(told, ['version 2', '0 af 8 har svaret · 0 indsigelser']);
  });

  chapter('version 2 is approved from the own chat and from the shared one, with a receipt each', async (told) => {
    const own = await approve(told.mette, 2);
    expect(own.text).toContain(`kvittering ${receiptIn(own.text)}`);
    const shared = await inChat(told, ['version 2', 'har svaret']);
    const approval = actionOf(shared, 'minutes.approve');
    const first = await told.bo.press({ ...shared }, approval);
    const second = await told.bo.press({ ...shared }, approval);
    expect(first).toMatchObject({ kind: 'message', text: expect.stringContaining('Din godkendelse er gemt.') });
    expect(second.text).toContain('Det tæller én gang.');
    expect(receiptIn(second.text)).toBe(receiptIn(first.text));
    expect(receiptIn(first.text)).not.toBe(receiptIn(own.text));
    await inChat(told, ['version 2', '2 af 8 har svaret · 0 indsigelser']);
  });

  chapter('at the deadline nothing counts any more, and a little later the silence has approved', async (told) => {
    await told.teams.moveClock({ to: 'deadline' });
    const late = await told.karen.press(await minutesCard(told.karen, 2), { verb: 'minutes.approve' });
    expect(late.text).toContain('Fristen udløb onsdag den 27. december 2023 kl. 24.00');
    expect((await told.teams.happenings()).some(({ text }) => text.includes('er gjort op'))).toBe(false);
    await told.teams.moveClock({ local: '2023-12-28T00:05' });
    const outcome = await told.mette.cardWith(['Referatet er godkendt: ingen indsigelser inden fristen.', '8 personer er spurgt']);
    expect(outcome.text).toContain('8 personer er spurgt · 2 har godkendt · 0 har gjort indsigelse · 6 har ikke svaret');
    for (const [words, beginning] of [['Åbn referat', '%PDF'], ['Åbn i Word', 'PK\u0003\u0004']]) {
      const link = outcome.links.find((each) => each.words === words);
      expect(await beginningOf(told, link?.href)).toBe(beginning);
    }
    const shared = await inChat(told, ['version 2', 'Referatet er godkendt: ingen indsigelser inden fristen.']);
    expect(shared.buttons).toEqual([]);
    await nextStep(told, 'Mødet er ført til ende');
  });

  chapter('the library says of each paper what became of it', async (told) => {
    for (const ending of ['version 2.docx', 'version 2.pdf']) {
      const note = await until('the stamp', async () => {
        const found = await noteOf(told, ending);
        return found?.includes('godkendt') === true && found;
      });
      expect(note).toMatch(/^version 2 · Referatet er godkendt · /);
      expect(await noteOf(told, ending.replace('2', '1'))).toBe('version 1 · sendt til godkendelse');
    }
    const files = (await told.teams.documents()).filter(({ path }) => path.startsWith(`${folder}/Referat/`));
    expect(files.map(({ path }) => path.split(', ').at(-1)?.slice(-14))).toHaveLength(5);
  });

  chapter('the next meeting’s agenda says what became of these minutes', async (told) => {
    await told.sanne.say('hjælp');
    const menu = await told.sanne.cardWith(['Dine udvalg']);
    const dialog = await told.sanne.openDialog(menu, { title: 'Planlæg møde …' });
    const planned = await dialog.send({ Udvalg: committee, Dato: '2024-03-15', Fra: '09:00', Til: '12:00', Sted: 'SOSU MV Herning' });
    expect(planned.text).toContain('Mødet fredag den 15. marts 2024 er oprettet.');
    const next = await told.sanne.cardWith(['Næste skridt', 'fredag den 15. marts 2024', 'Send dagsordenen']);
    await told.sanne.press(next, { verb: 'agenda.publish' });
    const agenda = await inChat(told, ['Møde fredag den 15. marts 2024', 'Åbn dagsorden (PDF)']);
    expect(agenda.text).toContain(`Godkendelse af referat fra mødet ${meetingDay}`);
    const word = await until('the agenda as Word', async () =>
      (await told.teams.documents()).find(({ path }) => path.includes('2024-03-15') && path.endsWith('.docx')),
    );
    const words = wordsOf(await told.teams.open(word.href));
    expect(words).toContain('Undervejs kom der 1 indsigelse');
    expect(words).toContain('taget til følge');
    expect(words).toContain(
      'Da fristen udløb onsdag den 27. december 2023 kl. 24.00, stod der ingen indsigelser mod referatet. Det er derfor godkendt i version 2 efter forretningsordenens punkt 6.',
    );
  });

  chapter('in the end nothing waits, nothing was given up, and the log is whole', async ({ program }) => {
    await until('an empty outbox', async () => (await program.ask('status')).out.includes(' 0 venter,'));
    expect((await program.ask('status')).out).toMatch(/^Udbakke: \d+ udført, 0 venter, 0 venter på en person, 0 opgivet\.\s*$/);
    expect(await program.ask('verify')).toMatchObject({ code: 0, out: expect.stringContaining('Hændelsesloggen er hel') });
    const { code, err } = await program.stop();
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

async function beginningOf({ teams }: Story, href: string | undefined): Promise<string> {
  return String.fromCodePoint(...(await teams.open(href ?? '')).slice(0, 4));
}
