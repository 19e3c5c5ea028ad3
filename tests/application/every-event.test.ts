import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectedMinutes, pressOf, sendDraft, someObjection } from '../support/bench-story.ts';
import { drain, mustBeDone, sweep, typesOf } from '../support/committee-bench.ts';
import { decidedByPersons } from '../support/decided-by-persons.ts';
import { disturbedStory } from '../support/operation-bench.ts';

/** Types that no use case produces yet, and what they are for. A use case that comes takes its type off this list. */
const later: Readonly<Record<string, string>> = {
  IdentityAttached: 'a person who comes from a second tenant is recognised',
  MeetingCancelled: 'a meeting is called off',
  MeetingMoved: 'a meeting gets another day or other hours',
  MinutesPublished: 'the public version has its address',
  MinutesNoted: 'the next meeting noted the approval',
  MeetingArchived: 'the case is closed and handed over',
  NoticeSent: 'a notice by mail',
};

const domain = join(import.meta.dirname, '../../src/domain');

/** The types as the files of the domain declare them. */
function declaredTypes(): readonly string[] {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const declared = files.flatMap((name) => [
    ...readFileSync(join(domain, name), 'utf8').matchAll(/readonly type: '([A-Z]\w+)'/g),
  ]);
  return [...new Set(declared.map(([, type]) => type ?? ''))].toSorted();
}

/** One committee's story that takes every way there is now. */
async function wholeStory() {
  const bench = await objectedMinutes();
  const { meetingId, objectionId, useCases } = bench;
  await useCases.approveMinutes(pressOf(bench, 'mads'));
  await drain(bench);
  await useCases.withdrawApproval(pressOf(bench, 'mads'));
  const ruling = {
    meetingId,
    version: 1,
    objectionId,
    objectorId: 'bo',
    ruling: 'rejected',
    reason: 'Nej.',
    texts: {},
  } as const;
  await mustBeDone(useCases.ruleOnObjection({ ...bench.by('frida'), ...ruling }));
  await useCases.withdrawObjection({ ...pressOf(bench, 'bo'), objectionId });
  const next = { committeeId: 'luu', date: '2025-12-10', from: '09:00', to: '12:00' };
  const { meetingId: nextId } = await mustBeDone(useCases.planMeeting({ ...bench.by('sigrid'), ...next }));
  await mustBeDone(useCases.publishAgenda({ ...bench.by('sigrid'), meetingId: nextId }));
  const invitation = { meetingId: nextId, nonce: 'n1' };
  await mustBeDone(useCases.answerInvitation({ ...bench.by('mads'), ...invitation, coming: true }));
  await mustBeDone(useCases.answerInvitation({ ...bench.by('bo'), ...invitation, coming: false }));
  bench.setTime('2025-09-25 00:02');
  await sweep(bench);
  await drain(bench);
  await useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection });
  bench.setTime('2025-12-10 12:00');
  await sweep(bench);
  await mustBeDone(useCases.holdMeeting({ ...bench.by('sigrid'), meetingId: nextId }));
  await drain(bench);
  bench.messenger.block('bo', 'denied');
  await sendDraft({ ...bench, meetingId: nextId });
  await drain(bench);
  return bench;
}

describe('every type of event', () => {
  it('is produced by a use case, or waits on the list with its later use', async () => {
    const stories = [await wholeStory(), await disturbedStory(), ...(await decidedByPersons())];
    const produced = new Set(stories.flatMap(typesOf));
    expect([...produced, ...Object.keys(later)].toSorted()).toEqual(declaredTypes());
  });

  it('was found where the domain declares them', () => {
    expect(declaredTypes().length).toBeGreaterThan(20);
    expect(declaredTypes()).toContain('ObjectionRaised');
  });
});
