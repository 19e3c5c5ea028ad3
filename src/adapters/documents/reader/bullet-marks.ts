import type { BulletLevel } from './unit.ts';

const bulletMarks: readonly (readonly [RegExp, BulletLevel])[] = [
  [/^[•\uf0b7·●‣]\s*/u, 0],
  [/^[o○◦]\s+(?=\S)/u, 1],
  [/^[▪■\uf0a7§]\s*/u, 2],
  [/^[-–—*]\s+(?=\p{L})/u, 0],
];

export type Bullet = { readonly level: BulletLevel; readonly text: string };

/** The mark at a line's start gives the bullet's level: • o ▪, and a dash for the first. */
export const bulletOf = (text: string): Bullet | undefined => {
  if (text === 'o') return { level: 1, text: '' };
  for (const [mark, level] of bulletMarks) {
    const match = mark.exec(text);
    if (match !== null) return { level, text: text.slice(match[0].length) };
  }
  return undefined;
};
