import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Answered,
  type CardInChat,
  connectTo,
  type LocalPerson,
  type LocalTeams,
  type OpenDialog,
  until,
} from '../support/local-person.ts';
import { projectRoot, type RunningProgram } from '../support/running-program.ts';
import { editWordFile } from './word-file.ts';

/** The committee of the story, the day of its meeting, and the chat all its members share. */
export const committee = 'LUU SOSU-AMU';
export const committeeChat = '19:demo-luu-sosu-amu@thread.v2';
export const meetingDay = 'fredag den 8. december 2023';
export const folder = `${committee}/2023/2023-12-08 Møde`;

/** What the secretary changes in Word before the minutes go out, and what the objector wants item 6 to say. */
export const edited = {
  from: 'Dagsordenen blev godkendt.',
  to: 'Dagsordenen blev godkendt med en opdigtet tilføjelse til Eventuelt.',
} as const;
export const objection = {
  text: 'Det står ikke, hvem der hjælper med udkastet.',
  proposedWording: 'Det blev besluttet, at Struer Kommune hjælper med udkastet.',
} as const;
export const ruling = {
  reason: 'Det blev sagt på mødet, men mangler i referatet.',
  decision: objection.proposedWording,
} as const;

export type StoryPaper = {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly theme: string;
  readonly sixthItem: string;
};

/** Read off the paper itself, so that the story need not repeat a real paper's words. */
export function storyPaper(file: string): StoryPaper {
  const bytes = new Uint8Array(readFileSync(file));
  const text = new TextDecoder().decode(bytes);
  const found = (pattern: RegExp) => pattern.exec(text)?.[1] ?? `nothing like ${pattern}`;
  return {
    fileName: 'Referat 8. december.txt',
    bytes,
    theme: found(/^ ?Temaet for mødet er: (.+?)\s*$/m),
    sixthItem: found(/^ ?6\. (.+?)(?: v\. .*)?\s*$/m),
  };
}

export const inventedPaper = join(projectRoot, 'tests/journeys/papers/luu-sosu-amu-opdigtet.txt');

/** What a story asks of the program it is told to; it may be several. */
export type ToldProgram = Pick<RunningProgram, 'origin' | 'dataDir' | 'said' | 'ask' | 'stop'>;

export type Story = {
  readonly program: ToldProgram;
  readonly teams: LocalTeams;
  readonly paper: StoryPaper;
  /** Secretary and minute-taker. */
  readonly sanne: LocalPerson;
  readonly karen: LocalPerson;
  readonly bo: LocalPerson;
  readonly mette: LocalPerson;
  readonly pia: LocalPerson;
  /** Bo's card of version 1, never pressed: an old card by the time version 2 is out. */
  readonly kept: { oldCard?: CardInChat };
};

export function tellStory(program: ToldProgram, paper: StoryPaper): Story {
  const teams = connectTo(program.origin);
  const [sanne, karen, bo, mette, pia] = (['sanne', 'karen', 'bo', 'mette', 'pia'] as const).map(
    teams.person,
  ) as [LocalPerson, LocalPerson, LocalPerson, LocalPerson, LocalPerson];
  return { program, teams, paper, sanne, karen, bo, mette, pia, kept: {} };
}

export const inChat = ({ mette }: Story, words: readonly string[]) => mette.cardWith(words, committeeChat);

/** The first four bytes: what kind of file it is. */
export async function beginningOf({ teams }: Story, href: string | undefined): Promise<string> {
  return String.fromCodePoint(...(await teams.open(href ?? '')).slice(0, 4));
}

/** The secretary drops the paper in her chat and sees it as it was read. */
export async function dropPaper({ sanne, paper }: Story): Promise<CardInChat> {
  await sanne.sendFile(paper.fileName, paper.bytes);
  return sanne.cardWith(['Mødepapiret er læst', paper.fileName]);
}

