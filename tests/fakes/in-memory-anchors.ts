import type { Anchor, Anchors } from '../../src/ports/anchors.ts';
import { promised } from './promised.ts';

export type InMemoryAnchors = Anchors & {
  /** Somebody or something spoils what lies at this place of the log. */
  damage(seq: number): void;
  close(): Promise<void>;
};

/** Anchors that outlive a store in memory: hand the same to the next one. */
export function createInMemoryAnchors(): InMemoryAnchors {
  const kept: Anchor[] = [];
  const damaged = new Set<number>();
  return {
    drop: (anchor) =>
      promised(() => {
        if (!kept.some(({ occasion }) => occasion === anchor.occasion)) kept.push(anchor);
      }),
    newest: (limit) =>
      promised(() => {
        const all = kept.toSorted((a, b) => b.seq - a.seq);
        const [first] = all;
        const readable = all.filter(({ seq }) => !damaged.has(seq));
        const spoilt = first !== undefined && damaged.has(first.seq) ? [{ ...first, hash: '', at: '' }] : [];
        return [...spoilt, ...readable].slice(0, limit);
      }),
    damage: (seq) => void damaged.add(seq),
    close: () => promised(() => {}),
  };
}
