import type { StoreReader } from './adapters/store/store.ts';
import { createSystemDigest } from './adapters/system/system-digest.ts';
import { readStorePlace } from './config.ts';
import { openReader } from './open-store.ts';

/** 0: done; 1: not done, with the reason on standard error; 2: the call's words are off. */
export type ExitCode = 0 | 1 | 2;

export type Command = (args: readonly string[]) => Promise<ExitCode>;

/** Reads the store that the environment names, also beside a running program. */
export async function withReader(work: (store: StoreReader) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await openReader(readStorePlace(), createSystemDigest());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export function done(sentence: string): ExitCode {
  console.log(sentence);
  return 0;
}

export function failed(sentence: string): ExitCode {
  console.error(sentence);
  return 1;
}

export function wrongWords(sentence: string): ExitCode {
  console.error(sentence);
  return 2;
}
