import { hash } from 'node:crypto';
import type { Digest } from '../../ports/digest.ts';

export function createSystemDigest(): Digest {
  return { sha256: (content) => hash('sha256', content, 'hex') };
}
