import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import { type OpenedPage, openPage, pressButton } from '../../support/personal-page.ts';
import { type FormBench, openFormBench } from './form-bench.ts';

let form: FormBench;
beforeEach(async () => {
  form = await openFormBench();
});
afterEach(() => form.close());

type Body = NonNullable<RequestInit['body']>;
const post = (body: Body, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers,
});

describe('every page', () => {
  it.each(['', 'referat', 'godkend', 'indsigelse', 'forskelle', 'kvittering/none', 'nowhere'])(
    'forbids all it does not need, and is kept by nobody: /%s',
    async (part) => {
      const { headers, html } = await form.page(part, { redirect: 'manual' });
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(html).not.toMatch(/<script|\son\w+=|style=/);
    },
  );

  it('has one heading, a language, and its own style', async () => {
    const { html } = await form.page();
    expect(html).toContain('<html lang="da">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    const style = /<link rel="stylesheet" href="([^"]+)">/.exec(html)?.[1] ?? 'none';
    const sheet = await openPage(new URL(style, form.linkOf('bo')).href);
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(sheet.html).toContain(':focus-visible');
    const deeper = /href="([^"]+\.css)"/.exec((await form.page('godkend')).html)?.[1] ?? 'none';
    expect(new URL(deeper, `${form.linkOf('bo')}/godkend`).href).toBe(new URL(style, form.linkOf('bo')).href);
  });
});

describe('a link that nobody was given', () => {
  it('is the same page, whatever is wrong with it', async () => {
    const link = form.linkOf('bo');
    const wrong = [
      `${link.slice(0, -2)}xa`,
      `${link}x`,
      `${form.origin}/svar/`,
      `${form.origin}/svar/x/godkend`,
    ];
    const others = [
      `${link}/nowhere`,
      `${link}/godkend/mere`,
      `${link}/kvittering/AAAA-00`,
      form.linkOf('bo', 9),
    ];
    const pages = await Promise.all([...wrong, ...others].map((each) => openPage(each)));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 404));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).toContain('Linket er ikke helt, eller det gælder ikke.');
  });

  it('acts on nothing', async () => {
    const body = new URLSearchParams({ nonce: 'n', hash: 'a'.repeat(64) });
    expect((await openPage(`${form.linkOf('bo').slice(0, -2)}xa/godkend`, post(body))).status).toBe(404);
    expect(form.eventsOf('bo')).toEqual(['NoticeSent']);
  });

  it('is no path of ours outside the folder', async () => {
    expect((await openPage(`${form.origin}/svarene`)).headers.get('content-type')).toContain('problem+json');
  });
});

describe('what is no form of ours', () => {
  it.each([
    ['PUT', 'godkend', 'GET, HEAD, POST'],
    ['DELETE', '', 'GET, HEAD'],
    ['POST', '', 'GET, HEAD'],
    ['POST', 'forskelle', 'GET, HEAD'],
  ])('%s at /%s is answered with what is possible', async (method, part, allow) => {
    const page = await form.page(part, { method });
    expect(page.status).toBe(405);
    expect(page.headers.get('allow')).toBe(allow);
    expect(page.text).toContain('Der er ikke ændret noget.');
  });

  const good = { nonce: 'n-1', hash: 'a'.repeat(64) };
  const bad: readonly (readonly [string, Body, string])[] = [
    ['JSON', JSON.stringify(good), 'application/json'],
    ['no type', JSON.stringify(good), ''],
    ['no nonce', new URLSearchParams({ hash: good.hash }).toString(), 'application/x-www-form-urlencoded'],
    [
      'a nonce like a program',
      new URLSearchParams({ ...good, nonce: '<b>' }).toString(),
      'application/x-www-form-urlencoded',
    ],
    ['no hash', new URLSearchParams({ nonce: 'n' }).toString(), 'application/x-www-form-urlencoded'],
    ['noise', '\0\xff&&==', 'application/x-www-form-urlencoded'],
  ];

  it.each(bad)('%s is told so, and changes nothing', async (_what, body, type) => {
    const page = await form.page('godkend', post(body, { 'content-type': type }));
    expect(page.status).toBe(400);
    expect(page.text).toContain('Der er ikke gemt noget.');
    expect(form.eventsOf('bo')).toEqual(['NoticeSent']);
  });

  it('too much at once is not read', async () => {
    const body = new URLSearchParams({ text: 'x'.repeat(300_000) });
    expect((await form.page('indsigelse', post(body))).status).toBe(413);
  });

  it('a text that does not belong to the version is refused (R4)', async () => {
    const body = new URLSearchParams({ nonce: 'n', hash: 'b'.repeat(64) });
    expect((await form.page('godkend', post(body))).status).toBe(409);
    expect(form.eventsOf('bo')).toEqual(['NoticeSent']);
  });

  it('a sender that breaks off in the middle is nobody to be answered', async () => {
    const { port } = new URL(form.origin);
    const path = new URL(form.linkOf('bo')).pathname;
    const socket = connect(Number(port), '127.0.0.1');
    const type = 'content-type: application/x-www-form-urlencoded';
    socket.write(`POST ${path}/godkend HTTP/1.1\r\nhost: x\r\n${type}\r\ncontent-length: 100\r\n\r\nnonce=`);
    await new Promise((resolve) => socket.write('n', resolve));
    socket.destroy();
    expect((await form.page()).status).toBe(200);
    expect(form.errors).toEqual([]);
  });
});

describe('what a person wrote', () => {
  it('comes out as letters, whatever it looks like', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202E{{7*7}}';
    await pressButton(await form.page('indsigelse'), { itemNumber: '2', text: evil });
    const part = /href="[^"]*\/(traek-tilbage\/[0-9a-f]+)"/.exec((await form.page()).html)?.[1] ?? 'none';
    const { html } = await form.page(part);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img|\u202E/);
  });
});

describe('too many requests', () => {
  it('with one link have to wait, and are told how long', async () => {
    const pages: OpenedPage[] = [];
    for (let count = 0; count < 62; count += 1) pages.push(await form.page());
    expect(pages.filter(({ status }) => status === 200)).toHaveLength(60);
    const last = pages.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.headers.get('retry-after')).toBe('1');
    expect(last?.text).toContain('Prøv igen om et minut.');
    expect((await openPage(form.linkOf('mads'))).status).toBe(200);
    form.setTime(form.clock.now().add({ seconds: 5 }));
    expect((await form.page()).status).toBe(200);
  });

  it('with made-up links cost those who have one nothing', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 32; count += 1)
      statuses.push((await openPage(`${form.origin}/svar/made-up-${count}`)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await form.page()).status).toBe(200);
  });
});

describe('when something is wrong with us', () => {
  it('says that it cannot tell, and that pressing again counts once', async () => {
    const confirm = await form.page('godkend');
    form.through({ approveMinutes: () => Promise.reject(new PortFailure('unavailable', 'store')) });
    const page = await pressButton(confirm);
    expect(page.status).toBe(503);
    expect(page.text).toContain('Det samme svar tæller kun én gang.');
    expect(form.errors).toEqual([]);
  });

  it('gives a number to pass on, and keeps the cause to the log', async () => {
    form.through({ showAnswerPage: () => Promise.reject(new Error('a secret of the inside')) });
    const page = await form.page();
    expect(page.status).toBe(500);
    expect(page.text).toMatch(/fejlnummeret [0-9a-f]{8}\./);
    expect(page.html).not.toContain('secret');
    expect(form.errors).toHaveLength(1);
  });
});
