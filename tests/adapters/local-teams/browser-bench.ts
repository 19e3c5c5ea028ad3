import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { chromiumPath } from '../../prerequisites.ts';
import { type Bench, type Loose, openBench, removeFolder } from './bench.ts';
import { message } from './committee-card.ts';

const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    args: quiet,
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
  });
}

export type PageBench = {
  readonly bench: Bench;
  /** A window of its own, as for one person. */
  open(path: string): Promise<Page>;
  /** The bot posts a card. */
  post(chat: string, card: unknown): Promise<string>;
  lastHeard(): Loose;
};

/**
 * A fresh bench and a fresh browser profile for each test of the surrounding `describe`. What the browser complains of,
 * refused scripts and styles included, fails the test.
 */
export function usePage(): PageBench {
  let browser: Browser;
  let context: BrowserContext;
  let bench: Bench;
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    complaints = [];
    bench = await openBench();
    await bench.teams.start();
    bench.bot.received.length = 0;
    context = await browser.newContext({ viewport: { width: 1300, height: 800 } });
  });
  afterEach(async () => {
    await context.close();
    await bench.close();
    removeFolder(bench);
    expect(complaints).toEqual([]);
  });
  return {
    get bench() {
      return bench;
    },
    open: (path) => openWindow(context, bench, path, complaints),
    async post(chat, card) {
      const path = `v3/conversations/${encodeURIComponent(chat)}/activities`;
      return (await bench.connector('POST', path, message(card))).body.id;
    },
    lastHeard: () => bench.bot.received.at(-1),
  };
}

async function openWindow(
  context: BrowserContext,
  bench: Bench,
  path: string,
  complaints: string[],
): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(`${bench.origin}${path}`);
  await page.locator('body[data-ready]').waitFor();
  return page;
}

export const windowOf = (person: string, chat: string) =>
  `/?person=${person}&chat=${encodeURIComponent(chat)}`;
