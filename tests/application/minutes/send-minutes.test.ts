import { describe, expect, it } from 'vitest';
import { heldMeeting, pressOf, sendDraft, sentMinutes, someObjection } from '../../support/bench-story.ts';
import {
  drain,
  mustBeDone,
  refusedWithout,
  sweep,
  typesOf,
  wanted,
  writeDraft,
} from '../../support/committee-bench.ts';

const draftOf = (meetingId: string) => `${meetingId}/minutes-draft/docx`;

describe('sending minutes', () => {
  it('freezes what the file said, files it, asks the entitled and tells the chat', async () => {
    const bench = await heldMeeting();
    bench.setTime('2025-09-12 15:00');
    const said = await sendDraft(bench);
    expect(said).toMatchObject({ version: 1, asked: 3 });
    expect(await wanted(bench)).toEqual([
      'file minutes 1',
      'minutes-for-approval 1 → bo',
      'minutes-for-approval 1 → frida',
      'minutes-for-approval 1 → mads',
      'minutes-status 1 → committee chat',
      'next-step → sigrid',
    ]);
    await drain(bench);
    const filed = (await bench.library.list()).filter(({ path }) => path.includes('/minutes '));
    expect(filed.map(({ metadata }) => [metadata.status, metadata.version, metadata.deadline])).toEqual([
      ['sent', 1, '2025-09-24T22:00:00Z'],
      ['sent', 1, '2025-09-24T22:00:00Z'],
    ]);
    expect(bench.messenger.shown('mads', 'minutes-for-approval')).toMatchObject({
      state: { kind: 'open' },
      mine: { stance: 'silent' },
    });
  });

  it('pressed twice is one version', async () => {
    const bench = await heldMeeting();
    const { meetingId } = bench;
    bench.setTime('2025-09-12 15:00');
    const { view } = await mustBeDone(bench.useCases.previewMinutes({ ...bench.by('sigrid'), meetingId }));
    const press = () => bench.useCases.sendMinutes({ ...bench.by('sigrid'), meetingId, hash: view.hash });
    const [first, second] = await Promise.all([press(), press()]);
    expect(second).toEqual(first);
    expect(typesOf(bench).filter((type) => type === 'MinutesSent')).toHaveLength(1);
  });

  it('is refused when the file says something else than when it was looked at', async () => {
    const bench = await heldMeeting();
    const { meetingId } = bench;
    const { view } = await mustBeDone(bench.useCases.previewMinutes({ ...bench.by('sigrid'), meetingId }));
    await writeDraft(bench, meetingId, (paper) => ({ ...paper, theme: 'Noget andet' }));
    const press = () => bench.useCases.sendMinutes({ ...bench.by('sigrid'), meetingId, hash: view.hash });
    await refusedWithout(bench, press, { code: 'draft-changed' });
  });

  it('is refused when the file is gone or is no paper any more', async () => {
    const bench = await heldMeeting();
    const { meetingId } = bench;
    const press = () => bench.useCases.sendMinutes({ ...bench.by('sigrid'), meetingId, hash: 'any' });
    const file = await bench.library.find(draftOf(meetingId));
    if (file === undefined) throw new TypeError('the draft was filed');
    await bench.library.editByHand(file, 'no paper');
    await refusedWithout(bench, press, { code: 'draft-unreadable' });
    bench.library.removeByHand(file.documentId);
    await refusedWithout(bench, press, { code: 'draft-missing' });
    const unknown = () =>
      bench.useCases.sendMinutes({ ...bench.by('sigrid'), meetingId: 'unknown', hash: 'any' });
    await refusedWithout(bench, unknown, { code: 'no-meeting' });
  });

  it('R4: a new version asks anew, and the cards of the old one say that it is superseded', async () => {
    const bench = await sentMinutes();
    const old = pressOf(bench, 'mads');
    await bench.useCases.approveMinutes(old);
    await drain(bench);
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Rettet' }));
    bench.setTime('2025-09-20 10:00');
    expect(await sendDraft(bench)).toMatchObject({ version: 2 });
    await drain(bench);
    const cards = bench.messenger.standing().filter((card) => card.startsWith('minutes-for-approval'));
    expect(cards).toHaveLength(6);
    expect(bench.messenger.shown('mads', 'minutes-for-approval')).toMatchObject({
      version: 2,
      mine: { stance: 'silent' },
    });
    await refusedWithout(bench, () => bench.useCases.approveMinutes({ ...old, nonce: 'new' }), {
      code: 'version-superseded',
      newest: 2,
    });
    const superseded = { version: 1, state: { kind: 'superseded', newest: 2 }, mine: { stance: 'approved' } };
    expect(bench.messenger.shown('mads', 'minutes-for-approval', 1)).toMatchObject(superseded);
    expect(bench.messenger.shown('committee chat', 'minutes-status', 1)?.state).toEqual(superseded.state);
    const counts = await bench.readModels.answerCounts(bench.meetingId, 2);
    expect(counts).toMatchObject({ approved: 0, silent: 3 });
  });

  it('waits for the decision once the deadline has passed, whatever the file says now', async () => {
    const bench = await sentMinutes();
    const { meetingId } = bench;
    await writeDraft(bench, meetingId, (paper) => ({ ...paper, theme: 'Rettet' }));
    bench.setTime('2025-09-24 23:00');
    const { view } = await mustBeDone(bench.useCases.previewMinutes({ ...bench.by('sigrid'), meetingId }));
    bench.setTime('2025-09-25 00:01');
    const press = () => bench.useCases.sendMinutes({ ...bench.by('sigrid'), meetingId, hash: view.hash });
    await refusedWithout(bench, press, { code: 'minutes-under-approval' });
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await refusedWithout(bench, press, { code: 'already-decided' });
  });

  it('R4: an objection to the old version after the new one blocks it, and the secretary is told', async () => {
    const bench = await sentMinutes();
    const old = pressOf(bench, 'bo');
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Rettet' }));
    await sendDraft(bench);
    await drain(bench);
    await mustBeDone(bench.useCases.objectToMinutes({ ...old, objection: someObjection }));
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({
      step: 'rule-on-objections',
      count: 1,
    });
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('contested');
  });
});
