import { describe, expect, it } from 'vitest';
import { paperFile } from '../../fakes/fake-papers.ts';
import { calledMeeting, heldMeeting, objectedMinutes, sentMinutes } from '../../support/bench-story.ts';
import { mustBeDone, refusedWithout, typesOf, writeDraft } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';

const draftOf = (meetingId: string) => `${meetingId}/minutes-draft/docx`;

describe('looking at what would be sent', () => {
  it('reads the minute-taker’s file and tells its doubts, the deadline and whom it asks', async () => {
    const bench = await heldMeeting();
    const { meetingId } = bench;
    bench.setTime('2025-09-12 15:00');
    const doubt = {
      code: 'item.empty-bullet',
      where: 'items.2',
      message: 'Der står et punkttegn uden tekst.',
    } as const;
    const file = await bench.library.find(draftOf(meetingId));
    const { event } = bench.events.findLast((each) => each.event.type === 'MinutesDrafted') ?? {};
    if (file === undefined || event?.type !== 'MinutesDrafted')
      throw new TypeError('the minutes were drafted');
    await bench.library.editByHand(file, paperFile(event.paper, [doubt]));
    const { view } = await mustBeDone(bench.useCases.previewMinutes({ ...bench.by('sigrid'), meetingId }));
    expect(view).toMatchObject({
      card: 'send-minutes',
      version: 1,
      asked: 3,
      decisions: 0,
      findings: [doubt],
      changes: [],
    });
    expect(view.deadline.toString()).toBe(danish('2025-09-25 00:00').toString());
    expect(typesOf(bench)).not.toContain('MinutesSent');
  });

  it('tells what has changed since the version before', async () => {
    const bench = await sentMinutes();
    const { meetingId } = bench;
    await writeDraft(bench, meetingId, (paper) => ({
      ...paper,
      items: paper.items.map((item) =>
        item.number === 2 ? { ...item, decision: 'Udvalget anbefaler 50 pladser.' } : item,
      ),
    }));
    const { view } = await mustBeDone(bench.useCases.previewMinutes({ ...bench.by('sigrid'), meetingId }));
    expect(view).toMatchObject({
      version: 2,
      decisions: 1,
      changes: [{ number: 2, title: 'Praktikpladser', fields: ['decision'] }],
    });
  });

  it('says why it could not be sent', async () => {
    const called = await calledMeeting();
    const preview =
      (on: typeof called, personId = 'sigrid', meetingId = on.meetingId) =>
      () =>
        on.useCases.previewMinutes({ ...on.by(personId), meetingId });
    await refusedWithout(called, preview(called), { code: 'draft-missing' });
    await refusedWithout(called, preview(called, 'sigrid', 'unknown'), { code: 'no-meeting' });
    const held = await heldMeeting();
    await refusedWithout(held, preview(held, 'mads'), {
      code: 'not-permitted',
      needs: ['secretary', 'minuteTaker'],
    });
    const sent = await sentMinutes();
    await refusedWithout(sent, preview(sent), { code: 'minutes-under-approval' });
    const objected = await objectedMinutes();
    await refusedWithout(objected, preview(objected), { code: 'unanswered-objections', count: 1 });
  });
});
