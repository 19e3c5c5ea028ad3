import { afterEach, expect, test } from 'vitest';
import { createLibraryRoute } from '../../../src/adapters/http/library-route.ts';
import { raw, start } from './started-server.ts';

const asked: string[] = [];

afterEach(() => {
  asked.length = 0;
});

function startLibrary(): Promise<string> {
  const library = createLibraryRoute((path) => {
    asked.push(path);
    const name = path.split('/').at(-1) ?? '';
    return Promise.resolve(name.startsWith('missing') ? undefined : { name, bytes: Buffer.from('content') });
  });
  return start([library]);
}

test('a pdf opens in the browser and is guessed to be nothing else', async () => {
  const response = await fetch(`${await startLibrary()}/library/LUU/2023/Referat/Referat%20v1.pdf`);
  expect(asked).toEqual(['LUU/2023/Referat/Referat v1.pdf']);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''Referat%20v1.pdf");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe('content');
});

test('a Word file is downloaded', async () => {
  const { headers } = await fetch(`${await startLibrary()}/library/a/Dagsorden.docx`);
  expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(headers.get('content-type')).toContain('wordprocessingml');
});

test('a file that calls itself HTML is downloaded as bytes and could run nothing', async () => {
  const { headers } = await fetch(`${await startLibrary()}/library/a/x.html`);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
});

test('HEAD gives the size and no bytes', async () => {
  const response = await fetch(`${await startLibrary()}/library/a/x.pdf`, { method: 'HEAD' });
  expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
    200,
    '7',
    '',
  ]);
});

test('a file that is not there is 404 and another method 405', async () => {
  const origin = await startLibrary();
  expect((await fetch(`${origin}/library/a/missing.pdf`)).status).toBe(404);
  expect((await fetch(`${origin}/library/a/x.pdf`, { method: 'DELETE' })).status).toBe(405);
});

test.each([
  '%2e%2e/secret.pdf',
  'a/%2e%2e%2fsecret.pdf',
  'a//b.pdf',
  'a/%5c..%5cb.pdf',
  'a/b%00.pdf',
  '%E0%A4%A/x.pdf',
  '',
])('the library is never asked for the path %j', async (path) => {
  const response = await fetch(`${await startLibrary()}/library/${path}`);
  expect(response.status).toBe(404);
  expect(asked).toEqual([]);
});

test('a page of another name that was pointed at this machine reads nothing', async () => {
  const target = `${await startLibrary()}/library/a/x.pdf`;
  const answer = await raw(target, 'GET /library/a/x.pdf HTTP/1.1\r\nHost: evil.example\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(asked).toEqual([]);
});
