import { describe, expect, it } from 'vitest';
import { createKnownDoubts } from '../../src/application/known-doubts.ts';
import { doubted, operationAfter, safeModeEntered } from '../support/invented-operation.ts';

const doubtful = operationAfter(doubted('2025-09-20 08:00', '2025-09-20 09:00'));

function known() {
  const doubts = createKnownDoubts();
  let told = 0;
  doubts.whenSettled(() => {
    told += 1;
  });
  return { ...doubts, told: () => told };
}

describe('what a process knows of doubts', () => {
  it('is none at first, and what it saw last', () => {
    const doubts = known();
    expect([doubts.isClockDoubted(), doubts.areAnchorsUnread()]).toEqual([false, false]);
    doubts.see(doubtful);
    doubts.seeAnchors(false);
    expect([doubts.isClockDoubted(), doubts.areAnchorsUnread()]).toEqual([true, true]);
  });

  it('is told on when the last doubt is gone, and only then', () => {
    const doubts = known();
    doubts.see(operationAfter());
    doubts.see(operationAfter(safeModeEntered));
    doubts.see(doubtful);
    doubts.seeAnchors(false);
    doubts.see(operationAfter());
    expect(doubts.told()).toBe(0);
    doubts.seeAnchors(true);
    expect(doubts.told()).toBe(1);
    doubts.see(operationAfter());
    expect(doubts.told()).toBe(1);
  });
});
