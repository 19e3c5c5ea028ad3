import { describe, expect, it } from 'vitest';
import { pressOf, sentMinutes } from '../../support/bench-story.ts';
import { type Bench, drain, mustBeDone, sweep } from '../../support/committee-bench.ts';

const afterGrace = '2025-09-25 00:02';

async function decided() {
  const bench = await sentMinutes();
  await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
  bench.setTime(afterGrace);
  await sweep(bench);
  await drain(bench);
  return bench;
}

async function evidenceOf({ library }: Bench, meetingId: string) {
  const document = await library.find(`${meetingId}/evidence/1/pdf`);
  if (document === undefined) throw new TypeError('there is no evidence');
  const { bytes } = await library.read(document.documentId);
  return { document, text: new TextDecoder().decode(bytes) };
}

describe('the paper on a decision', () => {
  it('lies beside the minutes when they are decided, with its columns', async () => {
    const bench = await decided();
    const { document, text } = await evidenceOf(bench, bench.meetingId);
    expect(document.path).toMatch(/\/Referat\/evidence .*\.pdf$/);
    expect(document.metadata).toMatchObject({
      documentType: 'Referat',
      title: expect.stringMatching(/^evidence .*\.pdf$/),
      version: 1,
      status: 'approvedTacitly',
    });
    const closed = bench.events.find(({ event }) => event.type === 'MinutesClosed');
    expect(text).toContain(`"seq":${closed?.seq},"hash":"${closed?.hash}"`);
  });

  it('is linked for the secretary and on the chair’s outcome, and not for other members', async () => {
    const bench = await decided();
    const { document } = await evidenceOf(bench, bench.meetingId);
    expect(bench.messenger.shown('sigrid', 'next-step')?.papers).toContainEqual({
      paper: 'evidence',
      version: 1,
      format: 'pdf',
      href: document.href,
    });
    expect(bench.messenger.shown('frida', 'minutes-outcome')?.serving).toEqual({ evidence: document.href });
    for (const personId of ['mads', 'bo'])
      expect(bench.messenger.shown(personId, 'minutes-outcome')).not.toHaveProperty('serving');
  });

  it('says the same when it is made again later, and then is no new edition', async () => {
    const bench = await decided();
    const before = await evidenceOf(bench, bench.meetingId);
    await mustBeDone(
      bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection: { text: 'For sent.' } }),
    );
    const effect = { kind: 'file-paper', meetingId: bench.meetingId, paper: 'evidence', version: 1 } as const;
    await bench.carryOut(effect, 'n1');
    expect(await evidenceOf(bench, bench.meetingId)).toEqual(before);
    expect(
      bench.events.filter(({ event }) => event.type === 'PaperFiled' && event.paper === 'evidence'),
    ).toHaveLength(1);
  });

  it('is made anew by the approval by two, and the edition before is kept', async () => {
    const bench = await sentMinutes();
    const { meetingId } = bench;
    bench.messenger.block('bo', 'denied');
    const events = [
      {
        type: 'MinutesClosed',
        version: 1,
        result: 'needsDecision',
        counts: { entitled: 3, approved: 0, silent: 3, objected: 0, unreached: 1 },
        objections: [],
      },
    ] as const;
    const append = [{ stream: `meeting/${meetingId}`, events }];
    bench.setTime(afterGrace);
    await bench.log.transact({
      load: {},
      decide: () => ({ result: undefined, append, at: bench.clock.now() }),
    });
    const effect = { kind: 'file-paper', meetingId, paper: 'evidence', version: 1 } as const;
    await bench.carryOut(effect, 'n1');
    const first = await evidenceOf(bench, meetingId);
    const two = { meetingId, version: 1 };
    await mustBeDone(
      bench.useCases.approveByTwo({ ...bench.by('sigrid'), ...two, reason: 'Bo er ringet op.' }),
    );
    await mustBeDone(bench.useCases.approveByTwo({ ...bench.by('frida'), ...two }));
    await drain(bench);
    const second = await evidenceOf(bench, meetingId);
    expect(second.document).toMatchObject({ documentId: first.document.documentId, edition: 2 });
    expect(second.document.metadata.status).toBe('approvedByTwo');
    expect(second.text).toContain('"kind":"by-two","first":"sigrid","second":"frida"');
    expect((await bench.anchors.newest(1))[0]?.occasion).toBe(`by-two/${meetingId}/1`);
  });

  it('is not made of minutes that are not decided', async () => {
    const bench = await sentMinutes();
    const effect = {
      kind: 'file-paper',
      meetingId: bench.meetingId,
      paper: 'evidence',
      version: 1,
    } as const;
    await bench.carryOut(effect, 'n1');
    expect(await bench.library.find(`${bench.meetingId}/evidence/1/pdf`)).toBeUndefined();
  });
});
