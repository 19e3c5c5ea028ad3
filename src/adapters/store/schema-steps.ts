import type { Digest } from '../../ports/digest.ts';
import { StoreNotOpened } from './store-not-opened.ts';

/** One change of a store's schema. One that has been delivered is never changed; a new one is added at the end. */
export type SchemaStep = { readonly id: number; readonly name: string; readonly sql: string };

export type DoneStep = { readonly id: number; readonly checksum: string };

/** What is still to be done on a store, in order. Throws `StoreNotOpened` for one that was built otherwise. */
export function stepsToDo(
  steps: readonly SchemaStep[],
  done: readonly DoneStep[],
  digest: Digest,
): readonly SchemaStep[] {
  for (const { id, checksum } of done) assertKnown(digest, steps, id, checksum);
  const known = new Set(done.map((each) => each.id));
  return steps.filter(({ id }) => !known.has(id));
}

function assertKnown(digest: Digest, steps: readonly SchemaStep[], id: number, checksum: string): void {
  const step = steps.find((each) => each.id === id);
  if (step === undefined)
    throw new StoreNotOpened(`The store was made by a newer program (schema ${id}); start that one.`, {
      reason: 'newer-schema',
    });
  if (digest.sha256(step.sql) === checksum) return;
  throw new StoreNotOpened(`Step ${id} of the store's schema is not the one this program knows.`, {
    reason: 'changed-schema',
  });
}

/** A store of the demo is never used for real, nor the other way round. The first open decides. */
export function assertMark(found: string | undefined, mark: string): void {
  if (found === mark) return;
  throw new StoreNotOpened(`This store is marked ${found} and is not opened as ${mark}; use another one.`, {
    reason: 'other-mark',
  });
}
