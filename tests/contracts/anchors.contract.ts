import { expect } from 'vitest';
import type { Anchor, Anchors } from '../../src/ports/anchors.ts';
import type { Contract } from './run-contract.ts';

export type OpenedAnchors = {
  readonly anchors: Anchors;
  /** Somebody or something spoils the anchor at this place of the log. */
  damage(seq: number): Promise<void> | void;
  close(): Promise<void>;
};

export function anchorAt(seq: number, given: Partial<Anchor> = {}): Anchor {
  const hash = String(seq).padStart(64, 'a');
  return { seq, hash, at: '2027-03-08T10:00:00Z', occasion: `day/${seq}`, ...given };
}

/** What every place for anchors promises. */
export const anchorsContract: Contract<OpenedAnchors> = {
  'has none at first': async ({ anchors }) => {
    expect(await anchors.newest(10)).toEqual([]);
  },

  'gives back what was dropped, the newest place of the log first': async ({ anchors }) => {
    for (const seq of [7, 1_000, 30]) await anchors.drop(anchorAt(seq));
    expect(await anchors.newest(10)).toEqual([anchorAt(1_000), anchorAt(30), anchorAt(7)]);
    expect(await anchors.newest(1)).toEqual([anchorAt(1_000)]);
  },

  'keeps the first anchor of an occasion': async ({ anchors }) => {
    await anchors.drop(anchorAt(7, { occasion: 'closed/m1/1' }));
    await anchors.drop(anchorAt(9, { occasion: 'closed/m1/1' }));
    expect(await anchors.newest(10)).toEqual([anchorAt(7, { occasion: 'closed/m1/1' })]);
  },

  'makes one anchor of one occasion that comes many times at once': async ({ anchors }) => {
    const occasion = 'day/2027-03-08';
    await Promise.all([7, 8, 9].map((seq) => anchors.drop(anchorAt(seq, { occasion }))));
    expect(await anchors.newest(10)).toHaveLength(1);
  },

  'keeps two occasions at the same place of the log': async ({ anchors }) => {
    await anchors.drop(anchorAt(7, { occasion: 'day/2027-03-08' }));
    await anchors.drop(anchorAt(7, { occasion: 'closed/m1/1' }));
    expect(await anchors.newest(10)).toHaveLength(2);
  },

  'takes any words as an occasion': async ({ anchors }) => {
    const occasion = '../../CON/æ:"<>|?*\n';
    await anchors.drop(anchorAt(7, { occasion }));
    expect(await anchors.newest(1)).toEqual([anchorAt(7, { occasion })]);
  },

  'tells of a damaged newest anchor, with a hash that fits no log': async ({ anchors, damage }) => {
    for (const seq of [7, 30]) await anchors.drop(anchorAt(seq));
    await damage(30);
    const found = await anchors.newest(10);
    expect(found[0]).toMatchObject({ seq: 30, hash: '' });
    expect(found.slice(1)).toEqual([anchorAt(7)]);
  },

  'passes over a damaged anchor that a newer one covers': async ({ anchors, damage }) => {
    for (const seq of [7, 30]) await anchors.drop(anchorAt(seq));
    await damage(7);
    expect(await anchors.newest(10)).toEqual([anchorAt(30)]);
  },

  'writes nothing over a damaged anchor': async ({ anchors, damage }) => {
    await anchors.drop(anchorAt(30));
    await damage(30);
    await anchors.drop(anchorAt(30));
    expect((await anchors.newest(1))[0]).toMatchObject({ hash: '' });
  },
};
