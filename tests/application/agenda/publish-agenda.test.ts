import { describe, expect, it } from 'vitest';
import { calledMeeting, heldMeeting, plannedMeeting } from '../../support/bench-story.ts';
import {
  drain,
  mustBeDone,
  openBench,
  refusedWithout,
  typesOf,
  wanted,
} from '../../support/committee-bench.ts';

describe('publishing the agenda', () => {
  it('locks it, files it, and shows it in the chat and to everybody invited', async () => {
    const bench = await plannedMeeting();
    await drain(bench);
    const { meetingId } = bench;
    expect(await mustBeDone(bench.useCases.publishAgenda({ ...bench.by('sigrid'), meetingId }))).toEqual({
      kind: 'done',
      invited: 4,
      repeated: false,
    });
    expect(typesOf(bench).at(-1)).toBe('AgendaPublished');
    const invited = ['bo', 'committee chat', 'elev', 'frida', 'mads'].map((each) => `agenda → ${each}`);
    expect(await wanted(bench)).toEqual([...invited, 'file agenda 1', 'next-step → sigrid']);
  });

  it('puts Word and PDF into the library, each once, and links the PDF on the cards', async () => {
    const bench = await calledMeeting();
    const papers = await bench.library.list();
    expect(papers.map(({ path }) => path)).toEqual([
      'LUU Prøveskolen/2025/2025-09-10/Dagsorden/agenda LUU Prøveskolen 2025-09-10 v1.docx',
      'LUU Prøveskolen/2025/2025-09-10/Dagsorden/agenda LUU Prøveskolen 2025-09-10 v1.pdf',
    ]);
    const pdf = papers[1]?.href;
    expect(bench.messenger.shown('mads', 'agenda')?.pdf).toBe(pdf);
    expect(bench.messenger.shown('committee chat', 'agenda')?.pdf).toBe(pdf);
    expect(typesOf(bench).filter((type) => type === 'PaperFiled')).toHaveLength(2);
  });

  it('pressed twice is done once', async () => {
    const bench = await calledMeeting();
    const before = bench.events.length;
    const again = bench.useCases.publishAgenda({ ...bench.by('sigrid'), meetingId: bench.meetingId });
    expect(await again).toEqual({ kind: 'done', invited: 4, repeated: true });
    expect(bench.events.length).toBe(before);
    expect(await wanted(bench)).toEqual([]);
  });

  it('is refused to members, for no meeting, and once the meeting was held', async () => {
    const bench = await plannedMeeting();
    const publish =
      (on: typeof bench, personId: string, meetingId = on.meetingId) =>
      () =>
        on.useCases.publishAgenda({ ...on.by(personId), meetingId });
    await refusedWithout(bench, publish(bench, 'mads'), {
      code: 'not-permitted',
      needs: ['secretary', 'chair'],
    });
    await refusedWithout(bench, publish(bench, 'sigrid', 'unknown'), { code: 'no-meeting' });
    const held = await heldMeeting();
    await refusedWithout(held, publish(held, 'sigrid'), { code: 'agenda-locked' });
  });
});

describe('the item on the last minutes', () => {
  async function wordingAfter(
    bench: Awaited<ReturnType<typeof heldMeeting>> | Awaited<ReturnType<typeof openBench>>,
  ) {
    const next = { committeeId: 'luu', date: '2025-12-10', from: '09:00', to: '12:00' };
    const { meetingId } = await mustBeDone(bench.useCases.planMeeting({ ...bench.by('sigrid'), ...next }));
    await mustBeDone(bench.useCases.publishAgenda({ ...bench.by('sigrid'), meetingId }));
    const { event } = bench.events.at(-1) ?? {};
    return event?.type === 'AgendaPublished' ? event.paper.items[1] : undefined;
  }

  it('says what became of the minutes of the meeting before', async () => {
    const bench = await heldMeeting();
    expect(await wordingAfter(bench)).toMatchObject({
      number: 2,
      title: 'Godkendelse af referat fra 2025-09-10',
      casePresentation: 'not-sent',
    });
  });

  it('stands as the rules word it in a committee without minutes', async () => {
    expect(await wordingAfter(await openBench())).toEqual({
      number: 2,
      title: 'Godkendelse af referat',
      purpose: 'approval',
      presenters: [],
      annexes: [],
    });
  });
});
