import { describe, expect, it } from 'vitest';
import type { CalledMeeting } from '../../../src/domain/meeting/meeting.ts';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import { meetingPaper } from '../../../src/domain/meeting/meeting-paper.ts';
import { draftMinutes } from '../../../src/domain/minutes/draft-minutes.ts';
import { item, minutesPaper, plan, roster } from '../../support/invented-committee.ts';
import { called, meetingAfter } from '../../support/invented-minutes.ts';

function calledMeeting(...events: readonly MeetingEvent[]): CalledMeeting {
  const meeting = meetingAfter(...events);
  if (meeting.situation !== 'agendaSent') throw new TypeError('the agenda was sent');
  return meeting;
}

const lists = (meeting: CalledMeeting, of = roster) =>
  draftMinutes(meeting, of).participants.map(({ name, list }) => `${list}: ${name}`);

describe('the draft of the minutes', () => {
  it('is the agenda that was sent, word for word, with everybody invited preset as present', () => {
    const draft = draftMinutes(calledMeeting(...called), roster);
    expect(draft.items).toEqual(minutesPaper.items);
    expect(draft.participants).toEqual([
      {
        name: 'Frida Formand-Prøve',
        title: 'Sektorformand',
        organisation: 'Prøve Kommune',
        role: 'formand',
        list: 'deltager',
      },
      { name: 'Mads Medlem-Prøve', title: 'Centerchef', organisation: 'Prøve Kommune', list: 'deltager' },
      {
        name: 'Bo Bisidder-Prøve',
        title: 'Uddannelseschef',
        organisation: 'Prøve Kommune',
        list: 'deltager',
      },
      { name: 'Elev Elevsen-Prøve', title: 'Elev', organisation: 'Prøve Kommune', list: 'tilforordnet' },
    ]);
    expect(meetingPaper.safeParse(draft).error).toBeUndefined();
  });

  it('moves one who sent apologies to the third list', () => {
    const meeting = calledMeeting(...called, { type: 'ApologiesSent', personId: 'frida', nonce: 'n1' });
    expect(lists(meeting)).toEqual([
      'deltager: Mads Medlem-Prøve',
      'deltager: Bo Bisidder-Prøve',
      'tilforordnet: Elev Elevsen-Prøve',
      'afbud: Frida Formand-Prøve',
    ]);
  });

  it('goes by the newest answer to the invitation', () => {
    const back = { type: 'AttendanceAnnounced', personId: 'frida', nonce: 'n2' } as const;
    const meeting = calledMeeting(...called, { type: 'ApologiesSent', personId: 'frida', nonce: 'n1' }, back);
    expect(lists(meeting)).toContain('deltager: Frida Formand-Prøve');
    expect(lists(meeting).join()).not.toContain('afbud');
  });

  it('has a substitute in the list of the one who is absent, and names whose place it is', () => {
    const apologies = {
      type: 'ApologiesSent',
      personId: 'elev',
      nonce: 'n1',
      substitute: { name: 'Ny Elev-Prøve' },
    } as const;
    const draft = draftMinutes(calledMeeting(...called, apologies), roster);
    expect(draft.participants).toContainEqual({
      name: 'Ny Elev-Prøve',
      list: 'tilforordnet',
      substituteFor: 'Elev Elevsen-Prøve',
    });
    expect(draft.participants.at(-1)).toMatchObject({ name: 'Elev Elevsen-Prøve', list: 'afbud' });
  });

  it('prints a substitute who is known with title and organisation, but not with a role of their own', () => {
    const substitute = { name: 'Sofie Suppleant-Prøve', personId: 'sofie' };
    const known = {
      ...substitute,
      title: 'Teamleder',
      organisation: 'Prøve Kommune',
      role: 'suppleant',
      list: 'none',
    } as const;
    const apologies = { type: 'ApologiesSent', personId: 'mads', nonce: 'n1', substitute } as const;
    expect(draftMinutes(calledMeeting(...called, apologies), [...roster, known]).participants).toContainEqual(
      {
        name: 'Sofie Suppleant-Prøve',
        title: 'Teamleder',
        organisation: 'Prøve Kommune',
        list: 'deltager',
        substituteFor: 'Mads Medlem-Prøve',
      },
    );
  });

  it('leaves out what is not known of a person instead of printing nothing', () => {
    const bare = roster.map((entry) => ({ ...entry, title: '', organisation: '' }));
    const draft = draftMinutes(calledMeeting(...called), bare);
    expect(draft.participants[1]).toEqual({ name: 'Mads Medlem-Prøve', list: 'deltager' });
    expect(meetingPaper.safeParse(draft).error).toBeUndefined();
  });

  it('keeps people named by an imported paper beside the seats, each once', () => {
    const named = [
      { name: 'Gæst Gæstesen', list: 'afbud' as const },
      { name: 'Mads Medlem-Prøve', list: 'afbud' as const },
      { name: 'Sigrid Sekretær-Prøve', list: 'tilforordnet' as const },
    ];
    const [, ...rest] = called;
    const meeting = calledMeeting({ type: 'MeetingPlanned', ...plan, named }, ...rest);
    expect(lists(meeting).filter((line) => !line.startsWith('deltager'))).toEqual([
      'tilforordnet: Sigrid Sekretær-Prøve',
      'tilforordnet: Elev Elevsen-Prøve',
      'afbud: Gæst Gæstesen',
    ]);
    expect(lists(meeting)).toContain('deltager: Mads Medlem-Prøve');
  });

  it('keeps what an imported paper already said of summary and decision', () => {
    const items = [item('i1', 'Praktikpladser', { summary: 'Drøftet.', decision: 'Anbefalet.' })];
    const paper = {
      ...minutesPaper,
      items: [{ number: 1, title: 'Praktikpladser', presenters: [], annexes: [] }],
    };
    const meeting = calledMeeting(
      { type: 'MeetingPlanned', ...plan },
      { type: 'AgendaDrafted', items, breaksAfter: [] },
      { type: 'AgendaPublished', paper, hash: 'h', invited: [] },
    );
    expect(draftMinutes(meeting, []).items).toEqual([
      { ...paper.items[0], summary: 'Drøftet.', decision: 'Anbefalet.' },
    ]);
  });
});
