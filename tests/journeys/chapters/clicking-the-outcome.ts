import { expect } from 'vitest';
import { personalChat } from '../../support/local-person.ts';
import { committee, meetingDay } from '../story.ts';
import { button, cardOn, type Desk, finish, openChat, openDialog } from '../windows.ts';

const version = (number: number) => `${meetingDay}, version ${number}`;

/** Past the deadline the silence has approved, and the papers say so. */
export async function silenceSeen({ windows, sanne, mette, pia }: Desk): Promise<void> {
  await sanne.getByTestId('tab-clock').click();
  await sanne.getByTestId('clock-past-deadline').click();
  await cardOn(mette, version(2), 'Referatet er godkendt: ingen indsigelser inden fristen.').waitFor();
  await windows.picture(mette, 'shared-outcome');
  const outcome = cardOn(pia, 'Referatet er godkendt', '8 personer er spurgt');
  await outcome.waitFor();
  await windows.picture(pia, 'outcome');
  const paperWindow = pia.waitForEvent('popup');
  await outcome.getByRole('link', { name: 'Åbn referat' }).or(button(outcome, 'Åbn referat')).first().click();
  await (await paperWindow).close();
  await sanne.getByTestId('tab-documents').click();
  await sanne.getByTestId('documents').getByText('Referatet er godkendt').first().waitFor();
  await windows.picture(sanne, 'documents');
  await sanne.getByTestId('tab-happenings').click();
  await sanne.getByTestId('happenings').getByText('Version 2 er afgjort.').waitFor();
  await windows.picture(sanne, 'happenings');
}

/** The next meeting is planned in a dialog, and its agenda says what became of these minutes. */
export async function nextMeetingPlanned({ windows, sanne, mette }: Desk): Promise<void> {
  await sanne.getByTestId('command-hjælp').click();
  const dialog = await openDialog(sanne, cardOn(sanne, 'Dine udvalg', 'Planlæg møde …'), 'Planlæg møde …');
  await dialog.getByLabel('Udvalg').selectOption(committee);
  await dialog.getByLabel('Dato').fill('2024-03-15');
  await dialog.getByLabel('Fra').fill('09:00');
  await dialog.getByLabel('Til').fill('12:00');
  await windows.picture(sanne, 'planning');
  await finish(dialog, 'Opret mødet');
  const step = cardOn(sanne, `Næste skridt · ${committee}`, 'fredag den 15. marts 2024', 'Send dagsordenen');
  await button(step, 'Send dagsordenen').click();
  const next = cardOn(mette, 'Møde fredag den 15. marts 2024', 'Tilmelding');
  await next.waitFor();
  await next.getByRole('button', { name: /Læs mere om punkt 2/ }).click();
  await mette.getByTestId('dialog').getByText('godkendt i version 2').waitFor();
  await windows.picture(mette, 'last-minutes-on-the-next-agenda');
  await mette.keyboard.press('Escape');
}

/** The same chat in the dark and on a narrow screen, without sideways scrolling. */
export async function darkAndNarrow({ windows, mette }: Desk): Promise<void> {
  await openChat(mette, personalChat('mette'), 'Udvalgsbot');
  await cardOn(mette, 'Referatet er godkendt', '8 personer er spurgt').scrollIntoViewIfNeeded();
  await mette.emulateMedia({ colorScheme: 'dark' });
  await windows.picture(mette, 'dark');
  await mette.setViewportSize({ width: 400, height: 800 });
  await windows.picture(mette, 'narrow-and-dark');
  await mette.emulateMedia({ colorScheme: 'light' });
  await windows.picture(mette, 'narrow');
  expect(await mette.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(windows.complaints()).toEqual([]);
}
