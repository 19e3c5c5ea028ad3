import { expect, it } from 'vitest';
import { heldMeeting, sendDraft } from '../../support/bench-story.ts';
import { drain } from '../../support/committee-bench.ts';

const lost = 'what was sent before the restore';

it('a version that is sent anew after a restore is filed beside the one that was taken back', async () => {
  const bench = await heldMeeting();
  const operationId = `${bench.meetingId}/minutes/1/pdf`;
  await bench.library.file({
    operationId,
    place: { committee: 'LUU', meetingDate: '2025-09-10', folder: 'Referat', name: 'Referat v1.pdf' },
    bytes: new TextEncoder().encode(lost),
    metadata: { sha256: 'of another text' },
    existing: 'keep',
  });
  bench.setTime('2025-09-12 15:00');
  await sendDraft(bench);
  await drain(bench);
  const filed = bench.events.flatMap(({ event }) =>
    event.type === 'PaperFiled' && event.paper === 'minutes' && event.format === 'pdf'
      ? [event.documentId]
      : [],
  );
  expect(filed.length).toBe(1);
  expect(filed).not.toEqual([operationId]);
  const { bytes } = await bench.library.read(operationId);
  expect(new TextDecoder().decode(bytes)).toBe(lost);
});
