import { describe, expect, it } from 'vitest';
import { type ComparedAnchor, enterSafeMode } from '../../../src/domain/operation/enter-safe-mode.ts';
import { danish } from '../../support/danish-calendar.ts';
import {
  endProposed,
  operationAfter,
  safeModeEnded,
  safeModeEntered,
} from '../../support/invented-operation.ts';

const head = { seq: 800, hash: 'hash-800' };
const at = (wallTime: string) => danish(wallTime).toString();

/** An anchor and what the log holds at its place: by default the same. */
function anchor(seq: number, given: Partial<ComparedAnchor> = {}): ComparedAnchor {
  return { seq, hash: `hash-${seq}`, at: at('2025-09-19 10:00'), held: `hash-${seq}`, ...given };
}

const beyond = anchor(830, { held: undefined, at: at('2025-09-20 10:00') });

function entered(...anchors: readonly ComparedAnchor[]) {
  return enterSafeMode(operationAfter(), anchors, head);
}

describe('R16: safe mode is entered', () => {
  it('not where there is no anchor, or where the newest fits the log', () => {
    expect(entered()).toBeUndefined();
    expect(entered(anchor(800))).toBeUndefined();
    expect(entered(anchor(700))).toBeUndefined();
  });

  it('where the log ends before its newest anchor', () => {
    expect(entered(beyond, anchor(700))).toEqual(safeModeEntered);
  });

  it('where the log is another than the one that was anchored', () => {
    expect(entered(anchor(790, { held: 'another' }), anchor(600))).toMatchObject({
      anchor: { seq: 790, hash: 'hash-790' },
      head,
      agreed: 600,
    });
  });

  it('where the newest anchor cannot be read any more: then nobody knows', () => {
    const damaged = anchor(790, { hash: '', at: '' });
    const happened = entered(damaged, anchor(700));
    expect(happened).toMatchObject({ anchor: { seq: 790, hash: '' }, agreed: 700 });
    expect(happened).not.toHaveProperty('anchoredAt');
  });

  it('once: while it is on, it is not entered anew', () => {
    expect(enterSafeMode(operationAfter(safeModeEntered), [beyond], head)).toBeUndefined();
  });
});

describe('R16: after two persons agreed to go on', () => {
  const ended = operationAfter(safeModeEntered, endProposed, safeModeEnded);
  const enteredAfter = (...anchors: readonly ComparedAnchor[]) => enterSafeMode(ended, anchors, head);

  it('the anchors of the course they gave up say nothing any more', () => {
    const older = anchor(810, { held: undefined, at: at('2025-09-20 08:00') });
    const grownOver = anchor(801, { held: 'another', at: at('2025-09-20 07:00') });
    expect(enteredAfter(beyond, older, grownOver, anchor(700))).toBeUndefined();
  });

  it('an anchor that was dropped since counts, also at a place of the old course', () => {
    const since = anchor(815, { held: undefined, at: at('2025-09-23 08:00') });
    expect(enteredAfter(beyond, since, anchor(700))).toMatchObject({ anchor: { seq: 815 }, agreed: 700 });
  });

  it('an anchor beyond the one they gave up counts', () => {
    expect(enteredAfter(anchor(831, { held: undefined }), beyond)).toMatchObject({ anchor: { seq: 831 } });
  });

  it('an older anchor that the log fitted then counts', () => {
    expect(enteredAfter(beyond, anchor(700, { held: 'another' }))).toMatchObject({
      anchor: { seq: 700 },
      agreed: 0,
    });
  });

  it('a damaged anchor that they gave up says nothing any more', () => {
    const { anchoredAt: _unread, ...damaged } = safeModeEntered;
    const without = operationAfter(
      { ...damaged, anchor: { seq: 830, hash: '' } },
      endProposed,
      safeModeEnded,
    );
    const unreadable = anchor(830, { hash: '', at: '' });
    expect(enterSafeMode(without, [unreadable, anchor(700)], head)).toBeUndefined();
  });
});
