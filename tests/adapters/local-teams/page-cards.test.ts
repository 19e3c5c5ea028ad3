import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../../prerequisites.ts';
import { usePage, windowOf } from './browser-bench.ts';
import { cardAnswer, group, message, view } from './committee-card.ts';
import { cardAttachment, memberChat, sampleCard } from './invented-committee.ts';

describe.skipIf(chromiumPath === undefined)('a card on the local page', { timeout: 60_000 }, () => {
  const on = usePage();

  it('changes the card for the one who pressed, and leaves what another is typing into it', async () => {
    await on.post(group, sampleCard());
    on.bench.bot.rule = () => cardAnswer(view('Du har godkendt'));
    const other = await on.open(windowOf('formand', group));
    await other.getByLabel('Bemærkning').fill('halvt skrevet');
    const mine = await on.open(windowOf('medlem', group));
    await mine.getByRole('button', { name: 'Godkend' }).click();
    await mine.getByText('Du har godkendt').waitFor();
    await on.bench.post(`/local/api/chats/${group}/messages`, { person: 'medlem', text: 'færdig' });
    await other.getByText('færdig').waitFor();
    expect(await other.getByLabel('Bemærkning').inputValue()).toBe('halvt skrevet');
    await other.getByRole('button', { name: 'Godkend' }).click();
    await other.getByText('Du har godkendt').waitFor();
    expect(on.lastHeard().value.action.data).toMatchObject({ nonce: 'n1', remark: 'halvt skrevet' });
  });

  it('shows the bot’s words under the card, and its edit in place', async () => {
    const id = await on.post(memberChat, sampleCard());
    on.bench.bot.rule = () => ({
      status: 200,
      body: {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { message: 'Fristen er udløbet' },
      },
    });
    const page = await on.open(windowOf('medlem', memberChat));
    await page.getByLabel('Bemærkning').fill('min tekst');
    await page.getByRole('button', { name: 'Godkend' }).click();
    await page.getByRole('alert').getByText('Fristen er udløbet').waitFor();
    expect(await page.getByLabel('Bemærkning').inputValue()).toBe('min tekst');
    await on.bench.connector(
      'PUT',
      `v3/conversations/${memberChat}/activities/${id}`,
      message(view('Udfald')),
    );
    await page.getByTestId('card').getByText('Udfald').waitFor();
    await on.bench.connector('DELETE', `v3/conversations/${memberChat}/activities/${id}`);
    await page.getByText('Beskeden er slettet.').waitFor();
    expect(await page.getByTestId('note').count()).toBe(0);
  });

  it('refreshes a card once when the named person sees it', async () => {
    const { body } = await on.bench.get('/local/api/state');
    const [, member] = body.people;
    await on.post(group, sampleCard([member.mri]));
    on.bench.bot.rule = () => cardAnswer({ ...sampleCard([member.mri]), body: view('Din visning').body });
    const page = await on.open(windowOf('medlem', group));
    await page.getByText('Din visning').waitFor();
    const other = await on.open(windowOf('formand', group));
    await other.getByTestId('card').getByText('Referat').waitFor();
    await on.bench.post(`/local/api/chats/${group}/messages`, { person: 'formand', text: 'godt at vide' });
    await page.getByTestId('message').getByText('godt at vide').waitFor();
    expect(on.bench.bot.received.map((one) => one.value.trigger)).toEqual(['automatic']);
  });

  it('opens a dialog, holds back what is missing, sends the rest, and Esc gives the focus back', async () => {
    await on.post(memberChat, sampleCard());
    const ask = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        {
          type: 'Input.Text',
          id: 'wrong',
          label: 'Hvad er galt?',
          isRequired: true,
          errorMessage: 'Skriv det.',
        },
      ],
      actions: [{ type: 'Action.Submit', title: 'Send', data: { verb: 'minutes.object' } }],
    };
    const answers = [
      {
        type: 'continue',
        value: { title: 'Indsigelse', height: 'small', width: 'small', card: cardAttachment(ask) },
      },
      {
        type: 'continue',
        value: { title: 'Indsigelse', height: 'small', width: 'small', card: cardAttachment(ask) },
      },
      { type: 'message', value: 'Modtaget' },
    ];
    on.bench.bot.rule = () => ({ status: 200, body: { task: answers.shift() } });
    const page = await on.open(windowOf('medlem', memberChat));
    const button = page.getByRole('button', { name: 'Gør indsigelse' });
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Indsigelse' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await button.and(page.locator(':focus')).waitFor();
    await button.press('Enter');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Skriv det.').waitFor();
    await dialog.getByLabel('Hvad er galt?').fill('Punkt 6');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Modtaget').waitFor();
    expect(on.lastHeard()).toMatchObject({
      name: 'task/submit',
      value: { data: { verb: 'minutes.object', wrong: 'Punkt 6' } },
    });
    await dialog.getByRole('button', { name: 'Luk' }).last().click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('lets nothing in a text act: no markup, no script address, no picture', async () => {
    const evil =
      '<img src=x onerror=alert(1)> [klik](javascript:alert(1)) ![p](http://x.invalid/p.png) <b>fed</b>';
    await on.post(memberChat, view(evil));
    const path = `v3/conversations/${memberChat}/activities`;
    await on.bench.connector('POST', path, { type: 'message', text: evil });
    await on.bench.post(`/local/api/chats/${memberChat}/messages`, { person: 'medlem', text: evil });
    const page = await on.open(windowOf('medlem', memberChat));
    await expect.poll(() => page.getByTestId('message').count()).toBe(3);
    const log = page.getByTestId('messages');
    expect(await log.locator('img, script, b, a[href^="javascript"]').count()).toBe(0);
    expect(await log.getByText('<b>fed</b>').count()).toBe(3);
  });
});
