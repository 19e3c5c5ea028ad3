import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minutesRequest, textOf } from '../../contracts/document-library.contract.ts';
import { type LibraryInFolder, passingLibrary } from './library-in-folder.ts';

describe('opening a file of the library', () => {
  let opened: LibraryInFolder;
  let path: string;
  beforeEach(async () => {
    opened = await passingLibrary();
    ({ path } = await opened.library.file(minutesRequest()));
  });
  afterEach(() => opened.close());
  const folder = () => dirname(path);

  it('gives its bytes, its type and its name', async () => {
    const file = await opened.library.open(path);
    expect(file).toMatchObject({
      fileName: 'Referat af møde.docx',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
    expect(textOf(file?.bytes ?? new Uint8Array())).toBe('first');
  });

  it('opens by the link that the library gives', async () => {
    const [document] = await opened.library.list();
    const encoded = new URL(document?.href ?? '').pathname.slice('/library/'.length);
    expect(await opened.library.open(encoded.split('/').map(decodeURIComponent).join('/'))).toBeDefined();
  });

  it.each([
    ['a.pdf', 'application/pdf'],
    ['A.PDF', 'application/pdf'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.html', 'application/octet-stream'],
    ['a.svg', 'application/octet-stream'],
    ['a', 'application/octet-stream'],
  ])('calls %s %s', async (name, contentType) => {
    const document = await opened.library.file(minutesRequest({ operationId: name, name }));
    expect(await opened.library.open(document.path)).toMatchObject({ contentType });
  });

  it.each([
    ['nothing', () => ''],
    ['the root', () => '.'],
    ['a folder', () => folder()],
    ['a file that is not there', () => `${folder()}/none.docx`],
    ['a record', () => `${path}.meta.json`],
    ['a record in capitals', () => `${path}.META.JSON`],
    ['an earlier edition', () => `${folder()}/.versions/x/1.docx`],
    ['a hidden file', () => `${folder()}/.hidden`],
    ['a lock', () => `${folder()}/~$ferat af møde.docx`],
    ['a step upwards', () => `${folder()}/../${folder().split('/').at(-1)}/Referat af møde.docx`],
    ['a way out', () => '../outside.docx'],
    ['a way out in the other style', () => '..\\outside.docx'],
    ['a path from the root of the disk', () => join(opened.root, path)],
    ['a doubled slash', () => path.replace('/', '//')],
    ['a zero', () => `${path}\u0000.txt`],
    ['a stream of another kind', () => `${path}::$DATA`],
    ['a link to a file outside', () => 'link.docx'],
    ['a file behind a linked folder', () => 'linked/outside.docx'],
    ['a link to a file inside', () => 'inner.docx'],
  ])('shows nothing for %s', async (_case, wanted) => {
    const outside = `${opened.root}-outside`;
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, 'outside.docx'), 'secret');
    writeFileSync(join(opened.root, folder(), '.hidden'), 'x');
    writeFileSync(join(opened.root, folder(), '~$ferat af møde.docx'), 'x');
    symlinkSync(join(outside, 'outside.docx'), join(opened.root, 'link.docx'));
    symlinkSync(outside, join(opened.root, 'linked'));
    symlinkSync(join(opened.root, path), join(opened.root, 'inner.docx'));
    expect(await opened.library.open(wanted())).toBeUndefined();
  });
});
