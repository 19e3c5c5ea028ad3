import { expect } from 'vitest';
import { personalChat } from '../../support/local-person.ts';
import {
  committee,
  committeeChat,
  inventedPaper,
  meetingDay,
  objection,
  ruling,
  storyPaper,
} from '../story.ts';
import { button, cardOn, type Desk, finish, openChat, openDialog, setClock, tabBackTo } from '../windows.ts';

const paper = storyPaper(inventedPaper);
const version = (number: number) => `${meetingDay}, version ${number}`;

/** She looks the minutes through and sends version 1. */
export async function lookThroughAndSend({ windows, sanne }: Desk): Promise<void> {
  await setClock(sanne, '2023-12-11T10:00');
  const card = cardOn(sanne, `Næste skridt · ${committee}`, 'Send version 1 …');
  const dialog = await openDialog(sanne, card, 'Send version 1 …');
  await windows.picture(sanne, 'looking-through');
  expect(await finish(dialog, 'Send version 1 til 8 personer')).toContain(
    'Version 1 er sendt til godkendelse.',
  );
}

/** A member approves by keyboard alone and has a receipt. */
export async function approveByKeyboard({ windows, mette }: Desk): Promise<void> {
  await openChat(mette, personalChat('mette'), 'Udvalgsbot');
  await cardOn(mette, version(1), 'Godkend', 'Åbn referat').waitFor();
  await windows.picture(mette, 'minutes-for-approval');
  await mette.getByTestId('composer-text').focus();
  await tabBackTo(mette, 'Godkend');
  await windows.picture(mette, 'focus-on-approve');
  await mette.keyboard.press('Enter');
  await cardOn(mette, version(1), 'kvittering').waitFor();
  await windows.picture(mette, 'approved-with-receipt');
}

/** Another objects to item 6 and proposes other words. */
export async function objectInDialog({ windows, pia }: Desk): Promise<void> {
  const dialog = await openDialog(pia, cardOn(pia, version(1)), 'Gør indsigelse …');
  await dialog.getByLabel('Hvilket punkt gælder det?').selectOption(`6. ${paper.sixthItem}`);
  await dialog.getByLabel('Hvad er forkert eller mangler?').fill(objection.text);
  await dialog.getByLabel('Hvad skal der stå i stedet?').fill(objection.proposedWording);
  await windows.picture(pia, 'objecting');
  expect(await finish(dialog, 'Send indsigelse')).toContain('kvittering');
  await cardOn(pia, version(1), 'Du har gjort indsigelse mod punkt 6').waitFor();
  await windows.picture(pia, 'objected');
}

/** The chair rules with the words that shall stand there. */
export async function ruleInDialog({ windows, pia }: Desk): Promise<void> {
  const karen = await windows.open('karen');
  const received = cardOn(karen, 'Indsigelse modtaget', objection.text);
  await received.waitFor();
  await windows.picture(karen, 'objection-received');
  const dialog = await openDialog(karen, received, 'Tag til følge …');
  await dialog.getByLabel('Begrundelse').fill(ruling.reason);
  await dialog.getByRole('textbox', { name: 'Beslutning' }).fill(ruling.decision);
  await windows.picture(karen, 'ruling');
  expect(await finish(dialog, 'Gem afgørelsen')).toContain('Indsigelsen er taget til følge.');
  await cardOn(pia, 'Din indsigelse er taget til følge', ruling.reason).waitFor();
  await windows.picture(pia, 'ruling-told');
  await karen.close();
}

/** Version 2 goes out with its own deadline, and both approve it. */
export async function secondVersionApproved({ windows, sanne, mette, pia }: Desk): Promise<void> {
  await setClock(sanne, '2023-12-18T09:00');
  const card = cardOn(sanne, `Næste skridt · ${committee}`, 'Send version 2 …');
  const dialog = await openDialog(sanne, card, 'Send version 2 …');
  await dialog.getByText('Ændret siden version 1').waitFor();
  await windows.picture(sanne, 'looking-through-version-2');
  await finish(dialog, 'Send version 2 til 8 personer');
  for (const page of [mette, pia]) {
    await button(cardOn(page, version(2), 'Ændret siden version 1', 'Åbn referat'), 'Godkend').click();
    await cardOn(page, version(2), 'kvittering').waitFor();
  }
  await windows.picture(mette, 'version-2-approved');
  await openChat(mette, committeeChat, committee);
  await cardOn(mette, version(2), '2 af 8 har svaret').waitFor();
  await windows.picture(mette, 'shared-status');
}
