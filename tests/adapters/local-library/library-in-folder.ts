import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createLocalLibrary,
  type LocalLibrary,
  type LocalLibraryOptions,
} from '../../../src/adapters/local-library/create-local-library.ts';
import { createSystemDigest } from '../../../src/adapters/system/system-digest.ts';
import type { LibraryDocument } from '../../../src/ports/document-library.ts';
import type { OpenedLibrary } from '../../contracts/document-library.contract.ts';
import { createMovedClock } from '../../contracts/moved-clock.ts';

export type LibraryInFolder = OpenedLibrary & { readonly library: LocalLibrary; readonly root: string };

export function libraryIn(root: string, options: Partial<LocalLibraryOptions> = {}): LocalLibrary {
  const baseUrl = () => 'http://127.0.0.1:3978';
  return createLocalLibrary({
    root,
    clock: createMovedClock(),
    digest: createSystemDigest(),
    baseUrl,
    ...options,
  });
}

export function passingLibrary(): Promise<LibraryInFolder> {
  const root = mkdtempSync(join(tmpdir(), 'library-'));
  const close = () => Promise.resolve(rmSync(root, { recursive: true, force: true }));
  const editByHand = ({ path }: LibraryDocument, text: string) =>
    Promise.resolve(writeFileSync(join(root, path), text));
  return Promise.resolve({ library: libraryIn(root), root, editByHand, close });
}
