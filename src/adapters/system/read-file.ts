import { readFile } from 'node:fs/promises';

/** The bytes of a file named by a person; undefined where there is none that can be read. */
export async function readFileBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
