import { describe, expect, it } from 'vitest';
import { calledMeeting, heldMeeting, plannedMeeting } from '../../support/bench-story.ts';
import { drain, mustBeDone, refusedWithout, typesOf, wanted } from '../../support/committee-bench.ts';

describe('answering an invitation', () => {
  it('shows the answer on the own card, and the counts in the chat and to all who are invited', async () => {
    const bench = await calledMeeting();
    const { meetingId } = bench;
    const answer = { ...bench.by('mads'), meetingId, nonce: 'n1', coming: true } as const;
    expect(await mustBeDone(bench.useCases.answerInvitation(answer))).toEqual({ kind: 'done', coming: true });
    const invited = ['bo', 'elev', 'frida', 'mads'].map((personId) => `agenda → ${personId}`);
    expect(await wanted(bench)).toEqual([...invited, 'agenda → committee chat'].toSorted());
    await drain(bench);
    expect(bench.messenger.shown('mads', 'agenda')?.viewer).toMatchObject({ rsvp: { coming: true } });
    expect(bench.messenger.shown('committee chat', 'agenda')?.counts).toEqual({
      coming: 1,
      apologies: 0,
      missing: 3,
    });
    expect(bench.messenger.shown('committee chat', 'agenda')?.viewer).toEqual({ kind: 'shared' });
  });

  it('brings the message of who sends apologies to the chair, and to nobody else', async () => {
    const bench = await calledMeeting();
    const said = { substituteName: 'Sofie Suppleant-Prøve', message: 'Jeg er på kursus.' };
    const answer = {
      ...bench.by('mads'),
      meetingId: bench.meetingId,
      nonce: 'n1',
      coming: false,
      ...said,
    } as const;
    await mustBeDone(bench.useCases.answerInvitation(answer));
    await drain(bench);
    expect(bench.messenger.shown('frida', 'agenda')?.viewer).toMatchObject({
      apologies: [
        { name: 'Mads Medlem-Prøve', substitute: 'Sofie Suppleant-Prøve', message: 'Jeg er på kursus.' },
      ],
    });
    for (const place of ['bo', 'elev', 'committee chat'])
      expect(JSON.stringify(bench.messenger.shown(place, 'agenda'))).not.toContain('kursus');
  });

  it('names a substitute from the people, or by the name that was written', async () => {
    const bench = await calledMeeting();
    const { meetingId } = bench;
    const apologies = (nonce: string, said: object) =>
      bench.useCases.answerInvitation({ ...bench.by('mads'), meetingId, nonce, coming: false, ...said });
    expect(await apologies('n1', { substituteId: 'elev', substituteName: 'En anden' })).toEqual({
      kind: 'done',
      coming: false,
      substitute: 'Elev Elevsen-Prøve',
    });
    expect(
      await apologies('n2', { substituteId: 'ghost', substituteName: 'Sofie Suppleant-Prøve' }),
    ).toMatchObject({
      substitute: 'Sofie Suppleant-Prøve',
    });
    expect(await apologies('n3', { message: 'Jeg er syg.' })).toEqual({ kind: 'done', coming: false });
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'ApologiesSent', message: 'Jeg er syg.' });
  });

  it('R5: delivered again, also after a newer answer, changes nothing and tells what stands', async () => {
    const bench = await calledMeeting();
    const { meetingId } = bench;
    const coming = { ...bench.by('mads'), meetingId, nonce: 'n1', coming: true } as const;
    await mustBeDone(bench.useCases.answerInvitation(coming));
    const apologies = {
      ...coming,
      nonce: 'n2',
      coming: false,
      substituteName: 'Sofie Suppleant-Prøve',
    } as const;
    await mustBeDone(bench.useCases.answerInvitation(apologies));
    await drain(bench);
    const before = bench.events.length;
    const again = await bench.useCases.answerInvitation(coming);
    expect(again).toEqual({ kind: 'done', coming: false, substitute: 'Sofie Suppleant-Prøve' });
    expect(bench.events.length).toBe(before);
    expect(await wanted(bench)).toEqual([]);
  });

  it('is refused to strangers, for no meeting, too early and too late', async () => {
    const called = await calledMeeting();
    const answer = (bench: typeof called, personId: string, meetingId: string) => () =>
      bench.useCases.answerInvitation({ ...bench.by(personId), meetingId, nonce: 'n1', coming: true });
    await refusedWithout(called, answer(called, 'nobody', called.meetingId), { code: 'not-a-member' });
    await refusedWithout(called, answer(called, 'mads', 'unknown'), { code: 'no-meeting' });
    const early = await plannedMeeting();
    await refusedWithout(early, answer(early, 'mads', early.meetingId), { code: 'agenda-not-sent' });
    called.setTime('2025-09-10 12:00');
    await refusedWithout(called, answer(called, 'mads', called.meetingId), { code: 'meeting-over' });
    const held = await heldMeeting();
    held.setTime('2025-09-10 11:00');
    await refusedWithout(held, answer(held, 'mads', held.meetingId), { code: 'meeting-held' });
    expect(typesOf(held)).not.toContain('AttendanceAnnounced');
  });
});
