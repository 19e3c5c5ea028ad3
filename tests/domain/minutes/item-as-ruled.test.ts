import { describe, expect, it } from 'vitest';
import { isVersioned, type Meeting } from '../../../src/domain/meeting/meeting.ts';
import type { Amendment, MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { itemAsRuled } from '../../../src/domain/minutes/item-as-ruled.ts';
import { rulingsToWrite } from '../../../src/domain/minutes/rulings-to-write.ts';
import { minutesPaper } from '../../support/invented-committee.ts';
import { ruled, sent, underApproval } from '../../support/invented-minutes.ts';

function ruling(objectionId: string, ...amendments: readonly Amendment[]): MeetingEvent {
  return { ...ruled(objectionId), amendments } as MeetingEvent;
}

const decision = (text: string): Amendment => ({ itemNumber: 2, field: 'decision', text });

function draftWritten(version: number, ...rulings: readonly string[]): MeetingEvent {
  const file = { paper: 'minutes-draft', format: 'docx', documentId: 'd', href: 'h', sha256: 's' } as const;
  return { type: 'PaperFiled', ...file, version, rulings };
}

function versioned(meeting: Meeting) {
  if (!isVersioned(meeting)) throw new TypeError('the minutes are out');
  return meeting;
}

describe('an item as it is ruled so far', () => {
  const asRuled = (...events: readonly MeetingEvent[]) =>
    itemAsRuled(versioned(underApproval(...events)), 2)?.decision;

  it('reads as in the newest version with the rulings on it', () => {
    expect(asRuled()).toBe('Udvalget anbefaler 40 pladser.');
    expect(asRuled(ruling('o1', decision('50 pladser.')))).toBe('50 pladser.');
    expect(asRuled(ruling('o1', decision('50 pladser.')), ruling('o2', decision('60 pladser.')))).toBe(
      '60 pladser.',
    );
    expect(asRuled(ruling('o1', { itemNumber: 2, field: 'decision' }))).toBeUndefined();
  });

  it('begins anew with each version, whichever version was objected to', () => {
    const [first, second, third] = minutesPaper.items;
    if (first === undefined || second === undefined || third === undefined)
      throw new TypeError('three items');
    const items = [first, { ...second, decision: '50 pladser.' }, third];
    const second2 = sent(2, { paper: { ...minutesPaper, items } });
    expect(asRuled(ruling('o1', decision('Noget andet.')), second2)).toBe('50 pladser.');
  });

  it('is nothing for an objection to the whole, or to an item that is gone', () => {
    expect(itemAsRuled(versioned(underApproval()), undefined)).toBeUndefined();
    expect(itemAsRuled(versioned(underApproval()), 9)).toBeUndefined();
  });
});

describe('rulings that are to be written into the draft', () => {
  const toWrite = (version: number, ...events: readonly MeetingEvent[]) =>
    rulingsToWrite(versioned(underApproval(...events)), version);

  it('are those on the version before, each once', () => {
    const first = ruling('o1', decision('50 pladser.'));
    const second = ruling('o2', decision('60 pladser.'));
    expect(toWrite(2, first)).toEqual({ amendments: [decision('50 pladser.')], rulings: ['o1'] });
    expect(toWrite(2, first, draftWritten(2, 'o1'))).toEqual({ amendments: [], rulings: ['o1'] });
    expect(toWrite(2, first, draftWritten(2, 'o1'), second)).toEqual({
      amendments: [decision('60 pladser.')],
      rulings: ['o1', 'o2'],
    });
    expect(toWrite(3, first, sent(2))).toEqual({ amendments: [], rulings: [] });
  });
});
