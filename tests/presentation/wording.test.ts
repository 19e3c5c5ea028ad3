import { describe, expect, it } from 'vitest';
import type { MeetingPaper } from '../../src/domain/meeting/meeting-paper.ts';
import { wording } from '../../src/presentation/wording.ts';
import { at } from '../cards/invented-meeting.ts';
import { closed } from '../texts/invented-closings.ts';

const summaryOf = (meeting: Parameters<typeof wording.previousMinutes>[0]['meeting']): string =>
  wording.previousMinutes({ date: '2023-09-22', meeting }).summary ?? '';

describe('the item on the last minutes', () => {
  it('names the meeting in its title', () => {
    const { title } = wording.previousMinutes({ date: '2023-09-22', meeting: 'not-sent' });
    expect(title).toBe('Godkendelse af referat fra mødet d. 22. september 2023');
  });

  it('says that silence approved, with the rule it rests on', () => {
    const summary = summaryOf(closed({ result: 'approvedTacitly' }));
    expect(summary).toMatch(/ingen indsigelser.*godkendt.*forretningsordenens punkt 6/);
    expect(summary).not.toContain('version');
  });

  it('says what became of the objections when a later version was approved', () => {
    const summary = summaryOf(
      closed({ result: 'approvedTacitly', version: 2, rulings: ['accepted', 'rejected'] }),
    );
    expect(summary).toContain('2 indsigelser: 1 er taget til følge og 1 er ikke taget til følge');
    expect(summary).toContain('godkendt i version 2');
  });

  it('never says approved of minutes that are not', () => {
    const open = [
      closed({ result: 'contested', standing: 1 }),
      closed({ result: 'needsDecision', counts: { unreached: 2 } }),
      'under-approval' as const,
      'not-sent' as const,
    ];
    for (const meeting of open) expect(summaryOf(meeting)).toContain('ikke godkendt');
  });

  it('tells the deadline of the version that was decided upon', () => {
    const meeting = closed({ result: 'approvedTacitly', terms: { deadline: '2024-09-30T22:00:00Z' } });
    expect(summaryOf(meeting)).toContain('mandag den 30. september 2024 kl. 24.00');
  });
});

describe('papers', () => {
  const paper: MeetingPaper = {
    committee: 'LUU SOSU-AMU',
    date: '2023-12-08',
    participants: [],
    items: [{ number: 1, title: 'Optag', presenters: [], annexes: [], decision: 'Taget til efterretning.' }],
    breaksAfter: [],
  };
  const about = { organisation: 'Eksempelskolen', version: 2, date: at('2023-12-15T08:00:00Z') };
  const textOf = (kind: Parameters<typeof wording.document>[1], status?: 'sent' | 'approved') =>
    JSON.stringify(wording.document(paper, kind, status === undefined ? about : { ...about, status }));

  it('keep decisions out of the agenda', () => expect(textOf('agenda')).not.toContain('efterretning'));

  it('leave room in the draft, and call it one', () => {
    expect(textOf('minutes-draft')).toContain('Udkast');
    expect(textOf('minutes-draft')).toContain('Resumé:');
    expect(textOf('minutes')).not.toContain('Resumé:');
  });

  it('say version and state of the minutes', () => {
    expect(textOf('minutes', 'sent')).toMatch(/version 2 · Sendt til godkendelse/);
    expect(textOf('minutes', 'approved')).toMatch(/version 2 · Godkendt/);
  });

  it('are named by committee and date', () => {
    const named = { committee: 'LUU SOSU-AMU', date: '2023-12-08', version: 2 };
    expect(wording.fileName('agenda', named)).toBe('Dagsorden LUU SOSU-AMU 8. december 2023');
    expect(wording.fileName('minutes', named)).toBe('Referat LUU SOSU-AMU 8. december 2023 version 2');
    expect(
      new Set((['agenda', 'minutes-draft', 'minutes'] as const).map((kind) => wording.fileName(kind, named)))
        .size,
    ).toBe(3);
    expect(wording.meetingFolder('2023-12-08')).toBe('2023-12-08 Møde');
    expect(wording.meetingFolder('uden dato')).toBe('uden dato');
  });

  it('print roles, but none for plain members', () => {
    expect(wording.role('chair', 'LUU SOSU-AMU')).toBe('formand i LUU SOSU-AMU');
    expect(wording.role('member', 'LUU SOSU-AMU')).toBeUndefined();
  });
});
