import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bytesOf,
  documentLibraryContract,
  minutesRequest,
  textOf,
} from '../../contracts/document-library.contract.ts';
import { createMovedClock } from '../../contracts/moved-clock.ts';
import { runContract } from '../../contracts/run-contract.ts';
import { type LibraryInFolder, libraryIn, passingLibrary } from './library-in-folder.ts';

runContract('the local library', documentLibraryContract, passingLibrary);

describe('the local library as a folder of files', () => {
  let opened: LibraryInFolder;
  beforeEach(async () => {
    opened = await passingLibrary();
  });
  afterEach(() => opened.close());
  const file = (...given: Parameters<typeof minutesRequest>) => opened.library.file(minutesRequest(...given));
  const onDisk = (path: string) => join(opened.root, path);
  const replaced = (text: string) => file({ text, existing: 'replace' });
  const editionsOf = (path: string) => {
    const versions = join(dirname(onDisk(path)), '.versions');
    return readdirSync(versions).flatMap((folder) =>
      readdirSync(join(versions, folder))
        .toSorted()
        .map((name) => `${name}: ${readFileSync(join(versions, folder, name), 'utf8')}`),
    );
  };

  it('has the folders that the archive will have', async () => {
    const library = libraryIn(opened.root, { meetingFolder: (date) => `${date} Møde` });
    const filed = await library.file(minutesRequest());
    expect(filed.path).toBe('LUU Test/2027/2027-03-08 Møde/Referat/Referat af møde.docx');
    expect(readFileSync(onDisk(filed.path), 'utf8')).toBe('first');
    expect(filed.href).toBe(
      'http://127.0.0.1:3978/library/LUU%20Test/2027/2027-03-08%20M%C3%B8de/Referat/Referat%20af%20m%C3%B8de.docx',
    );
    expect(JSON.parse(readFileSync(onDisk(`${filed.path}.meta.json`), 'utf8'))).toMatchObject({
      operationId: 'minutes/m1/1',
      metadata: { status: 'Udkast', title: 'Referat af møde.docx' },
    });
  });

  it('knows everything again after a restart', async () => {
    const filed = await file();
    const again = libraryIn(opened.root);
    expect(await again.find('minutes/m1/1')).toEqual(filed);
    expect(await again.file(minutesRequest({ text: 'other' }))).toEqual(filed);
  });

  it('keeps every edition that it wrote', async () => {
    const { path } = await file();
    await replaced('second');
    await replaced('third');
    expect(editionsOf(path)).toEqual(['1.docx: first', '2.docx: second', '3.docx: third']);
  });

  it('takes in what a person changed in place, and keeps what was there before', async () => {
    const { documentId, path } = await file();
    writeFileSync(onDisk(path), 'by hand');
    const { document, bytes } = await opened.library.read(documentId);
    expect(textOf(bytes)).toBe('by hand');
    expect(document).toMatchObject({ edition: 2, size: 7 });
    expect(await opened.library.find('minutes/m1/1')).toMatchObject({ edition: 2 });
    writeFileSync(onDisk(path), 'by hand again');
    expect(await opened.library.list()).toMatchObject([{ edition: 3, size: 13 }]);
    expect(editionsOf(path)).toEqual(['1.docx: first', '2.docx: by hand', '3.docx: by hand again']);
  });

  it('notices in a list a change that keeps size and name', async () => {
    const { path } = await file();
    const [before] = await opened.library.list();
    writeFileSync(onDisk(`${path}.tmp`), 'FIRST');
    renameSync(onDisk(`${path}.tmp`), onDisk(path));
    const [after] = await opened.library.list();
    expect([before?.edition, after?.edition]).toEqual([1, 2]);
  });

  it('keeps what a person changed also when it was replaced', async () => {
    const { documentId, path } = await file();
    writeFileSync(onDisk(path), 'by hand');
    const basedOn = (await opened.library.read(documentId)).document.sha256;
    await file({ text: 'second', existing: 'replace', basedOn });
    expect(editionsOf(path)).toEqual(['1.docx: first', '2.docx: by hand', '3.docx: second']);
  });

  it('goes on when a person put back what the program wrote', async () => {
    const { documentId, path } = await file();
    writeFileSync(onDisk(path), 'by hand');
    await opened.library.read(documentId);
    writeFileSync(onDisk(path), 'first');
    expect(await replaced('second')).toMatchObject({ edition: 4 });
  });

  it.each(['~$ferat af møde.docx', '~$Referat af møde.docx', '.~lock.Referat af møde.docx#'])(
    'waits while the file is open elsewhere: %s',
    async (mark) => {
      const { path, documentId } = await file();
      const lock = join(dirname(onDisk(path)), mark);
      writeFileSync(lock, '');
      await expect(replaced('second')).rejects.toMatchObject({ name: 'PortFailure', kind: 'locked' });
      expect((await file()).edition).toBe(1);
      await opened.library.stamp(documentId, { status: 'x' });
      rmSync(lock);
      expect(await replaced('second')).toMatchObject({ edition: 2 });
    },
  );

  it('never makes again in silence what a person removed', async () => {
    const { path, documentId } = await file();
    rmSync(onDisk(path));
    await expect(file()).rejects.toMatchObject({ kind: 'gone' });
    await expect(replaced('second')).rejects.toMatchObject({ kind: 'gone' });
    await expect(opened.library.read(documentId)).rejects.toMatchObject({ kind: 'gone' });
    expect(await opened.library.find('minutes/m1/1')).toBeUndefined();
    expect(await opened.library.list()).toEqual([]);
    expect(await file({ operationId: 'other' })).not.toMatchObject({ path });
  });

  it('follows a file that was moved with its record', async () => {
    const { path, documentId } = await file();
    mkdirSync(onDisk('Arkiv'));
    for (const each of [path, `${path}.meta.json`])
      renameSync(onDisk(each), onDisk(`Arkiv/${each.split('/').at(-1)}`));
    expect(await opened.library.find('minutes/m1/1')).toMatchObject({
      documentId,
      path: 'Arkiv/Referat af møde.docx',
    });
    expect(await opened.library.list()).toHaveLength(1);
  });

  it('leaves a file alone that a person laid where it wanted to write', async () => {
    const { path } = await file({ operationId: 'a' });
    const taken = path.replace('Referat af', 'Andet');
    writeFileSync(onDisk(taken), 'of a person');
    const filed = await file({ operationId: 'b', name: taken.split('/').at(-1) ?? '' });
    expect(filed.path).not.toBe(taken);
    expect(readFileSync(onDisk(taken), 'utf8')).toBe('of a person');
  });

  it('puts committees whose names differ only in case into one folder', async () => {
    const place = { ...minutesRequest().place, committee: 'luu test' };
    await file();
    expect((await file({ operationId: 'b', place })).path).toMatch(/^LUU Test\//);
  });

  it('tells the time by its clock, and numbers editions by the bytes', async () => {
    const clock = createMovedClock();
    const library = libraryIn(opened.root, { clock });
    await library.file(minutesRequest());
    clock.move({ hours: 400 });
    const second = await library.file(minutesRequest({ text: 'second', existing: 'replace' }));
    expect(second.modified.toString()).toBe(clock.now().toString());
  });

  it('is not upset by a record that is no record', async () => {
    const { path } = await file();
    writeFileSync(onDisk(`${path}.meta.json`), '{"documentId": 7');
    const again = libraryIn(opened.root);
    expect(await again.list()).toEqual([]);
    expect((await again.file(minutesRequest({ bytes: bytesOf('x') }))).path).not.toBe(path);
    expect(existsSync(onDisk(path))).toBe(true);
  });
});