export const nextStep = ({ sanne }: Story, step: string) =>
  sanne.cardWith([`Næste skridt · ${committee}`, step]);

export async function publishAgenda(story: Story): Promise<Answered> {
  return story.sanne.press(await nextStep(story, 'Send dagsordenen'), { verb: 'agenda.publish' });
}

/** The invitation as one member has it, in the personal chat. */
export const agendaCard = (person: LocalPerson) =>
  person.cardWith([committee, `Møde ${meetingDay}`, 'Tilmelding']);

/** Pia sends Vera, and says why. */
export async function sendApologies({ pia }: Story): Promise<Answered> {
  const dialog = await pia.openDialog(await agendaCard(pia), { title: 'Afbud …' });
  return dialog.send({
    'Suppleant fra udvalget': 'Vera Vikarsen',
    'Besked til formanden': 'Jeg er på et opdigtet kursus.',
  });
}

export async function holdMeeting(story: Story): Promise<Answered> {
  await story.teams.moveClock({ local: '2023-12-08T12:30' });
  return story.sanne.press(await nextStep(story, 'Mødet er holdt'), { verb: 'meeting.hold' });
}

/** The draft as it lies in the library; waited for. */
export const draft = ({ teams }: Story) =>
  until('the draft in the library', async () =>
    (await teams.documents()).find(({ path }) => path.startsWith(folder) && path.endsWith('udkast.docx')),
  );

/** The secretary saves another text, as Word does, while the program runs. */
export async function editDraft(story: Story, from: string, to: string): Promise<void> {
  const { path } = await draft(story);
  editWordFile(join(story.program.dataDir, 'library', path), from, to);
}

export async function openSending(story: Story, version: number): Promise<OpenDialog> {
  const step = `Send version ${version} …`;
  return story.sanne.openDialog(await nextStep(story, step), { title: step });
}

/** From the opened dialog to the answer; version 2 waits until the ruling stands in the draft. */
export async function sendVersion(story: Story, version: number): Promise<Answered> {
  if (version > 1) await rulingInDraft(story);
  return (await openSending(story, version)).send();
}

export const rulingInDraft = ({ teams }: Story) =>
  until('the ruling in the draft', async () => {
    const told = (await teams.happenings()).filter(({ text }) => text.startsWith('Udkastet til referat'));
    return told.length === 2;
  });

/** The card on which one member answers one version. */
export const minutesCard = (person: LocalPerson, version: number) =>
  person.cardWith([`Referat fra mødet ${meetingDay}, version ${version}`, 'Vigtigste beslutninger']);

export async function approve(person: LocalPerson, version: number): Promise<Answered> {
  return person.press(await minutesCard(person, version), { verb: 'minutes.approve' });
}

/** Pia objects to item 6. */
export async function object({ pia, paper }: Story): Promise<Answered> {
  const dialog = await pia.openDialog(await minutesCard(pia, 1), { title: 'Gør indsigelse …' });
  return dialog.send({
    'Hvilket punkt gælder det?': `6. ${paper.sixthItem}`,
    'Hvad er forkert eller mangler?': objection.text,
    'Hvad skal der stå i stedet?': objection.proposedWording,
  });
}

export const objectionCard = (person: LocalPerson) =>
  person.cardWith(['Indsigelse modtaget', objection.text]);

/** The chair rules: the objector is right. */
export async function rule({ karen }: Story): Promise<Answered> {
  const dialog = await karen.openDialog(await objectionCard(karen), { title: 'Tag til følge …' });
  return dialog.send({ Begrundelse: ruling.reason, Beslutning: ruling.decision });
}

/** "kvittering K7F3-92", wherever it is said. */
export function receiptIn(text: string): string {
  const receipt = /kvittering ([A-Z0-9]{4}-[A-Z0-9]{2})/.exec(text)?.[1];
  if (receipt === undefined) throw new Error(`no receipt in: ${text}`);
  return receipt;
}
