import { expect } from 'vitest';
import type { DocumentLibrary, FileRequest, LibraryDocument } from '../../src/ports/document-library.ts';
import type { Contract } from './run-contract.ts';

export type OpenedLibrary = {
  readonly library: DocumentLibrary;
  /** Changes the file as a person does in Word, past the library. */
  editByHand(document: LibraryDocument, text: string): Promise<void>;
  close(): Promise<void>;
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A request to file minutes; give what the test is about. */
export function minutesRequest(
  given: Partial<FileRequest> & { readonly text?: string; readonly name?: string } = {},
): FileRequest {
  const { text = 'first', name = 'Referat af møde.docx', ...rest } = given;
  return {
    operationId: 'minutes/m1/1',
    place: { committee: 'LUU Test', meetingDate: '2027-03-08', folder: 'Referat', name },
    bytes: bytesOf(text),
    metadata: { committee: 'LUU Test', status: 'Udkast', version: 1 },
    existing: 'keep',
    ...rest,
  };
}

async function textIn(library: DocumentLibrary, documentId: string): Promise<string> {
  return textOf((await library.read(documentId)).bytes);
}

/** What every archive promises. */
export const documentLibraryContract: Contract<OpenedLibrary> = {
  'files a paper where it belongs, with its columns, and finds it again by its operation': async ({
    library,
  }) => {
    const filed = await library.file(minutesRequest());
    expect(filed).toMatchObject({ edition: 1, size: 5, metadata: { status: 'Udkast', version: 1 } });
    expect(filed.path.split('/')).toEqual(
      expect.arrayContaining(['LUU Test', '2027', 'Referat', 'Referat af møde.docx']),
    );
    expect(filed.sha256).toBe('a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e');
    expect(await library.find('minutes/m1/1')).toEqual(filed);
    expect(await textIn(library, filed.documentId)).toBe('first');
  },

  'keeps what lies there when the same operation comes again': async ({ library }) => {
    const filed = await library.file(minutesRequest());
    expect(await library.file(minutesRequest({ text: 'again', name: 'other.docx' }))).toEqual(filed);
    expect(await textIn(library, filed.documentId)).toBe('first');
  },

  'makes one file of one operation that comes many times at once': async ({ library }) => {
    const filed = await Promise.all(Array.from({ length: 8 }, () => library.file(minutesRequest())));
    expect(new Set(filed.map(({ documentId }) => documentId)).size).toBe(1);
    expect(await library.list()).toHaveLength(1);
  },

  'replaces bytes as a new edition of the same file, and adds columns to those it has': async ({
    library,
  }) => {
    const first = await library.file(minutesRequest());
    const metadata = { status: 'Godkendt' };
    const second = await library.file(minutesRequest({ text: 'second', existing: 'replace', metadata }));
    expect(second).toMatchObject({ documentId: first.documentId, path: first.path, edition: 2 });
    expect(second.metadata).toMatchObject({ status: 'Godkendt', version: 1 });
    expect(await textIn(library, first.documentId)).toBe('second');
  },

  'counts no edition when the bytes are the same': async ({ library }) => {
    await library.file(minutesRequest());
    expect(await library.file(minutesRequest({ existing: 'replace' }))).toMatchObject({ edition: 1 });
  },

  'shows what a person changed as the newest edition': async ({ library, editByHand }) => {
    const filed = await library.file(minutesRequest());
    await editByHand(filed, 'by hand');
    const { document, bytes } = await library.read(filed.documentId);
    expect(textOf(bytes)).toBe('by hand');
    expect(document).toMatchObject({ documentId: filed.documentId, edition: 2, size: 7 });
    expect(await library.file(minutesRequest())).toMatchObject({ edition: 2, sha256: document.sha256 });
  },

  'does not write over what a person changed, however often it is asked': async ({ library, editByHand }) => {
    const filed = await library.file(minutesRequest());
    await editByHand(filed, 'by hand');
    const request = minutesRequest({ text: 'second', existing: 'replace', basedOn: filed.sha256 });
    for (const each of [request, request, minutesRequest({ text: 'second', existing: 'replace' })]) {
      await expect(library.file(each)).rejects.toMatchObject({ name: 'PortFailure', kind: 'conflict' });
    }
    expect(await textIn(library, filed.documentId)).toBe('by hand');
  },

  'writes over it with what was made from it, and may be asked to once more': async ({
    library,
    editByHand,
  }) => {
    const filed = await library.file(minutesRequest());
    await editByHand(filed, 'by hand');
    const { document } = await library.read(filed.documentId);
    const basedOn = document.sha256;
    await library.file(minutesRequest({ text: 'second', existing: 'replace', basedOn }));
    const again = await library.file(
      minutesRequest({ text: 'second, set anew', existing: 'replace', basedOn }),
    );
    expect(again).toMatchObject({ documentId: filed.documentId, edition: 4 });
    expect(await textIn(library, filed.documentId)).toBe('second, set anew');
  },

  'sets columns without a new edition and leaves the others': async ({ library }) => {
    const { documentId } = await library.file(minutesRequest());
    await library.stamp(documentId, { status: 'Godkendt', approved: '2027-04-01' });
    await library.stamp(documentId, { status: 'Godkendt', approved: '2027-04-01' });
    const stamped = await library.find('minutes/m1/1');
    expect(stamped).toMatchObject({
      edition: 1,
      metadata: { status: 'Godkendt', approved: '2027-04-01', version: 1 },
    });
  },

  'keeps two papers of the same name apart': async ({ library }) => {
    const one = await library.file(minutesRequest({ operationId: 'one', text: 'one' }));
    const two = await library.file(minutesRequest({ operationId: 'two', text: 'two' }));
    expect(one.path).not.toBe(two.path);
    expect(await textIn(library, one.documentId)).toBe('one');
    expect(await textIn(library, two.documentId)).toBe('two');
  },

  'keeps the full title of a paper whose name no disk takes': async ({ library }) => {
    const name = `Bilag 4: "Hvad nu?" ${'æ'.repeat(300)}.docx`;
    const filed = await library.file(minutesRequest({ name }));
    expect(filed.metadata.title).toBe(name);
    expect(filed.path).not.toMatch(/["*:<>?\\|]/);
  },

  'lists all files by path': async ({ library }) => {
    for (const name of ['b.docx', 'a.docx', 'c.docx'])
      await library.file(minutesRequest({ operationId: name, name }));
    const paths = (await library.list()).map(({ path }) => path);
    expect(paths).toHaveLength(3);
    expect(paths).toEqual(paths.toSorted());
  },

  'holds a paper without a byte and one of five million': async ({ library }) => {
    for (const size of [0, 5_000_000]) {
      const bytes = new Uint8Array(size).fill(65);
      const filed = await library.file(minutesRequest({ operationId: `of ${size}`, bytes }));
      expect((await library.read(filed.documentId)).bytes.length).toBe(size);
    }
  },

  'says that there is nothing under an unknown name': async ({ library }) => {
    expect(await library.find('unknown')).toBeUndefined();
    await expect(library.read('unknown')).rejects.toMatchObject({ name: 'PortFailure', kind: 'gone' });
    await expect(library.stamp('unknown', { status: 'x' })).rejects.toMatchObject({ kind: 'gone' });
  },
};
