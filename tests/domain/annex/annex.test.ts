import { expect, it } from 'vitest';
import { annexNumber } from '../../../src/domain/annex/annex.ts';

it('an annex is numbered by its item and its place there, both from 1', () => {
  expect(annexNumber(5, 1)).toBe('5.2');
  expect(annexNumber(10, 0)).toBe('10.1');
});
