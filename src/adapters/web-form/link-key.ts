import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyLength, readLinkKey } from './read-link-key.ts';

/**
 * The key that links of this installation are signed with, made once and readable by its owner only. For one process on
 * one folder; several that share a database are given theirs by the environment.
 */
export function ownLinkKey(dataDir: string): Uint8Array {
  const path = join(dataDir, 'link.key');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(path)) makeKey(path);
  return readLinkKey(readFileSync(path, 'utf8')) ?? keyTooShort(path);
}

/** Whole or not at all: a key that links were signed with is never replaced, and a crash leaves no half of one. */
function makeKey(path: string): void {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(keyLength).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}

function keyTooShort(path: string): never {
  throw new Error(`${path} holds no key of at least ${keyLength} bytes`);
}
