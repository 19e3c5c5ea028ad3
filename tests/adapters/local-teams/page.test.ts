import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../../prerequisites.ts';
import { usePage, windowOf } from './browser-bench.ts';
import { group } from './committee-card.ts';
import { memberChat, personalChat, sampleCard } from './invented-committee.ts';

describe.skipIf(chromiumPath === undefined)('the local page in a browser', { timeout: 60_000 }, () => {
  const on = usePage();

  it('begins with the five steps, and the first one greets the bot', async () => {
    const page = await on.open('/');
    expect(await page.getByTestId('story').getByRole('listitem').count()).toBe(5);
    await page.getByTestId('story-help').click();
    await page.getByTestId('message').getByText('hjælp').waitFor();
    await expect
      .poll(() => on.lastHeard())
      .toMatchObject({ text: 'hjælp', conversation: { id: personalChat } });
    await page.getByTestId('story-agenda').waitFor({ state: 'detached' });
    expect(await page.getByTestId('story-upload').count()).toBe(1);
  });

  it('counts a step of the story as done however it came about, in another window too', async () => {
    on.bench.clock.deadline = Temporal.Instant.from('2023-12-22T23:00:00Z');
    const page = await on.open(windowOf('sekretaer', personalChat));
    await page.getByTestId('composer-text').fill('hej');
    await page.getByTestId('composer-text').press('Enter');
    await page.getByTestId('story').getByText('Trin 2 af 5').waitFor();
    const paper = { name: 'møde.txt', mimeType: 'text/plain', buffer: Buffer.from('punkt 1') };
    await page.getByTestId('composer-file').setInputFiles(paper);
    await page.getByTestId('composer-send').click();
    await page.getByTestId('story').getByText('Trin 3 af 5').waitFor();
    await on.open(windowOf('formand', group));
    await page.getByTestId('story').getByText('Trin 5 af 5').waitFor();
    await page.getByTestId('tab-clock').click();
    await page.getByTestId('clock-day').click();
    await page.getByTestId('story').waitFor({ state: 'hidden' });
  });

  it('sends what is written with Enter, keeps a line break with Shift, and shows it after a reload', async () => {
    const page = await on.open(windowOf('sekretaer', personalChat));
    const field = page.getByTestId('composer-text');
    await field.fill('første');
    await field.press('Shift+Enter');
    await field.pressSequentially('anden');
    await field.press('Enter');
    await expect.poll(() => on.lastHeard()?.text).toBe('første\nanden');
    await page.reload();
    expect(await page.getByTestId('message').innerText()).toContain('første\nanden');
  });

  it('shows one person’s message in another’s window at once, with an unread mark until it is read', async () => {
    const theirs = await on.open(windowOf('formand', 'a:local-formand'));
    const mine = await on.open(windowOf('medlem', group));
    await mine.getByTestId('composer-text').fill('Vi ses');
    await mine.getByTestId('composer-send').click();
    const chat = theirs.getByTestId(`chat-${group}`);
    await chat.getByRole('img', { name: '1 ulæste' }).waitFor();
    await chat.click();
    await theirs.getByTestId('message').getByText('Vi ses').waitFor();
    await chat.getByRole('img').waitFor({ state: 'detached' });
    expect(await mine.getByTestId('message').count()).toBe(1);
    expect(on.bench.bot.received).toEqual([]);
  });

  it('sends a file with the message in the personal chat; the committee’s chat offers a mention instead', async () => {
    const page = await on.open(windowOf('sekretaer', personalChat));
    const paper = { name: 'møde.txt', mimeType: 'text/plain', buffer: Buffer.from('punkt 1') };
    await page.getByTestId('composer-file').setInputFiles(paper);
    await page.getByTestId('composer-send').click();
    await page.getByTestId('message').getByRole('link', { name: 'møde.txt' }).waitFor();
    await expect.poll(() => on.lastHeard()?.attachments[0].name).toBe('møde.txt');
    await page.getByTestId(`chat-${group}`).click();
    await page.getByTestId('composer-mention').click();
    expect(await page.getByTestId('composer-attach').isVisible()).toBe(false);
    await page.getByTestId('composer-text').press('d');
    await page.getByTestId('composer-text').press('Enter');
    await expect.poll(() => on.lastHeard()?.text).toBe('<at>Udvalgsbot</at> d');
  });

  it('moves the clock forward from the drawer and says where it is', async () => {
    on.bench.clock.deadline = Temporal.Instant.from('2023-12-22T23:00:00Z');
    const page = await on.open(windowOf('sekretaer', personalChat));
    await page.getByTestId('tab-documents').press('ArrowRight');
    await page.getByTestId('clock-week').click();
    await page.getByTestId('clock-date').getByText('Fredag den 15. december 2023').waitFor();
    await page.getByTestId('clock-past-deadline').click();
    await page.getByText('Uret er nu lørdag den 23. december 2023 kl. 0.05.').waitFor();
    await page.getByTestId('tab-happenings').click();
    await page.getByText('Dagsordenen er sendt.').waitFor();
  });

  it('shows the mails that were written, as text, with links that open', async () => {
    const page = await on.open(windowOf('sekretaer', personalChat));
    await page.getByTestId('tab-mails').click();
    await page.getByTestId('mail').getByText('Referat til godkendelse').click();
    await page.getByText('<b>ikke fed</b>').waitFor();
    const link = page.getByTestId('mail').getByRole('link');
    expect(await link.getAttribute('href')).toBe('http://127.0.0.1:3978/svar/abc');
  });

  it('says that a message did not arrive and sends it again when asked', async () => {
    on.bench.bot.rule = () => ({ status: 503 });
    const page = await on.open(windowOf('sekretaer', personalChat));
    await page.getByTestId('command-hjælp').click();
    const again = page.getByRole('button', { name: 'Send igen' });
    await again.waitFor();
    on.bench.bot.rule = () => undefined;
    await again.click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByTestId('message').count()).toBe(1);
  });

  it('takes the composer away from who has blocked the bot, until the block is lifted', async () => {
    const page = await on.open(windowOf('medlem', memberChat));
    await page.getByTestId('menu-button').click();
    await page.getByTestId('block').click();
    await page.getByText('Du har blokeret botten.').waitFor();
    expect(await page.getByTestId('composer').isVisible()).toBe(false);
    await page.getByTestId('menu-button').click();
    await page.getByTestId('block').click();
    await page.getByTestId('composer').waitFor();
  });

  it('needs no sideways scrolling at 400 pixels or at 200 % zoom, and opens its columns on demand', async () => {
    await on.post(memberChat, sampleCard());
    const page = await on.open(windowOf('medlem', memberChat));
    for (const size of [
      { width: 400, height: 780 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(size);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wide, JSON.stringify(size)).toBeLessThanOrEqual(0);
      expect(await page.getByTestId('composer-text').isVisible()).toBe(true);
    }
    await page.getByTestId('person-formand').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Personer og chats' }).click();
    await page.getByTestId('person-formand').click();
    await page.getByTestId('drawer-toggle').click();
    await page.getByTestId('documents').waitFor();
    await page.getByTestId('tab-documents').press('Escape');
    await page.getByTestId('documents').waitFor({ state: 'hidden' });
  });
});
