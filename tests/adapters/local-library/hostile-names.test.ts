import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldedName, numberedName, safeName } from '../../../src/adapters/local-library/safe-name.ts';
import { minutesRequest, textOf } from '../../contracts/document-library.contract.ts';
import { passingLibrary } from './library-in-folder.ts';

const devices = [
  'CON',
  'con',
  'PRN',
  'AUX',
  'NUL',
  'COM0',
  'COM1',
  'COM9',
  'com¹',
  'LPT0',
  'LPT1',
  'lpt9',
  'CLOCK$',
];

const hostile: readonly string[] = [
  ...[
    '',
    ' ',
    '.',
    '..',
    '...',
    '/',
    '\\',
    '../../x',
    '..\\..\\x',
    '/etc/passwd',
    'C:\\x.docx',
    '\\\\server\\x',
    'a/b/c.docx',
  ],
  ...[
    'a. ',
    'a.',
    'a ',
    ' a',
    '.a',
    '..a',
    '. .a',
    '~$a.docx',
    '.~lock.a#',
    '.versions',
    '.versions/1.docx',
    'a.meta.json',
    'A.META.JSON',
  ],
  ...devices.flatMap((device) => [device, `${device}.docx`]),
  ...['con.tar.gz', '.lock', 'desktop.ini', 'Desktop.INI', 'a_vti_b.docx', '_VTI_', 'thumbs.db'],
  ...[
    'a"b',
    'a*b',
    'a:b',
    'a<b',
    'a>b',
    'a?b',
    'a|b',
    'a#b.docx',
    'a%2f..%2fb',
    '%2e%2e',
    'a&b;c',
    "a'b",
    '$(id).docx',
    '-rf',
    '--help',
  ],
  ...[
    'a\u0000b',
    'a\nb',
    'a\r\nb',
    'a\tb',
    'a\u007Fb',
    'a\u0085b',
    'a\u2028b',
    'a\u202Egpj.docx',
    'a\u200Bb',
    '\uFEFFa',
    'a\uD800b',
    '\uDC00',
    'a\uE000b',
    '\uFFFF',
  ],
  ...[
    'é.docx',
    'e\u0301.docx',
    'Å.docx',
    'A\u030A.docx',
    '\u212B.docx',
    'straße',
    'STRASSE',
    'ﬁ',
    'İ',
    'ı',
    'æøå.docx',
    'ÆØÅ.DOCX',
  ],
  ...[
    'æ'.repeat(300),
    `${'æ'.repeat(300)}.docx`,
    'x'.repeat(4_000),
    `${'x'.repeat(99)}.docx`,
    `a.${'x'.repeat(300)}`,
    '👨‍👩‍👧‍👦'.repeat(60),
    'e\u0301'.repeat(200),
  ],
  ...[
    '[Godkendt](https://evil.example)',
    '<script>alert(1)</script>.html',
    'javascript:alert(1)',
    'a b.docx',
    'a\u00A0b.docx',
  ],
];

const forbidden = /["*:<>?/\\|\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const reserved =
  /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)|^(~\$|\.)|[. ]$|^ |_vti_|^desktop\.ini$|\.meta\.json$/iu;

describe('names that nobody should give a file', () => {
  it(`are tried in number: ${hostile.length}`, () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostile).size).toBe(hostile.length);
  });

  it.each(hostile.map((name) => [JSON.stringify(name).slice(0, 60), name]))(
    'become one that every disk takes: %s',
    (_shown, name) => {
      for (const safe of [
        safeName(name),
        numberedName(safeName(name), 2),
        numberedName(safeName(name), 1_000),
      ]) {
        expect(safe).not.toBe('');
        expect(safe).toBe(safe.normalize('NFC'));
        expect(safe).not.toMatch(forbidden);
        expect(safe).not.toMatch(reserved);
        expect(safe.length).toBeLessThanOrEqual(100);
        expect(Buffer.byteLength(`.~lock.${safe}.meta.json`)).toBeLessThanOrEqual(255);
      }
      expect(safeName(safeName(name))).toBe(safeName(name));
    },
  );

  it('keep their ending when they are cut, and whole characters', () => {
    expect(safeName(`${'æ'.repeat(300)}.docx`)).toMatch(/^æ{70,}\.docx$/);
    expect(safeName('👨‍👩‍👧‍👦'.repeat(60))).toMatch(/^(👨👩👧👦)+$/u);
    expect(numberedName('referat.docx', 2)).toBe('referat (2).docx');
  });

  it('lie beside each other in one folder, none lost, none over another, none outside', async () => {
    const { library, root, close } = await passingLibrary();
    const filed = new Map<string, string>();
    for (const name of hostile) {
      const document = await library.file(
        minutesRequest({ operationId: `op ${filed.size}`, name, text: name.toWellFormed() }),
      );
      filed.set(document.documentId, name);
      expect(resolve(root, document.path).startsWith(root + sep)).toBe(true);
      expect(document.path.split('/')).toHaveLength(5);
      expect(document.metadata.title).toBe(name);
    }
    const listed = await library.list();
    expect(new Set(listed.map(({ path }) => foldedName(path))).size).toBe(hostile.length);
    for (const { documentId, path } of listed) {
      const name = filed.get(documentId)?.toWellFormed();
      expect(textOf((await library.read(documentId)).bytes)).toBe(name);
      expect(textOf((await library.open(path))?.bytes ?? new Uint8Array([120]))).toBe(name);
    }
    expect(readdirSync(join(root, '..')).filter((name) => name === 'x')).toEqual([]);
    await close();
  });

  it.each(['../../x', 'CON', 'a/b', '..', ' ', 'æ'.repeat(300), '.versions'])(
    'stay inside as a committee or a date too: %s',
    async (name) => {
      const { library, root, close } = await passingLibrary();
      const place = { ...minutesRequest().place, committee: name, meetingDate: name };
      const { path } = await library.file(minutesRequest({ place }));
      expect(resolve(root, path).startsWith(root + sep)).toBe(true);
      expect(path.split('/')).toHaveLength(5);
      expect(await library.list()).toHaveLength(1);
      await close();
    },
  );
});
