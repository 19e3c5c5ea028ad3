import type { BulletLevel } from './unit.ts';

const bulletMarks: readonly (readonly [RegExp, BulletLevel])[] = [
  [/^[•\uf0b7·●‣]\s*/u, 0],
  [/^[o○◦]\s+(?=\S)/u, 1],
  [/^[▪■\uf0a7]\s*/u, 2],
  // What a small square becomes in one byte; "§ 40" is a law.
  [/^§\s+(?=\p{L})/u, 2],
];

export type Bullet = { readonly level: BulletLevel; readonly text: string };

const dash = /^[-–—*]\s+(?=\p{L})/u;

/** The mark at a line's start gives the bullet's level: • o ▪; of a dash, the spaces before it. */
export const bulletOf = (text: string, indent: number): Bullet | undefined => {
  if (text === 'o') return { level: 1, text: '' };
  const dashed = dash.exec(text);
  if (dashed !== null) {
    return { level: indent < 2 ? 0 : indent < 4 ? 1 : 2, text: text.slice(dashed[0].length) };
  }
  for (const [mark, level] of bulletMarks) {
    const match = mark.exec(text);
    if (match !== null) return { level, text: text.slice(match[0].length) };
  }
  return undefined;
};
