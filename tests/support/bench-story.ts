import { type Bench, drain, mustBeDone, openBench } from './committee-bench.ts';
import { items, plan } from './invented-committee.ts';

/** Chapters of a meeting's story on the bench; each begins where the one before ended. */
export type MeetingBench = Bench & { readonly meetingId: string };

const { meetingId: _none, named: _nobody, ...planned } = plan;

export async function plannedMeeting(): Promise<MeetingBench> {
  const bench = await openBench();
  const { meetingId } = await mustBeDone(
    bench.useCases.planMeeting({ ...bench.by('sigrid'), ...planned, items }),
  );
  return { ...bench, meetingId };
}

export async function calledMeeting(): Promise<MeetingBench> {
  const bench = await plannedMeeting();
  bench.setTime('2025-09-01 10:00');
  await mustBeDone(bench.useCases.publishAgenda({ ...bench.by('sigrid'), meetingId: bench.meetingId }));
  await drain(bench);
  return bench;
}

export async function heldMeeting(): Promise<MeetingBench> {
  const bench = await calledMeeting();
  bench.setTime('2025-09-10 12:00');
  await mustBeDone(bench.useCases.holdMeeting({ ...bench.by('sigrid'), meetingId: bench.meetingId }));
  await drain(bench);
  return bench;
}

/** Looks at the draft and sends what was looked at. */
export async function sendDraft(bench: MeetingBench) {
  const { meetingId, useCases } = bench;
  const { view } = await mustBeDone(useCases.previewMinutes({ ...bench.by('sigrid'), meetingId }));
  return mustBeDone(useCases.sendMinutes({ ...bench.by('sigrid'), meetingId, hash: view.hash }));
}

/** Version 1 is out and has reached everybody; its deadline is midnight after 24 September. */
export async function sentMinutes(): Promise<MeetingBench> {
  const bench = await heldMeeting();
  bench.setTime('2025-09-12 15:00');
  await sendDraft(bench);
  await drain(bench);
  return bench;
}

/** What a press on the card before this person says. */
export function pressOf({ messenger, meetingId, by }: MeetingBench, personId: string) {
  const card = messenger.shown(personId, 'minutes-for-approval');
  if (card === undefined) throw new TypeError('no card stands before this person');
  const { version, hash, nonce } = card;
  return { ...by(personId), meetingId, version, hash, nonce };
}

export const someObjection = {
  itemNumber: 2,
  text: 'Der blev sagt 50.',
  proposedWording: 'Udvalget anbefaler 50 pladser.',
};

/** Bo objects to item 2. */
export async function objectedMinutes(): Promise<MeetingBench & { readonly objectionId: string }> {
  const bench = await sentMinutes();
  await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: someObjection }));
  await drain(bench);
  const objectionId = bench.messenger.shown('frida', 'objection-received')?.objectionId;
  if (objectionId === undefined) throw new TypeError('the chair was not told');
  return { ...bench, objectionId };
}
