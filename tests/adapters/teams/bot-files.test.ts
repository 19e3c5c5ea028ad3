import { afterEach, describe, expect, test } from 'vitest';
import type { Route } from '../../../src/adapters/http/route.ts';
import type { BotHandlers } from '../../../src/adapters/teams/handlers.ts';
import { downloadFile } from '../../../src/adapters/teams/turns/file-download.ts';
import { safeFileName } from '../../../src/adapters/teams/turns/file-name.ts';
import { type BotBench, startBot } from './bot-bench.ts';
import { tenantId } from './gate-bench.ts';

const running: BotBench[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((bench) => bench.close()));
});

type Fetched = { readonly authorization: string | undefined };

/** A place for files beside the bot: what is asked for decides how it behaves. */
function filePlace(fetched: Fetched[]): Route {
  return (request, response) => {
    if (!request.url?.startsWith('/files/')) return Promise.resolve(false);
    fetched.push({ authorization: request.headers.authorization });
    if (request.url === '/files/elsewhere') response.writeHead(302, { location: '/files/paper' }).end();
    else if (request.url === '/files/gone') response.writeHead(404).end();
    else if (request.url === '/files/announced')
      response.writeHead(200, { 'content-length': 30_000_000 }).end();
    else if (request.url === '/files/endless') response.end(Buffer.alloc(21 * 1_024 * 1_024));
    else response.end('the paper');
    return Promise.resolve(true);
  };
}

async function start() {
  const got: string[] = [];
  const fetched: Fetched[] = [];
  const handlers: Partial<BotHandlers> = {
    file: (_turn, name, bytes) => {
      got.push(`${name}: ${Buffer.from(bytes)}`);
      return Promise.resolve([{ text: 'Læst.' }]);
    },
    fileRefused: (_turn, name, reason) => {
      got.push(`${name} refused: ${reason}`);
      return Promise.resolve([{ text: 'Ikke læst.' }]);
    },
    message: () => Promise.resolve([]),
  };
  const bench = await startBot({ handlers, routes: [filePlace(fetched)] });
  running.push(bench);
  return { bench, got, fetched };
}

function upload(downloadUrl: unknown, name = 'Dagsorden.docx') {
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const html = { contentType: 'text/html', content: '<p></p>' };
  const attachments = [
    { contentType, name, content: { downloadUrl, uniqueId: '1', fileType: 'docx' } },
    html,
  ];
  return { type: 'message', name: undefined, value: undefined, text: '', attachments };
}

test('a file sent in the personal chat is fetched without any token and handed on', async () => {
  const { bench, got, fetched } = await start();
  await bench.deliver(upload(`${bench.origin}/files/paper`, '../../Dagsorden: møde.docx'));
  expect(got).toEqual(['Dagsorden_ møde.docx: the paper']);
  expect(fetched).toEqual([{ authorization: undefined }]);
  expect(bench.connector.calls[0]?.body['text']).toBe('Læst.');
});

test.each([
  ['a redirect', '/files/elsewhere', 'unavailable'],
  ['a file that is gone', '/files/gone', 'unavailable'],
  ['a file that announces 30 MB', '/files/announced', 'too-large'],
  ['a file that turns out larger than 20 MB', '/files/endless', 'too-large'],
])('%s is refused', async (_name, path, reason) => {
  const { bench, got } = await start();
  await bench.deliver(upload(`${bench.origin}${path}`));
  expect(got).toEqual([`Dagsorden.docx refused: ${reason}`]);
});

test.each([
  ['another host', 'https://evil.example/paper.docx', 'foreign-host'],
  ['another port of this machine', 'http://127.0.0.1:1/paper.docx', 'foreign-host'],
  ['a file of this machine', 'file:///etc/passwd', 'foreign-host'],
  ['no address', 7, 'malformed'],
])('a file at %s is not fetched', async (_name, address, reason) => {
  const { bench, got, fetched } = await start();
  await bench.deliver(upload(address));
  expect([got, fetched]).toEqual([[`Dagsorden.docx refused: ${reason}`], []]);
});

test('in a group chat a file is not looked at', async () => {
  const { bench, got, fetched } = await start();
  const conversation = { id: '19:group', conversationType: 'groupChat', tenantId };
  await bench.deliver({ ...upload(`${bench.origin}/files/paper`), conversation });
  expect([got, fetched]).toEqual([[], []]);
});

describe('in Teams', () => {
  test.each([
    'http://school.sharepoint.com/a.docx',
    'https://sharepoint.com/a.docx',
    'https://school.sharepoint.com.evil.example/a.docx',
    'https://evil.example/school.sharepoint.com',
    'https://school.sharepoint.com:444/a.docx',
    'https://a@school.sharepoint.com/a.docx',
    'https://evilsharepoint.com/a.docx',
  ])('a file is not fetched from %s', async (downloadUrl) => {
    const download = await downloadFile({ downloadUrl }, { kind: 'teams' });
    expect(download).toEqual({ kind: 'refused', reason: 'foreign-host' });
  });
});

test.each([
  ['../../x', 'x'],
  ['C:\\papers\\Referat.docx', 'Referat.docx'],
  ['CON.docx', '_CON.docx'],
  ['a. ', 'a'],
  ['', '_'],
  ['...', '_'],
  ['Referat\u202excod.exe', 'Referatxcod.exe'],
  ['Bilag\u0000 1?.pdf', 'Bilag 1_.pdf'],
  ['A\u030arhus.txt', 'Århus.txt'],
  ['~$Dagsorden.docx', '$Dagsorden.docx'],
])('the name %j becomes %j', (given, safe) => {
  expect(safeFileName(given)).toBe(safe);
});

test('a long name keeps its ending', () => {
  const safe = safeFileName(`${'æ'.repeat(300)}.docx`);
  expect([safe.length, safe.endsWith('æ.docx')]).toEqual([120, true]);
});
