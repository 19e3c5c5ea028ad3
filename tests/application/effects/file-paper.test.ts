import { describe, expect, it } from 'vitest';
import { createFilePaper } from '../../../src/application/effects/file-paper.ts';
import { PortFailure } from '../../../src/ports/port-failure.ts';
import {
  calledMeeting,
  heldMeeting,
  objectedMinutes,
  sendDraft,
  sentMinutes,
} from '../../support/bench-story.ts';
import { type Bench, drain, sweep, typesOf, writeDraft } from '../../support/committee-bench.ts';

const filedIn = (bench: Bench) =>
  bench.events.flatMap(({ event }) =>
    event.type === 'PaperFiled' ? [`${event.paper} ${event.version} ${event.format}`] : [],
  );

describe('filing a paper', () => {
  it('writes both formats of agenda and minutes once, and the draft as Word only', async () => {
    const bench = await sentMinutes();
    expect(filedIn(bench)).toEqual([
      'agenda 1 docx',
      'agenda 1 pdf',
      'minutes-draft 1 docx',
      'minutes 1 docx',
      'minutes 1 pdf',
    ]);
    expect((await bench.library.list()).map(({ edition }) => edition)).toEqual([1, 1, 1, 1, 1]);
  });

  it('again notes nothing and writes nothing', async () => {
    const bench = await sentMinutes();
    const { meetingId } = bench;
    const before = { events: bench.events.length, files: await bench.library.list() };
    for (const paper of ['agenda', 'minutes'] as const)
      await bench.carryOut({ kind: 'file-paper', meetingId, paper, version: 1 }, 'n1');
    expect(bench.events.length).toBe(before.events);
    expect(await bench.library.list()).toEqual(before.files);
  });

  it('leaves alone what a person has changed in an agenda or in the first draft', async () => {
    const bench = await heldMeeting();
    const { meetingId } = bench;
    await writeDraft(bench, meetingId, (paper) => ({ ...paper, theme: 'Skrevet i Word' }));
    await bench.carryOut({ kind: 'file-paper', meetingId, paper: 'minutes-draft', version: 1 }, 'n1');
    const draft = await bench.library.find(`${meetingId}/minutes-draft/docx`);
    const { bytes } = await bench.library.read(draft?.documentId ?? '');
    expect(new TextDecoder().decode(bytes)).toContain('Skrevet i Word');
  });

  it('says what it is: columns with committee, organisation, version, deadline and hash', async () => {
    const bench = await sentMinutes();
    const pdf = await bench.library.find(`${bench.meetingId}/minutes/1/pdf`);
    const { event } = bench.events.find((each) => each.event.type === 'MinutesSent') ?? {};
    expect(pdf?.metadata).toMatchObject({
      committee: 'LUU Prøveskolen',
      meetingDate: '2025-09-10',
      documentType: 'Referat',
      organisation: 'Prøveskolen',
      version: 1,
      status: 'sent',
      deadline: '2025-09-24T22:00:00Z',
      sha256: event?.type === 'MinutesSent' ? event.hash : 'none',
    });
    const agenda = await bench.library.find(`${bench.meetingId}/agenda/1/pdf`);
    expect(agenda?.metadata).toMatchObject({ documentType: 'Dagsorden' });
    expect(agenda?.metadata).not.toHaveProperty('status');
  });

  it('waits for a person where the draft that a ruling changes is gone or cannot be read', async () => {
    const bench = await objectedMinutes();
    const { meetingId } = bench;
    const amend = () =>
      bench.carryOut({ kind: 'file-paper', meetingId, paper: 'minutes-draft', version: 2 }, 'n1');
    const draft = await bench.library.find(`${meetingId}/minutes-draft/docx`);
    if (draft === undefined) throw new TypeError('the draft was filed');
    await bench.library.editByHand(draft, 'no paper');
    await expect(amend()).rejects.toThrow(new PortFailure('conflict', 'minutes draft unreadable'));
    bench.library.removeByHand(draft.documentId);
    await expect(amend()).rejects.toThrow(new PortFailure('conflict', 'minutes draft missing'));
  });

  it('of a meeting that is not known, or too early, is nothing', async () => {
    const bench = await calledMeeting();
    const before = bench.events.length;
    await bench.carryOut({ kind: 'file-paper', meetingId: 'unknown', paper: 'agenda', version: 1 }, 'n1');
    await bench.carryOut(
      { kind: 'file-paper', meetingId: bench.meetingId, paper: 'minutes-draft', version: 1 },
      'n1',
    );
    expect(bench.events.length).toBe(before);
    const early = bench.carryOut(
      { kind: 'file-paper', meetingId: bench.meetingId, paper: 'minutes', version: 1 },
      'n1',
    );
    await expect(early).rejects.toThrow('never sent');
  });
});

describe('a paper that was filed only after the decision', () => {
  it('is stamped with it, and the outcome cards get their links', async () => {
    const bench = await heldMeeting();
    bench.setTime('2025-09-12 15:00');
    await sendDraft(bench);
    const away = { ...bench, carryOut: skipping(bench, 'file-paper') };
    await drain(away);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(away);
    expect(bench.messenger.shown('mads', 'minutes-outcome')).not.toHaveProperty('pdf');
    await createFilePaper(bench)({
      kind: 'file-paper',
      meetingId: bench.meetingId,
      paper: 'minutes',
      version: 1,
    });
    await drain(bench);
    const pdf = await bench.library.find(`${bench.meetingId}/minutes/1/pdf`);
    expect(pdf?.metadata).toMatchObject({ status: 'approvedTacitly', approved: '2025-09-25' });
    expect(bench.messenger.shown('mads', 'minutes-outcome')).toMatchObject({
      pdf: pdf?.href,
      docx: expect.any(String),
    });
    expect(typesOf(bench).filter((type) => type === 'MinutesClosed')).toHaveLength(1);
  });
});

/** The library is out of reach: what would be filed waits for a person. */
function skipping({ carryOut }: Bench, kind: string): Bench['carryOut'] {
  return (effect, nonce) =>
    effect.kind === kind
      ? Promise.reject(new PortFailure('locked', 'open elsewhere'))
      : carryOut(effect, nonce);
}
