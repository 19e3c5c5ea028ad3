import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalLibrary } from '../../../src/adapters/local-library/create-local-library.ts';
import { minutesRequest } from '../../contracts/document-library.contract.ts';
import { type LibraryInFolder, libraryIn, passingLibrary } from './library-in-folder.ts';

const request = (operationId: string, text: string) => minutesRequest({ operationId, text });

/** What the store gives to processes that share a database: one works, the others wait. */
function takingTurns() {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
}

describe('a folder that two processes file into', () => {
  let opened: LibraryInFolder;
  let one: LocalLibrary;
  let two: LocalLibrary;
  beforeEach(async () => {
    opened = await passingLibrary();
    const exclusively = takingTurns();
    [one, two] = [libraryIn(opened.root, { exclusively }), libraryIn(opened.root, { exclusively })];
  });
  afterEach(() => opened.close());

  it('shows each what the other has filed since', async () => {
    await one.list();
    await two.list();
    const { documentId } = await one.file(request('a', 'one'));
    expect((await two.read(documentId)).document.documentId).toBe(documentId);
    expect(await two.find('a')).toMatchObject({ documentId });
  });

  it('keeps one file where both carry out the same', async () => {
    await two.list();
    const filed = await Promise.all([one.file(request('a', 'one')), two.file(request('a', 'one'))]);
    expect(new Set(filed.map(({ path }) => path)).size).toBe(1);
    expect(await one.list()).toHaveLength(1);
  });

  it('gives two papers of one name two names', async () => {
    await Promise.all([one.file(request('a', 'one')), two.file(request('b', 'two'))]);
    const names = (await two.list()).map(({ path }) => path);
    expect(new Set(names).size).toBe(2);
  });
});
