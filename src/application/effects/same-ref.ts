import type { FiledPaperRef } from '../../domain/meeting/meeting.ts';

/** The same bytes of the same file, with the same rulings in it: nothing new to note. */
export function sameRef(a: FiledPaperRef, b: FiledPaperRef): boolean {
  return (
    a.paper === b.paper &&
    a.version === b.version &&
    a.format === b.format &&
    a.documentId === b.documentId &&
    a.sha256 === b.sha256 &&
    (a.rulings ?? []).join() === (b.rulings ?? []).join()
  );
}
