import { describe, expect, it } from 'vitest';
import type { MeetingPaper } from '../../../src/domain/meeting/meeting-paper.ts';
import { paperFile } from '../../fakes/fake-papers.ts';
import { sha256 } from '../../fakes/in-memory-store.ts';
import { mustBeDone, openBench, refusedWithout, typesOf } from '../../support/committee-bench.ts';
import { minutesPaper } from '../../support/invented-committee.ts';

const paper: MeetingPaper = {
  ...minutesPaper,
  committee: 'Luu  prøveskolen',
  theme: 'Praktik',
  participants: [
    { name: 'Mads Medlem-Prøve', list: 'deltager' },
    { name: 'Afbud Andersen-Prøve', list: 'afbud' },
  ],
  items: minutesPaper.items.map((item) =>
    item.number === 3 ? { ...item, number: 4, annexes: [{ number: '4.1', title: 'Plan' }] } : item,
  ),
  breaksAfter: [2, 4],
};
const finding = {
  code: 'item.number-skipped',
  where: 'items.4',
  message: 'Efter punkt 2 kommer punkt 4.',
} as const;
const bytes = paperFile(paper, [finding]);
const importId = sha256.sha256(bytes);
const hours = { committeeId: 'luu', date: '2025-09-10', from: '09:00', to: '12:00' };

describe('a paper dropped in the chat', () => {
  it('is shown with what is doubtful in it, and kept as a source in the folder of its committee', async () => {
    const bench = await openBench();
    const preview = await bench.useCases.previewPaper({
      ...bench.by('sigrid'),
      fileName: 'Møde.docx',
      bytes: bytes,
    });
    expect(preview).toEqual({
      kind: 'preview',
      view: {
        card: 'import-preview',
        importId,
        fileName: 'Møde.docx',
        committee: 'Luu  prøveskolen',
        committeeId: 'luu',
        date: '2025-09-10',
        from: '09:00',
        to: '12:00',
        theme: 'Praktik',
        items: [
          { number: 1, title: 'Godkendelse af dagsorden' },
          { number: 2, title: 'Praktikpladser' },
          { number: 4, title: 'Eventuelt' },
        ],
        participants: { deltager: 1, tilforordnet: 0, afbud: 1 },
        annexes: 1,
        findings: [finding],
      },
    });
    expect((await bench.library.list()).map(({ path }) => path)).toEqual([
      'LUU Prøveskolen/2025/2025-09-10/Kilder/Møde.docx',
    ]);
    expect(typesOf(bench)).not.toContain('MeetingPlanned');
  });

  it('dropped twice is one source', async () => {
    const bench = await openBench();
    await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'Møde.docx', bytes: bytes });
    await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'Kopi af Møde.docx', bytes: bytes });
    expect(await bench.library.list()).toHaveLength(1);
  });

  it('of a committee that is not known here is shown, and nothing of it is kept', async () => {
    const bench = await openBench();
    const stranger = paperFile({ ...paper, committee: 'LUU ../../Fremmed' });
    const preview = await bench.useCases.previewPaper({
      ...bench.by('sigrid'),
      fileName: 'Møde.docx',
      bytes: stranger,
    });
    expect(preview).toMatchObject({ kind: 'preview', view: { committee: 'LUU ../../Fremmed' } });
    expect(preview.kind === 'preview' && 'committeeId' in preview.view).toBe(false);
    expect(await bench.library.list()).toEqual([]);
    const wish = { ...bench.by('sigrid'), ...hours, importId: sha256.sha256(stranger) };
    await refusedWithout(bench, () => bench.useCases.importPaper(wish), { code: 'unreadable-paper' });
  });

  it('without a date lies under the day it was dropped', async () => {
    const bench = await openBench();
    const { date: _date, ...undated } = paper;
    await bench.useCases.previewPaper({
      ...bench.by('sigrid'),
      fileName: 'Møde.docx',
      bytes: paperFile(undated),
    });
    expect((await bench.library.list())[0]?.path).toContain('/2025/2025-08-01/');
  });

  it('that is no paper of a meeting is told so, and nothing is kept', async () => {
    const bench = await openBench();
    const hostile = new TextEncoder().encode('not a paper');
    expect(
      await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'x.docx', bytes: hostile }),
    ).toEqual({
      kind: 'unreadable',
      reason: 'not-a-meeting-paper',
    });
    expect(await bench.library.list()).toEqual([]);
  });
});

describe('a paper dropped by somebody else than the secretary', () => {
  it('is refused and nothing of it is kept', async () => {
    const bench = await openBench();
    const dropped = { ...bench.by('mads'), fileName: 'Møde.docx', bytes };
    expect(await bench.useCases.previewPaper(dropped)).toEqual({
      kind: 'refused',
      refusal: { code: 'not-permitted', needs: ['secretary'] },
    });
    expect(await bench.library.list()).toEqual([]);
  });
});

describe('the yes to a paper', () => {
  it('makes a meeting of it on the date and at the hours that were confirmed', async () => {
    const bench = await openBench();
    await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'Møde.docx', bytes: bytes });
    const wish = { ...bench.by('sigrid'), ...hours, date: '2025-09-11', from: '10:00', importId };
    const { meetingId } = await mustBeDone(bench.useCases.importPaper(wish));
    const [planned, drafted] = bench.events.slice(-2).map(({ event }) => event);
    expect(planned).toMatchObject({
      type: 'MeetingPlanned',
      meetingId,
      date: '2025-09-11',
      from: '10:00',
      theme: 'Praktik',
      named: paper.participants,
    });
    expect(drafted).toMatchObject({
      type: 'AgendaDrafted',
      items: [
        { title: 'Godkendelse af dagsorden', decision: 'Godkendt.' },
        { title: 'Praktikpladser' },
        { title: 'Eventuelt', annexes: [{ title: 'Plan' }] },
      ],
      breaksAfter: [2, 3],
    });
  });

  it('pressed twice makes one meeting', async () => {
    const bench = await openBench();
    await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'Møde.docx', bytes: bytes });
    const wish = { ...bench.by('sigrid'), ...hours, importId };
    await mustBeDone(bench.useCases.importPaper(wish));
    await refusedWithout(bench, () => bench.useCases.importPaper(wish), {
      code: 'meeting-exists',
      date: '2025-09-10',
    });
  });

  it('is refused to others than the secretary', async () => {
    const bench = await openBench();
    await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'Møde.docx', bytes: bytes });
    await refusedWithout(
      bench,
      () => bench.useCases.importPaper({ ...bench.by('mads'), ...hours, importId }),
      {
        code: 'not-permitted',
        needs: ['secretary'],
      },
    );
  });

  it('is refused when the source was spoilt in the library since', async () => {
    const bench = await openBench();
    await bench.useCases.previewPaper({ ...bench.by('sigrid'), fileName: 'Møde.docx', bytes: bytes });
    const [source] = await bench.library.list();
    if (source === undefined) throw new TypeError('a source was kept');
    await bench.library.editByHand(source, 'spoilt');
    const wish = { ...bench.by('sigrid'), ...hours, importId };
    await refusedWithout(bench, () => bench.useCases.importPaper(wish), { code: 'unreadable-paper' });
  });
});
