import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { chromiumPath } from '../prerequisites.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import {
  committee,
  committeeChat,
  inventedPaper,
  meetingDay,
  objection,
  ruling,
  storyPaper,
} from './story.ts';
import {
  button,
  cardOn,
  finish,
  openDialog,
  openWindows,
  setClock,
  tabBackTo,
  type Windows,
} from './windows.ts';

const paper = storyPaper(inventedPaper);
const agenda = [`Møde ${meetingDay}`, 'Tilmelding'];
const version = (number: number) => `${meetingDay}, version ${number}`;

describe.skipIf(chromiumPath === undefined)(
  'the story by clicking, in several windows beside each other',
  () => {
    let program: RunningProgram;
    let windows: Windows;
    let sanne: Page;
    let mette: Page;
    let pia: Page;
    let broken = false;

    beforeAll(async () => {
      program = await startProgram();
      windows = await openWindows(program.origin);
    });
    afterAll(async () => {
      await windows?.close();
      await program?.close();
    });

    const chapter = (name: string, tell: () => Promise<void>) =>
      it(name, async ({ skip }) => {
        skip(broken, 'an earlier chapter failed');
        onTestFailed(async () => {
          broken = true;
          process.stdout.write(program.said());
          for (const page of [sanne, mette, pia])
            if (page !== undefined) await windows.picture(page, 'failed');
        });
        await tell();
      });

    chapter('a newcomer is shown the story in five steps', async () => {
      sanne = await windows.open('sanne', '');
      expect(await sanne.getByTestId('story').getByRole('listitem').count()).toBe(5);
      await windows.picture(sanne, 'first-run');
    });

    chapter(
      'the secretary picks the paper in the file chooser, sees it as it was read and makes a meeting of it',
      async () => {
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
        await windows.picture(sanne, 'meeting-made');
      },
    );

    chapter(
      'she publishes the agenda, and it appears in a member’s open window without a reload',
      async () => {
        mette = await windows.open('mette');
        await button(cardOn(sanne, `Næste skridt · ${committee}`), 'Send dagsordenen').click();
        await cardOn(mette, ...agenda).waitFor();
        await mette.getByTestId(`chat-${committeeChat}`).getByRole('img', { name: '1 ulæste' }).waitFor();
        await windows.picture(sanne, 'agenda-sent');
        await windows.picture(mette, 'agenda-of-a-member');
      },
    );

    chapter('one answers with one press, another sends apologies and a substitute', async () => {
      await button(cardOn(mette, ...agenda), 'Jeg deltager').click();
      await cardOn(mette, ...agenda, 'Du har svaret, at du deltager.').waitFor();
      pia = await windows.open('pia');
      const dialog = await openDialog(pia, cardOn(pia, ...agenda), 'Afbud …');
      await dialog.getByLabel('Suppleant fra udvalget').selectOption('Vera Vikarsen');
      await dialog.getByLabel('Besked til formanden').fill('Jeg er på et opdigtet kursus.');
      await windows.picture(pia, 'apologies');
      expect(await finish(dialog, 'Send afbud')).toContain('Vera Vikarsen står som suppleant');
      await mette.getByTestId(`chat-${committeeChat}`).click();
      await cardOn(mette, ...agenda, '1 kommer, 1 afbud, 8 mangler').waitFor();
      await windows.picture(mette, 'shared-agenda');
    });

    chapter('the clock is moved to the end of the meeting; the draft lies among the documents', async () => {
      await setClock(sanne, '2023-12-08T12:30');
      await windows.picture(sanne, 'clock');
      await button(cardOn(sanne, `Næste skridt · ${committee}`), 'Mødet er holdt').click();
      await sanne.getByTestId('tab-documents').click();
      await sanne
        .getByTestId('documents')
        .getByRole('link', { name: /udkast\.docx/ })
        .waitFor();
      await windows.picture(sanne, 'draft-in-the-library');
    });

    chapter('she looks the minutes through and sends version 1', async () => {
      await setClock(sanne, '2023-12-11T10:00');
      const card = cardOn(sanne, `Næste skridt · ${committee}`, 'Send version 1 …');
      const dialog = await openDialog(sanne, card, 'Send version 1 …');
      await windows.picture(sanne, 'looking-through');
      expect(await finish(dialog, 'Send version 1 til 8 personer')).toContain(
        'Version 1 er sendt til godkendelse.',
      );
    });

    chapter('a member approves by keyboard alone and has a receipt', async () => {
      await mette.getByTestId('chat-a:local-mette').click();
      await cardOn(mette, version(1), 'Godkend').waitFor();
      await windows.picture(mette, 'minutes-for-approval');
      await mette.getByTestId('composer-text').focus();
      await tabBackTo(mette, 'Godkend');
      await windows.picture(mette, 'focus-on-approve');
      await mette.keyboard.press('Enter');
      await cardOn(mette, version(1), 'kvittering').waitFor();
      await windows.picture(mette, 'approved-with-receipt');
    });

    chapter('another objects to item 6 and proposes other words', async () => {
      const dialog = await openDialog(pia, cardOn(pia, version(1)), 'Gør indsigelse …');
      await dialog.getByLabel('Hvilket punkt gælder det?').selectOption(`6. ${paper.sixthItem}`);
      await dialog.getByLabel('Hvad er forkert eller mangler?').fill(objection.text);
      await dialog.getByLabel('Hvad skal der stå i stedet?').fill(objection.proposedWording);
      await windows.picture(pia, 'objecting');
      expect(await finish(dialog, 'Send indsigelse')).toContain('kvittering');
      await cardOn(pia, version(1), 'Du har gjort indsigelse mod punkt 6').waitFor();
      await windows.picture(pia, 'objected');
    });

    chapter('the chair rules with the words that shall stand there', async () => {
      const karen = await windows.open('karen');
      const received = cardOn(karen, 'Indsigelse modtaget', objection.text);
      await received.waitFor();
      await windows.picture(karen, 'objection-received');
      const dialog = await openDialog(karen, received, 'Tag til følge …');
      await dialog.getByLabel('Begrundelse').fill(ruling.reason);
      await dialog.getByLabel('Beslutning').fill(ruling.decision);
      await windows.picture(karen, 'ruling');
      expect(await finish(dialog, 'Gem afgørelsen')).toContain('Indsigelsen er taget til følge.');
      await cardOn(pia, 'Din indsigelse er taget til følge', ruling.reason).waitFor();
      await windows.picture(pia, 'ruling-told');
      await karen.close();
    });

    chapter('version 2 goes out with its own deadline, and both approve it', async () => {
      await setClock(sanne, '2023-12-18T09:00');
      const card = cardOn(sanne, `Næste skridt · ${committee}`, 'Send version 2 …');
      const dialog = await openDialog(sanne, card, 'Send version 2 …');
      await dialog.getByText('Ændret siden version 1').waitFor();
      await windows.picture(sanne, 'looking-through-version-2');
      await finish(dialog, 'Send version 2 til 8 personer');
      for (const page of [mette, pia]) {
        await button(cardOn(page, version(2), 'Ændret siden version 1'), 'Godkend').click();
        await cardOn(page, version(2), 'kvittering').waitFor();
      }
      await windows.picture(mette, 'version-2-approved');
      await mette.getByTestId(`chat-${committeeChat}`).click();
      await cardOn(mette, version(2), '2 af 8 har svaret').waitFor();
      await windows.picture(mette, 'shared-status');
    });

    chapter('past the deadline the silence has approved, and the papers say so', async () => {
      await sanne.getByTestId('tab-clock').click();
      await sanne.getByTestId('clock-past-deadline').click();
      await cardOn(mette, version(2), 'Referatet er godkendt: ingen indsigelser inden fristen.').waitFor();
      await windows.picture(mette, 'shared-outcome');
      const outcome = cardOn(pia, 'Referatet er godkendt', '8 personer er spurgt');
      await outcome.waitFor();
      await windows.picture(pia, 'outcome');
      const paperWindow = pia.waitForEvent('popup');
      await outcome
        .getByRole('link', { name: 'Åbn referat' })
        .or(button(outcome, 'Åbn referat'))
        .first()
        .click();
      await (await paperWindow).close();
      await sanne.getByTestId('tab-documents').click();
      await sanne.getByTestId('documents').getByText('Referatet er godkendt').first().waitFor();
      await windows.picture(sanne, 'documents');
      await sanne.getByTestId('tab-happenings').click();
      await sanne.getByTestId('happenings').getByText('Version 2 er gjort op.').waitFor();
      await windows.picture(sanne, 'happenings');
    });

    chapter(
      'the next meeting is planned in a dialog, and its agenda says what became of these minutes',
      async () => {
        await sanne.getByTestId('command-hjælp').click();
        const dialog = await openDialog(
          sanne,
          cardOn(sanne, 'Dine udvalg', 'Planlæg møde …'),
          'Planlæg møde …',
        );
        await dialog.getByLabel('Udvalg').selectOption(committee);
        await dialog.getByLabel('Dato').fill('2024-03-15');
        await dialog.getByLabel('Fra').fill('09:00');
        await dialog.getByLabel('Til').fill('12:00');
        await windows.picture(sanne, 'planning');
        await finish(dialog, 'Opret mødet');
        const step = cardOn(
          sanne,
          `Næste skridt · ${committee}`,
          'fredag den 15. marts 2024',
          'Send dagsordenen',
        );
        await button(step, 'Send dagsordenen').click();
        const next = cardOn(mette, 'Møde fredag den 15. marts 2024', 'Tilmelding');
        await next.waitFor();
        await next.getByRole('button', { name: /Læs mere om punkt 2/ }).click();
        await mette.getByTestId('dialog').getByText('godkendt i version 2').waitFor();
        await windows.picture(mette, 'last-minutes-on-the-next-agenda');
        await mette.keyboard.press('Escape');
      },
    );

    chapter('the same chat in the dark and on a narrow screen, without sideways scrolling', async () => {
      await mette.getByTestId('chat-a:local-mette').click();
      await cardOn(mette, 'Referatet er godkendt', '8 personer er spurgt').scrollIntoViewIfNeeded();
      await mette.emulateMedia({ colorScheme: 'dark' });
      await windows.picture(mette, 'dark');
      await mette.setViewportSize({ width: 400, height: 800 });
      await windows.picture(mette, 'narrow-and-dark');
      await mette.emulateMedia({ colorScheme: 'light' });
      await windows.picture(mette, 'narrow');
      expect(await mette.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
        0,
      );
      expect(windows.complaints()).toEqual([]);
    });
  },
);
