import { canonicalJson } from '../../domain/minutes/canonical-json.ts';
import type { Digest } from '../../ports/digest.ts';
import type { StoredEvent } from '../../ports/event-log.ts';

/** What the first event of a log is chained to. */
export const beginningOfLog = '';

/** The link of the chain: whoever changes, removes or moves an event breaks it from there on. */
export function eventHash(digest: Digest, previousHash: string, stored: Omit<StoredEvent, 'hash'>): string {
  const { seq, stream, version, id, at, actor, event } = stored;
  return digest.sha256(
    previousHash + canonicalJson({ seq, stream, version, id, at: at.toString(), actor, event }),
  );
}
