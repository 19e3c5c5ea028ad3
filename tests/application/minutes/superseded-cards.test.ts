import { expect, it } from 'vitest';
import { objectedMinutes, pressOf, sendDraft } from '../../support/bench-story.ts';
import { chat, drain, mustBeDone, sweep, writeDraft } from '../../support/committee-bench.ts';

const newest3 = { kind: 'superseded', newest: 3 };

it('cards of every version before name the one that holds now, also when the third goes out', async () => {
  const bench = await objectedMinutes();
  bench.setTime('2025-09-19 08:00');
  await sweep(bench);
  await drain(bench);
  const { meetingId, objectionId } = bench;
  const about = { meetingId, version: 1, objectionId, objectorId: 'bo', reason: 'Ja.', texts: {} };
  await mustBeDone(bench.useCases.ruleOnObjection({ ...bench.by('frida'), ...about, ruling: 'accepted' }));
  for (const theme of ['Rettet', 'Rettet igen']) {
    await writeDraft(bench, meetingId, (paper) => ({ ...paper, theme }));
    await sendDraft(bench);
    await drain(bench);
  }
  for (const version of [1, 2]) {
    expect(bench.messenger.shown('mads', 'minutes-for-approval', version)?.state).toEqual(newest3);
    expect(bench.messenger.shown(chat, 'minutes-status', version)?.state).toEqual(newest3);
  }
  expect(bench.messenger.shown('mads', 'minutes-reminder', 1)?.state).toEqual(newest3);
  expect(bench.messenger.shown('frida', 'objection-received', 1)).not.toHaveProperty('nextVersion');
});

it('a late remark and a withdrawn objection are shown as such to those who rule', async () => {
  const bench = await objectedMinutes();
  const { objectionId } = bench;
  await mustBeDone(bench.useCases.withdrawObjection({ ...pressOf(bench, 'bo'), objectionId }));
  await drain(bench);
  for (const ruler of ['frida', 'sigrid'])
    expect(bench.messenger.shown(ruler, 'objection-received')).toMatchObject({
      withdrawn: true,
      late: false,
    });
  expect(bench.messenger.shown('bo', 'minutes-for-approval')?.withdrawn).toEqual([{ itemNumber: 2 }]);
  bench.setTime('2025-09-26 10:00');
  await sweep(bench);
  await drain(bench);
  const objection = { text: 'For sent.' };
  await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'mads'), objection }));
  await drain(bench);
  for (const ruler of ['frida', 'sigrid'])
    expect(bench.messenger.shown(ruler, 'objection-received')).toMatchObject({ late: true, objection });
  expect(bench.messenger.shown('mads', 'minutes-for-approval')?.remarks).toHaveLength(1);
});
