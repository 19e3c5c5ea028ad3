import { describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/domain/agenda/agenda-paper.ts';
import { meetingPaper } from '../../../src/domain/meeting/meeting-paper.ts';
import { item, items, plan, roster } from '../../support/invented-committee.ts';

const agenda = { items, breaksAfter: [2] };

describe('the agenda as it is sent', () => {
  it('has the head of the plan, everybody invited, and the items in order', () => {
    const paper = agendaPaper(
      'LUU Prøveskolen',
      { ...plan, theme: 'Praktik', minuteTaker: 'Sigrid' },
      agenda,
      roster,
      undefined,
    );
    expect(paper).toMatchObject({
      committee: 'LUU Prøveskolen',
      date: '2025-09-10',
      from: '09:00',
      to: '12:00',
      place: { site: 'Prøveskolen', room: 'lokale 2.9' },
      theme: 'Praktik',
      minuteTaker: 'Sigrid',
      breaksAfter: [2],
    });
    expect(paper).not.toHaveProperty('presidingPerson');
    expect(paper.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Godkendelse af dagsorden',
      '2 Praktikpladser',
      '3 Eventuelt',
    ]);
    expect(paper.participants.map(({ name }) => name)).toEqual([
      'Frida Formand-Prøve',
      'Mads Medlem-Prøve',
      'Bo Bisidder-Prøve',
      'Elev Elevsen-Prøve',
    ]);
    expect(meetingPaper.safeParse(paper).error).toBeUndefined();
  });

  it('words the item on the last minutes by what became of them', () => {
    const previous = item('i2', 'Godkendelse af referat', { standing: 'previousMinutes' });
    const wording = { title: 'Godkendelse af referat fra mødet d. 4. juni', summary: 'Godkendt stiltiende.' };
    const paper = agendaPaper(
      'LUU',
      plan,
      { items: [items[0] ?? previous, previous], breaksAfter: [] },
      roster,
      wording,
    );
    const { title, summary: casePresentation } = wording;
    expect(paper.items[1]).toMatchObject({ number: 2, title, casePresentation });
    expect(paper.items[0]?.title).toBe('Godkendelse af dagsorden');
  });

  it('leaves that item as it stands where there were no minutes before', () => {
    const previous = item('i2', 'Godkendelse af referat', { standing: 'previousMinutes' });
    expect(
      agendaPaper('LUU', plan, { items: [previous], breaksAfter: [] }, roster, undefined).items[0]?.title,
    ).toBe('Godkendelse af referat');
  });

  it('says nothing of an outcome that an imported paper held', () => {
    const held = item('i1', 'Praktikpladser', { summary: 'Drøftet.', decision: 'Anbefalet.' });
    const [printed] = agendaPaper('LUU', plan, { items: [held], breaksAfter: [] }, roster, undefined).items;
    expect(printed).toEqual({ number: 1, title: 'Praktikpladser', presenters: [], annexes: [] });
  });

  it('lists people named by an imported paper beside the seats, each once, in the order of the house', () => {
    const named = [
      { name: 'Afbud Andersen-Prøve', list: 'afbud' as const },
      { name: 'Tilde Tilforordnet-Prøve', list: 'tilforordnet' as const },
      { name: 'Mads Medlem-Prøve', list: 'deltager' as const, title: 'fra papiret' },
    ];
    const { participants } = agendaPaper('LUU', { ...plan, named }, agenda, roster, undefined);
    expect(participants.map(({ list, name }) => `${list}: ${name}`)).toEqual([
      'deltager: Frida Formand-Prøve',
      'deltager: Mads Medlem-Prøve',
      'deltager: Bo Bisidder-Prøve',
      'tilforordnet: Tilde Tilforordnet-Prøve',
      'tilforordnet: Elev Elevsen-Prøve',
      'afbud: Afbud Andersen-Prøve',
    ]);
    expect(participants[1]?.title).toBe('Centerchef');
  });
});
