import { expect, it } from 'vitest';
import { sentMinutes } from '../../support/bench-story.ts';
import { drain, sweep } from '../../support/committee-bench.ts';

it('minutes that are not approved get their status and no date of approval', async () => {
  const bench = await sentMinutes();
  const { meetingId, carryOut, library } = bench;
  await carryOut({ kind: 'stamp-papers', meetingId, version: 1 }, 'n1');
  expect((await library.find(`${meetingId}/minutes/1/pdf`))?.metadata.status).toBe('sent');
  const objection = {
    personId: 'bo',
    meetingId,
    version: 1,
    hash: '',
    nonce: 'n1',
    receivedAt: bench.clock.now(),
    objection: { text: 'Nej.' },
  };
  const card = bench.messenger.shown('bo', 'minutes-for-approval');
  await bench.useCases.objectToMinutes({ ...objection, hash: card?.hash ?? '' });
  bench.setTime('2025-09-25 00:02');
  await sweep(bench);
  await drain(bench);
  const { metadata } = (await library.find(`${meetingId}/minutes/1/pdf`)) ?? {};
  expect(metadata?.status).toBe('contested');
  expect(metadata).not.toHaveProperty('approved');
});
