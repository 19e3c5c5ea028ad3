import { describe, expect, it } from 'vitest';
import { objectedMinutes, pressOf } from '../../support/bench-story.ts';
import { drain, mustBeDone, writeDraft } from '../../support/committee-bench.ts';

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

describe('what a ruling writes', () => {
  /** A second objection to the same item, by Mads. */
  async function twiceObjected() {
    const bench = await objectedMinutes();
    const objection = { itemNumber: 2, text: 'Og fristen mangler.' };
    await mustBeDone(bench.useCases.objectToMinutes({ ...pressOf(bench, 'mads'), objection }));
    await drain(bench);
    const { objectionId: second = '' } = bench.messenger.shown('frida', 'objection-received') ?? {};
    return { ...bench, second };
  }

  it('is written once: a second ruling does not undo what was put right in the file since', async () => {
    const bench = await twiceObjected();
    await mustBeDone(bench.useCases.ruleOnObjection(ruling(bench)));
    await drain(bench);
    await writeDraft(bench, bench.meetingId, (paper) => ({
      ...paper,
      items: paper.items.map((item) =>
        item.number === 2 ? { ...item, decision: '50 pladser i alt.' } : item,
      ),
    }));
    const texts = { decision: 'Udvalget anbefaler 50 pladser.', summary: 'Fristen er den 1. marts.' };
    const next = { objectionId: bench.second, objectorId: 'mads', texts };
    await mustBeDone(bench.useCases.ruleOnObjection(ruling(bench, next)));
    await drain(bench);
    expect(await draftItem(bench, bench.meetingId)).toMatchObject({
      decision: '50 pladser i alt.',
      summary: 'Fristen er den 1. marts.',
    });
  });

  it('is the ground of the next ruling’s dialog, which says what the item will say', async () => {
    const bench = await twiceObjected();
    await mustBeDone(bench.useCases.ruleOnObjection(ruling(bench)));
    await drain(bench);
    const about = { meetingId: bench.meetingId, version: 1, objectionId: bench.second, objectorId: 'mads' };
    const opened = { ...bench.by('frida'), ...about, ruling: 'partly' } as const;
    const { view } = await mustBeDone(bench.useCases.openDialogs.ruling(opened));
    expect(view).toMatchObject({ current: { decision: 'Udvalget anbefaler 50 pladser.' } });
  });

  it('may be that a field stands empty, where that was chosen and not only left blank', async () => {
    const bench = await objectedMinutes();
    await writeDraft(bench, bench.meetingId, (paper) => paper);
    await mustBeDone(
      bench.useCases.ruleOnObjection(ruling(bench, { texts: {}, emptied: ['casePresentation'] })),
    );
    await drain(bench);
    expect(await draftItem(bench, bench.meetingId)).not.toHaveProperty('casePresentation');
    const other = await objectedMinutes();
    await mustBeDone(other.useCases.ruleOnObjection(ruling(other, { texts: { casePresentation: ' ' } })));
    await drain(other);
    expect(await draftItem(other, other.meetingId)).toMatchObject({
      casePresentation: 'Der mangler pladser (bilag 2.1).',
    });
  });
});
