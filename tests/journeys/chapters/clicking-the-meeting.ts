import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { committee, committeeChat, inventedPaper, meetingDay, storyPaper } from '../story.ts';
import { button, cardOn, type Desk, finish, openChat, openDialog, setClock } from '../windows.ts';

const paper = storyPaper(inventedPaper);
const agenda = [`Møde ${meetingDay}`, 'Tilmelding'];

/** A newcomer is shown the story in five steps. */
export async function firstRun({ windows, sanne }: Desk): Promise<void> {
  expect(await sanne.getByTestId('story').getByRole('listitem').count()).toBe(5);
  await windows.picture(sanne, 'first-run');
}

/** The secretary picks the paper in the file chooser, sees it as it was read and makes a meeting of it. */
export async function pickPaper({ windows, sanne }: Desk): Promise<void> {
  const chooser = sanne.waitForEvent('filechooser');
  await sanne.getByTestId('story-upload').click();
  await (await chooser).setFiles({
    name: paper.fileName,
    mimeType: 'text/plain',
    buffer: Buffer.from(paper.bytes),
  });
  await sanne.getByTestId('composer-send').click();
  const preview = cardOn(sanne, 'Mødepapiret er læst', paper.fileName);
  await preview.getByText(paper.theme).waitFor();
  await windows.picture(sanne, 'preview');
  await button(preview, 'Opret mødet').click();
  await sanne.getByTestId('note').getByText('Mødet er oprettet.').waitFor();
  await cardOn(sanne, `Næste skridt · ${committee}`, 'Senest').waitFor();
  const publish = button(cardOn(sanne, `Næste skridt · ${committee}`), 'Send dagsordenen');
  await publish.hover();
  expect(await groundOf(publish), 'still filled under the pointer').toBe(
    await groundOf(button(preview, 'Opret mødet')),
  );
  await windows.picture(sanne, 'meeting-made');
}

/** She publishes the agenda, and it appears in a member’s open window without a reload. */
export async function publishBeside({ windows, sanne, mette }: Desk): Promise<void> {
  await button(cardOn(sanne, `Næste skridt · ${committee}`), 'Send dagsordenen').click();
  await cardOn(mette, ...agenda).waitFor();
  await mette.getByTestId(`chat-${committeeChat}`).getByRole('img', { name: '1 ulæste' }).waitFor();
  await windows.picture(sanne, 'agenda-sent');
  await windows.picture(mette, 'agenda-of-a-member');
}

/** One answers with one press, another sends apologies and a substitute. */
export async function answerTheInvitation({ windows, mette, pia }: Desk): Promise<void> {
  await button(cardOn(mette, ...agenda), 'Jeg deltager').click();
  await cardOn(mette, ...agenda, 'Du har svaret, at du deltager.').waitFor();
  const dialog = await openDialog(pia, cardOn(pia, ...agenda), 'Afbud …');
  await dialog.getByLabel('Suppleant fra udvalget').selectOption('Vera Vikarsen');
  await dialog.getByLabel('Besked til formanden').fill('Jeg er på et opdigtet kursus.');
  await windows.picture(pia, 'apologies');
  expect(await finish(dialog, 'Send afbud')).toContain('Vera Vikarsen står som suppleant');
  await openChat(mette, committeeChat, committee);
  await cardOn(mette, ...agenda, '1 kommer, 1 afbud, 8 mangler').waitFor();
  await windows.picture(mette, 'shared-agenda');
}

/** The clock is moved to the end of the meeting; the draft lies among the documents. */
export async function moveTheClock({ windows, sanne }: Desk): Promise<void> {
  await setClock(sanne, '2023-12-08T12:30');
  await windows.picture(sanne, 'clock');
  await button(cardOn(sanne, `Næste skridt · ${committee}`), 'Mødet er holdt').click();
  await sanne.getByTestId('tab-documents').click();
  await sanne
    .getByTestId('documents')
    .getByRole('link', { name: /udkast\.docx/ })
    .waitFor();
  await windows.picture(sanne, 'draft-in-the-library');
}

function groundOf(place: Locator): Promise<string> {
  return place.evaluate('element => getComputedStyle(element).backgroundColor');
}
