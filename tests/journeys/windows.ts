import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from '../prerequisites.ts';
import { personalChat } from '../support/local-person.ts';
import { projectRoot } from '../support/running-program.ts';

const pictures = join(projectRoot, 'reports/journey');

export type Windows = {
  /** A window of its own, as on this person's own machine, at the chat; the start page without one. */
  open(personId: string, chatId?: string): Promise<Page>;
  /** Kept as an artefact of the run, numbered in the order of the story. */
  picture(page: Page, name: string): Promise<void>;
  /** What the browser complained of: errors, and scripts or styles it refused. */
  complaints(): readonly string[];
  close(): Promise<void>;
};

/** The windows of the story, beside each other: the secretary's at the start page, two members' at their own chat. */
export type Desk = {
  readonly windows: Windows;
  readonly sanne: Page;
  readonly mette: Page;
  readonly pia: Page;
};

export async function openWindows(origin: string): Promise<Windows> {
  mkdirSync(pictures, { recursive: true });
  const browser = await launch();
  const heard: string[] = [];
  let number = 0;
  return {
    async open(personId, chatId = personalChat(personId)) {
      const page = await newWindow(browser, heard);
      const address = chatId === '' ? '' : `?person=${personId}&chat=${encodeURIComponent(chatId)}`;
      await page.goto(`${origin}/${address}`);
      await page.locator('body[data-ready]').waitFor();
      return page;
    },
    async picture(page, name) {
      number += 1;
      const file = `${String(number).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: join(pictures, file), animations: 'disabled' });
    },
    complaints: () => heard,
    close: () => browser.close(),
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    args: [
      '--headless=new',
      '--lang=da',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-sync',
    ],
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
  });
}

async function newWindow(browser: Browser, heard: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'da-DK' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  return page;
}

/** Opens a chat from the list, and waits until it stands there under its name. */
export async function openChat(page: Page, chatId: string, title: string): Promise<void> {
  await page.getByTestId(`chat-${chatId}`).click();
  await page.getByTestId('chat-title').getByText(title, { exact: true }).waitFor();
}

/** The newest card in the open chat that holds all these words. */
export function cardOn(page: Page, ...words: readonly string[]): Locator {
  return words.reduce((found, hasText) => found.filter({ hasText }), page.getByTestId('card')).last();
}

export function button(place: Locator, name: string): Locator {
  return place.getByRole('button', { name, exact: true });
}

/** Opens a dialog by a card's button. */
export async function openDialog(page: Page, card: Locator, name: string): Promise<Locator> {
  await button(card, name).click();
  const dialog = page.getByTestId('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Presses the dialog's button and reads the bot's last word, which is closed by its own button. */
export async function finish(dialog: Locator, name: string): Promise<string> {
  await button(dialog, name).click();
  const said = await dialog.getByRole('status').innerText();
  await dialog.getByRole('button', { name: 'Luk' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  return said;
}

/** Moves the demo's clock by the drawer, to a Danish wall time. */
export async function setClock(page: Page, local: string): Promise<void> {
  await page.getByTestId('tab-clock').click();
  await page.getByTestId('clock-when').fill(local);
  await page.getByTestId('clock-go').click();
  await page.getByText('Uret er nu').waitFor();
}

/** By keyboard alone: steps backward from where one is until the focus stands on the button of that name. */
export async function tabBackTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Shift+Tab');
    const focused = await page.evaluate('document.activeElement?.textContent ?? ""');
    if (focused === name) return;
  }
  throw new Error(`no way by keyboard to ”${name}”`);
}
