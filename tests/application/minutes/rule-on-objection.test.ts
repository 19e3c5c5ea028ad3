import { describe, expect, it } from 'vitest';
import { objectedMinutes, pressOf, sendDraft, sentMinutes } from '../../support/bench-story.ts';
import {
  drain,
  mustBeDone,
  refusedWithout,
  sweep,
  typesOf,
  wanted,
  writeDraft,
} from '../../support/committee-bench.ts';

type Objected = Awaited<ReturnType<typeof objectedMinutes>>;

function ruling({ by, meetingId, objectionId }: Objected, more: object = {}) {
  return {
    ...by('frida'),
    meetingId,
    version: 1,
    objectionId,
    objectorId: 'bo',
    ruling: 'accepted' as const,
    reason: 'Det var 50.',
    texts: { decision: 'Udvalget anbefaler 50 pladser.' },
    ...more,
  };
}

async function draftItem({ library, reader }: Objected, meetingId: string) {
  const { documentId } = (await library.find(`${meetingId}/minutes-draft/docx`)) ?? { documentId: '' };
  const read = await reader.read((await library.read(documentId)).bytes, 'x.docx');
  return read.kind === 'read' ? read.paper.items[1] : undefined;
}

describe('ruling on an objection', () => {
  it('is written into the draft, and told to the objector and those who rule', async () => {
    const bench = await objectedMinutes();
    expect(await mustBeDone(bench.useCases.ruleOnObjection(ruling(bench)))).toEqual({
      kind: 'done',
      amended: true,
    });
    expect(await wanted(bench)).toEqual([
      'file minutes-draft 2',
      'next-step → sigrid',
      'objection-received 1 → frida',
      'objection-received 1 → sigrid',
      'objection-ruled 1 → bo',
    ]);
    await drain(bench);
    expect(await draftItem(bench, bench.meetingId)).toMatchObject({
      decision: 'Udvalget anbefaler 50 pladser.',
    });
    expect(bench.messenger.shown('bo', 'objection-ruled')?.ruling).toEqual({
      kind: 'accepted',
      reason: 'Det var 50.',
    });
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({ step: 'send-minutes', version: 2 });
  });

  it('keeps everything else that the minute-taker wrote in the file meanwhile', async () => {
    const bench = await objectedMinutes();
    await writeDraft(bench, bench.meetingId, (paper) => ({ ...paper, theme: 'Skrevet i Word' }));
    await bench.useCases.ruleOnObjection(ruling(bench));
    await drain(bench);
    bench.setTime('2025-09-15 10:00');
    await sendDraft(bench);
    expect(bench.events.at(-1)?.event).toMatchObject({
      type: 'MinutesSent',
      version: 2,
      paper: { theme: 'Skrevet i Word' },
    });
  });

  it('is put into the next version only: what was written since is not undone by a ruling on another item', async () => {
    const bench = await objectedMinutes();
    await bench.useCases.ruleOnObjection(ruling(bench));
    await drain(bench);
    bench.setTime('2025-09-15 10:00');
    await sendDraft(bench);
    await drain(bench);
    await writeDraft(bench, bench.meetingId, (paper) => ({
      ...paper,
      items: paper.items.map((item) => (item.number === 2 ? { ...item, decision: 'Rettet i Word.' } : item)),
    }));
    const objection = { itemNumber: 1, text: 'Dagsordenen blev ændret.' };
    await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'bo'), objection }));
    await drain(bench);
    const { objectionId = '' } = bench.messenger.shown('frida', 'objection-received', 2) ?? {};
    const second = { version: 2, objectionId, texts: { decision: 'Godkendt med en ændring.' } };
    await mustBeDone(bench.useCases.ruleOnObjection(ruling(bench, second)));
    await drain(bench);
    expect(await draftItem(bench, bench.meetingId)).toMatchObject({ decision: 'Rettet i Word.' });
  });

  it('changes nothing in the draft where the text comes back as it was, or the objection is rejected', async () => {
    const bench = await objectedMinutes();
    const unchanged = { casePresentation: 'Der mangler pladser (bilag 2.1).\r\n', decision: '' };
    expect(await bench.useCases.ruleOnObjection(ruling(bench, { texts: unchanged }))).toMatchObject({
      amended: false,
    });
    expect(await wanted(bench)).not.toContain('file minutes-draft 2');
    const other = await objectedMinutes();
    expect(await other.useCases.ruleOnObjection(ruling(other, { ruling: 'rejected' }))).toMatchObject({
      amended: false,
    });
  });

  it('sent twice is one ruling; another one is refused', async () => {
    const bench = await objectedMinutes();
    await bench.useCases.ruleOnObjection(ruling(bench));
    await drain(bench);
    expect(await bench.useCases.ruleOnObjection(ruling(bench))).toEqual({ kind: 'done', amended: true });
    expect(typesOf(bench).filter((type) => type === 'ObjectionRuled')).toHaveLength(1);
    const other = () => bench.useCases.ruleOnObjection(ruling(bench, { ruling: 'rejected' }));
    await refusedWithout(bench, other, { code: 'objection-ruled' });
    const bySomebodyElse = () => bench.useCases.ruleOnObjection(ruling(bench, bench.by('sigrid')));
    await refusedWithout(bench, bySomebodyElse, { code: 'objection-ruled' });
  });

  it('is refused to members, for no such objection, and for no meeting', async () => {
    const bench = await objectedMinutes();
    const rule = (more: object) => () => bench.useCases.ruleOnObjection(ruling(bench, more));
    await refusedWithout(bench, rule(bench.by('mads')), {
      code: 'not-permitted',
      needs: ['chair', 'minuteTaker'],
    });
    await refusedWithout(bench, rule({ objectorId: 'mads' }), { code: 'no-such-objection' });
    await refusedWithout(bench, rule({ meetingId: 'unknown' }), { code: 'no-meeting' });
  });

  it('that rejects is followed by a version with the same text, which can be approved', async () => {
    const bench = await objectedMinutes();
    await bench.useCases.ruleOnObjection(ruling(bench, { ruling: 'rejected' }));
    await drain(bench);
    expect(bench.messenger.shown('sigrid', 'next-step')?.next).toEqual({ step: 'send-minutes', version: 2 });
    bench.setTime('2025-09-15 10:00');
    expect(await sendDraft(bench)).toMatchObject({ version: 2 });
    await drain(bench);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('mads', 'minutes-outcome')?.result).toBe('approvedTacitly');
  });

  it('finds nothing to rule on where nobody objected', async () => {
    const bench = await sentMinutes();
    const rule = () => bench.useCases.ruleOnObjection(ruling({ ...bench, objectionId: 'none' }));
    await refusedWithout(bench, rule, { code: 'no-such-objection' });
  });
});
