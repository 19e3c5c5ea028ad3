import { randomUUID } from 'node:crypto';
import type { Ids } from '../../ports/ids.ts';

export function createSystemIds(): Ids {
  return { next: () => randomUUID() };
}
