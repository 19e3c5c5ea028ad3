import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localPageTexts } from '../../../src/presentation/texts/local-page.da.ts';
import { type Bench, type Loose, openBench, rawStatus, removeFolder } from './bench.ts';
import { personalChat } from './invented-committee.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
  await bench.teams.start();
});

afterAll(async () => {
  await bench.close();
  removeFolder(bench);
});

describe('only this machine’s own page reaches the API', () => {
  const status = (headers: Record<string, string>, path = '/local/api/state') =>
    rawStatus(bench.origin, path, headers);
  const port = () => new URL(bench.origin).port;

  it('by a name of loopback, and by no other name (DNS rebinding)', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      expect(await status({ host: `${name}:${port()}` }), name).toBe(200);
    }
    for (const name of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0']) {
      expect(await status({ host: `${name}:${port()}` }), name).toBe(403);
    }
  });

  it('not from another origin, nor from another port of this machine', async () => {
    const host = `127.0.0.1:${port()}`;
    expect(await status({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await status({ host, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ host, origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await status({ host, origin: 'null' })).toBe(403);
    expect(await status({ host, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ host, 'sec-fetch-site': 'same-site' })).toBe(403);
    const navigated = { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await status(navigated)).toBe(403);
    expect(await status(navigated, '/')).toBe(200);
  });

  it('the connector and the keys are behind the same check', async () => {
    expect(await status({ host: 'evil.example' }, '/connector/v3/conversations/x')).toBe(403);
    expect(await status({ host: 'evil.example' }, '/local/.well-known/keys')).toBe(403);
    expect(await status({ host: 'evil.example' }, '/')).toBe(403);
  });
});

describe('the page', () => {
  it('runs nothing but its own scripts, cannot be framed, and is not guessed at', async () => {
    const { status, headers } = await bench.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has all its words put in', async () => {
    const { body } = await bench.get('/');
    expect(body).not.toContain('{{');
    expect(body).toContain('<html lang="da">');
  });

  it('says every Danish text somewhere, and names none that is not there', () => {
    const folder = join(import.meta.dirname, '../../../src/adapters/local-teams');
    const files = [folder, join(folder, 'page')].flatMap((inner) =>
      readdirSync(inner, { withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => readFileSync(join(inner, file.name), 'utf8')),
    );
    const code = files.join('\n');
    const groups = Object.entries(localPageTexts).filter(([group]) => group !== 'story');
    const there = groups.flatMap(([group, texts]) => Object.keys(texts).map((key) => `${group}.${key}`));
    expect(there.filter((name) => !code.includes(name))).toEqual([]);
    const named = [...code.matchAll(/(?:texts|localPageTexts)\.(\w+\.\w+)/gi)].map((found) => found[1] ?? '');
    const known = Object.entries(localPageTexts).flatMap(([group, texts]) =>
      Object.keys(texts).map((key) => `${group}.${key}`),
    );
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has no inline script, style or handler, which the policy would silently drop', async () => {
    const { body } = await bench.get('/');
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/);
    for (const [tag] of body.matchAll(/<script[^>]*>/g)) expect(tag).toMatch(/src=|application\/json/);
  });

  it('finds every file it names, and every file those name', async () => {
    const { body } = await bench.get('/');
    const named = (text: string) =>
      [
        ...text.matchAll(
          /(?:src|href)="(\/local\/assets\/[^"#]+)|from '\.\/([\w-]+\.js)'|url\(["']?([^)"']+)["']?\)/g,
        ),
      ].map((found) => found[1] ?? (found[2] === undefined ? (found[3] ?? '') : `/local/assets/${found[2]}`));
    const todo = named(body);
    const done = new Set<string>();
    for (const path of todo) {
      if (done.has(path)) continue;
      done.add(path);
      const file = await bench.get(path);
      expect(file.status, path).toBe(200);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      if (path.endsWith('.css') || (path.endsWith('.js') && !path.includes('/vendor/')))
        todo.push(...named(file.body));
    }
    expect(done.size).toBeGreaterThan(15);
  });

  it('gives no file outside its folder', async () => {
    const paths = [
      '/local/assets/..%2Flocal-teams.ts',
      '/local/assets/%2e%2e/local-teams.ts',
      '/local/assets/vendor/package.json',
      '/local/assets/index.html',
      '/local/assets/main.ts',
      '/local/assets/__proto__',
    ];
    for (const path of paths) expect(await rawStatus(bench.origin, path, {}), path).toBe(404);
  });

  it('leaves other paths to others', async () => {
    expect((await bench.get('/healthz')).status).toBe(404);
    expect((await bench.get('/healthz')).body).toBe('');
    expect((await bench.get('/local/api/nothing')).body.error.code).toBe('NotFound');
  });
});

describe('the live stream', () => {
  it('tells that a chat changed, never what was said', async () => {
    const reader = (await fetch(`${bench.origin}/local/api/live`)).body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toContain('event: hello');
    const sent = bench.post(`/local/api/chats/${personalChat}/messages`, {
      person: 'sekretaer',
      text: 'hemmeligt',
    });
    const told = await next();
    expect(JSON.parse(told.split('\n')[0]?.slice('data: '.length) ?? '')).toEqual({
      type: 'chat',
      chatId: personalChat,
    });
    expect(told).not.toContain('hemmeligt');
    await sent;
    await reader?.cancel();
  });
});

describe('the drawer', () => {
  it('gets documents, happenings and mails with their times in Danish', async () => {
    const { body: documents } = await bench.get('/local/api/documents');
    expect(documents[0]).toMatchObject({ when: '1. december 2023 kl. 10.30', note: 'Version 2' });
    const { body: happened } = await bench.get('/local/api/happenings?after=0');
    expect(happened.map((one: Loose) => one.text)).toEqual(['Dagsordenen er sendt.']);
    expect((await bench.get('/local/api/happenings?after=1')).body).toEqual([]);
    const { body: sent } = await bench.get('/local/api/mails');
    expect(sent).toMatchObject([{ to: 'Medlem Prøve', when: 'Mandag den 11. december 2023 kl. 10.30' }]);
  });
});
