/** Chance that can be had again: the same name and seed give the same course. */
export type Chance = {
  /** A whole number from 0, below the bound. */
  below(bound: number): number;
  happens(oneIn: number): boolean;
  pick<T>(from: readonly T[]): T;
};

/** The seed is printed; `SEED=…` in the environment tries another. */
export function seededChance(name: string): Chance {
  const given = process.env['SEED'];
  const seed = given === undefined ? seedOf(name) : Number(given);
  process.stdout.write(`${name}: seed ${seed}\n`);
  return chanceOf(seed);
}

/** Mulberry32: small, even enough, and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  return { below, happens: (oneIn) => below(oneIn) === 0, pick };
}

function seedOf(name: string): number {
  return [...name].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7) >>> 0;
}
