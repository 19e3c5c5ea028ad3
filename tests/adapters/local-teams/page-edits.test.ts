import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../../prerequisites.ts';
import { usePage, windowOf } from './browser-bench.ts';
import { message } from './committee-card.ts';
import { memberChat, sampleCard } from './invented-committee.ts';

describe.skipIf(chromiumPath === undefined)(
  'a card edited under a person’s hands',
  { timeout: 60_000 },
  () => {
    const on = usePage();

    /** The same card with a link more, as when the PDF is ready. */
    const withLink = () => {
      const card = sampleCard();
      const link = { type: 'Action.OpenUrl', title: 'Åbn PDF', url: 'http://127.0.0.1/a.pdf' };
      return { ...card, actions: [link, ...card.actions] };
    };
    const edit = (id: string, card: unknown) =>
      on.bench.connector('PUT', `v3/conversations/${memberChat}/activities/${id}`, message(card));

    it('keeps the focus on the button of the same name, so that Enter presses it', async () => {
      const id = await on.post(memberChat, sampleCard());
      const page = await on.open(windowOf('medlem', memberChat));
      await page.getByRole('button', { name: 'Godkend' }).focus();
      await edit(id, withLink());
      await page.getByRole('link', { name: 'Åbn PDF' }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => on.lastHeard()?.value?.action?.verb).toBe('minutes.approve');
    });

    it('keeps what is half written and the place of the caret', async () => {
      const id = await on.post(memberChat, sampleCard());
      const page = await on.open(windowOf('medlem', memberChat));
      await page.getByLabel('Bemærkning').fill('halvt');
      await edit(id, withLink());
      await page.getByRole('link', { name: 'Åbn PDF' }).waitFor();
      await page.keyboard.type(' skrevet');
      await page.getByRole('button', { name: 'Godkend' }).click();
      await expect.poll(() => on.lastHeard()?.value?.action?.data?.remark).toBe('halvt skrevet');
    });

    it('keeps the bot’s answer under the card until the person acts on it again', async () => {
      const id = await on.post(memberChat, sampleCard());
      const answer = (value: string) => ({
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
      });
      on.bench.bot.rule = () => answer('Sendt til tre');
      const page = await on.open(windowOf('medlem', memberChat));
      await page.getByRole('button', { name: 'Godkend' }).click();
      await page.getByTestId('note').getByText('Sendt til tre').waitFor();
      await edit(id, withLink());
      await page.getByRole('link', { name: 'Åbn PDF' }).waitFor();
      expect(await page.getByTestId('note').innerText()).toBe('Sendt til tre');
      on.bench.bot.rule = () => answer('Sendt igen');
      await page.getByRole('button', { name: 'Godkend' }).click();
      await page.getByTestId('note').getByText('Sendt igen').waitFor();
      expect(await page.getByTestId('note').count()).toBe(1);
    });

    it('speaks of new messages only when there are some, not for an edit of an old one', async () => {
      const id = await on.post(memberChat, sampleCard());
      for (let n = 0; n < 4; n++) await on.post(memberChat, sampleCard());
      const page = await on.open(windowOf('medlem', memberChat));
      await expect.poll(() => page.getByTestId('message').count()).toBe(5);
      await page.evaluate("document.getElementById('log').scrollTop = 0");
      const button = page.getByRole('button', { name: 'Nye beskeder' });
      await edit(id, withLink());
      await page.getByRole('link', { name: 'Åbn PDF' }).waitFor();
      expect(await button.isVisible()).toBe(false);
      await on.post(memberChat, sampleCard());
      await button.waitFor();
    });
  },
);
