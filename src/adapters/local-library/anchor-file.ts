import { createHash } from 'node:crypto';
import type { Anchor } from '../../ports/anchors.ts';

/**
 * An anchor as a file: its place in the log and the mark of its occasion stand in the name, so that the newest is found, and
 * an occasion known again, also when what is in the file cannot be read.
 */
const shape = /^(\d{12})-([0-9a-f]{16})\.json$/;

export type NamedAnchor = { readonly name: string; readonly seq: number; readonly mark: string };

export function anchorName({ seq, occasion }: Pick<Anchor, 'seq' | 'occasion'>): string {
  return `${String(seq).padStart(12, '0')}-${markOf(occasion)}.json`;
}

export function markOf(occasion: string): string {
  return createHash('sha256').update(occasion).digest('hex').slice(0, 16);
}

/** Undefined for every other file that lies in the folder. */
export function namedAnchor(name: string): NamedAnchor | undefined {
  const [, seq, mark = ''] = shape.exec(name) ?? [];
  return seq === undefined ? undefined : { name, seq: Number(seq), mark };
}

export function anchorBytes({ seq, hash, at, occasion }: Anchor): Uint8Array {
  return Buffer.from(`${JSON.stringify({ seq, hash, at, occasion }, undefined, 2)}\n`);
}

/** Undefined when the file is not what was written under this name. */
export function parseAnchor(bytes: Uint8Array, named: NamedAnchor): Anchor | undefined {
  try {
    const read = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Anchor> | null;
    const { seq, hash, at, occasion } = read ?? {};
    const whole = [hash, at, occasion].every((each) => typeof each === 'string' && each !== '');
    const fits = seq === named.seq && markOf(occasion ?? '') === named.mark;
    return whole && fits && /^[0-9a-f]{64}$/.test(hash ?? '') ? (read as Anchor) : undefined;
  } catch {
    return undefined;
  }
}

/** What is known of an anchor whose file is damaged: it fits no log. */
export function damagedAnchor({ name, seq }: NamedAnchor): Anchor {
  return { seq, hash: '', at: '', occasion: name };
}
