import { describe, expect, it } from 'vitest';
import type { MeetingPaper } from '../../../src/domain/meeting/meeting-paper.ts';
import { pairedItems } from '../../../src/domain/minutes/paired-items.ts';
import { minutesPaper } from '../../support/invented-committee.ts';

const paper = (...titles: readonly string[]): MeetingPaper => ({
  ...minutesPaper,
  items: titles.map((title, index) => ({ number: index + 1, title, presenters: [], annexes: [] })),
});

const pairs = (before: MeetingPaper, after: MeetingPaper) =>
  pairedItems(before, after).map((each) =>
    [each.before?.number ?? '–', each.after?.number ?? '–'].join(' → '),
  );

describe('items of two versions', () => {
  it.each([
    ['that stayed', ['A', 'B'], ['A', 'B'], ['1 → 1', '2 → 2']],
    ['one put in between', ['A', 'B'], ['A', 'X', 'B'], ['1 → 1', '– → 2', '2 → 3']],
    ['one taken out', ['A', 'B', 'C'], ['A', 'C'], ['1 → 1', '3 → 2', '2 → –']],
    ['two that changed places', ['A', 'B'], ['B', 'A'], ['2 → 1', '1 → 2']],
    ['one called otherwise', ['A', 'B'], ['A', 'Bee'], ['1 → 1', '2 → 2']],
    ['several of one name', ['Pause', 'A', 'Pause'], ['Pause', 'A', 'Pause'], ['1 → 1', '2 → 2', '3 → 3']],
    ['one of several of one name gone', ['Pause', 'A', 'Pause'], ['Pause', 'A'], ['1 → 1', '2 → 2', '3 → –']],
    ['all new', [], ['A'], ['– → 1']],
  ])('%s', (_what, before, after, expected) => {
    expect(pairs(paper(...before), paper(...after))).toEqual(expected);
  });
});
