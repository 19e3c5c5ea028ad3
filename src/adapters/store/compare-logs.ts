import type { LogPlace } from '../../domain/operation/operation.ts';
import type { Anchor } from '../../ports/anchors.ts';
import type { Digest } from '../../ports/digest.ts';
import { type RawEvent, type ReadRaw, UnreadableEvents, verifyChain } from './verify-chain.ts';

export type Comparison =
  /** Nothing that the older copy holds was changed since. */
  | { readonly kind: 'prefix'; readonly older: LogPlace; readonly newer: LogPlace }
  | { readonly kind: 'older-broken'; readonly at: number }
  | { readonly kind: 'newer-broken'; readonly at: number }
  /** The first event that is another one in the newer log. */
  | { readonly kind: 'differs'; readonly at: number }
  /** The newer log ends before the older copy. */
  | { readonly kind: 'shorter'; readonly at: number };

const pageSize = 500;

/** Whether the older log is how the newer began: compared letter by letter, and both chains walked. */
export async function compareLogs(older: ReadRaw, newer: ReadRaw, digest: Digest): Promise<Comparison> {
  const before = await verifyChain(older, digest);
  if (before.chain === 'broken') return { kind: 'older-broken', at: before.brokenAt };
  const difference = await firstDifference(older, newer);
  if (difference !== undefined) return difference;
  const now = await verifyChain(newer, digest);
  return now.chain === 'broken'
    ? { kind: 'newer-broken', at: now.brokenAt }
    : { kind: 'prefix', older: before.head, newer: now.head };
}

async function firstDifference(older: ReadRaw, newer: ReadRaw): Promise<Comparison | undefined> {
  let after = 0;
  for (;;) {
    const were = await older(after, pageSize);
    if (were.length === 0) return undefined;
    const are = await readable(newer, after);
    for (const [place, was] of were.entries()) {
      const is = are[place];
      if (is === undefined) return { kind: 'shorter', at: was.seq };
      if (!isSame(was, is)) return { kind: 'differs', at: was.seq };
    }
    after = were.at(-1)?.seq ?? after;
    await new Promise(setImmediate);
  }
}

/** What cannot be read is not there. */
async function readable(readRaw: ReadRaw, after: number): Promise<readonly RawEvent[]> {
  try {
    return await readRaw(after, pageSize);
  } catch (error) {
    if (error instanceof UnreadableEvents) return [];
    throw error;
  }
}

function isSame(a: RawEvent, b: RawEvent): boolean {
  return (Object.keys(a) as (keyof RawEvent)[]).every((column) => a[column] === b[column]);
}

/** Each anchor beside what the log holds at its place. */
export async function comparedAnchors(
  readRaw: ReadRaw,
  anchors: readonly Anchor[],
): Promise<readonly (Anchor & { readonly held: string | undefined })[]> {
  const compared: (Anchor & { readonly held: string | undefined })[] = [];
  for (const anchor of anchors) {
    const [event] = await readRaw(anchor.seq - 1, 1);
    compared.push({ ...anchor, held: event?.seq === anchor.seq ? event.hash : undefined });
  }
  return compared;
}
