import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../prerequisites.ts';
import { type FormBench, openFormBench } from './form-bench.ts';

const phone = { viewport: { width: 320, height: 640 } };
let browser: Browser;
let form: FormBench;
let refused: string[] = [];

beforeAll(async () => {
  const where = chromiumPath === undefined ? {} : { executablePath: chromiumPath };
  browser = await chromium.launch({ args: ['--headless=new', '--no-sandbox', '--disable-gpu'], ...where });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  refused = [];
  form = await openFormBench();
});
afterEach(async () => {
  await form.close();
  // a style or form that the page's own policy refuses is told there
  expect(refused.filter((message) => /policy|refused/i.test(message))).toEqual([]);
});

/** Without script, as every page has to work. */
async function open(part = '', more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...more });
  const page = await context.newPage();
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(`${form.linkOf('bo')}${part === '' ? '' : `/${part}`}`);
  return page;
}

const scrollsSideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}'))['${property}']`);

describe('the pages behind a personal link, in a browser', () => {
  it('are read and approved by keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2. Praktikpladser' }).waitFor();
    await page.getByRole('link', { name: 'Godkend …' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Godkend referatet' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Din godkendelse er gemt' }).waitFor();
    await page.reload();
    expect(form.eventsOf('bo')).toEqual(['NoticeSent', 'NoticeDelivered', 'ApprovalGiven']);
  });

  it('show a focus that can be seen', async () => {
    const page = await open('godkend', { javaScriptEnabled: true });
    await page.keyboard.press('Tab');
    expect(await styleOf(page, 'button', 'outlineWidth')).toBe('3px');
  });

  it('say first what is missing, and lead to it', async () => {
    const page = await open('indsigelse', { javaScriptEnabled: true });
    await page.getByRole('button', { name: 'Send indsigelse' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await page.evaluate<string>('document.activeElement.getAttribute("role")')).toBe('alert');
    await alert.getByRole('link', { name: 'Skriv, hvad der er forkert eller mangler.' }).click();
    const field = page.getByLabel('Hvad er forkert eller mangler?');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('Der blev sagt 50.');
    await page.getByLabel('Hvilket punkt gælder det?').selectOption({ label: '2. Praktikpladser' });
    await page.getByRole('button', { name: 'Send indsigelse' }).click();
    await page.getByRole('heading', { level: 1, name: 'Din indsigelse er modtaget' }).waitFor();
  });

  it.each(['', 'referat', 'godkend', 'indsigelse', 'forskelle'])(
    'need no sideways scrolling on a small phone, which is 400 % zoom on a screen: /%s',
    async (part) => {
      if (part === 'referat') await (await open()).getByRole('button').click();
      const page = await open(part, { ...phone, javaScriptEnabled: true });
      expect(await scrollsSideways(page)).toBe(false);
    },
  );

  it('are dark where the person wants it dark, with letters that stand out', async () => {
    const page = await open('', { colorScheme: 'dark', javaScriptEnabled: true });
    const [ink, paper] = [
      await styleOf(page, 'body', 'color'),
      await styleOf(page, 'body', 'backgroundColor'),
    ];
    expect(contrast(ink, paper)).toBeGreaterThan(7);
  });
});

/** WCAG 2: the ratio of two colours written as `rgb(…)`. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
