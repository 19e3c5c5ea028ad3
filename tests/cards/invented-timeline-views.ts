import type { ViewOf } from '../../src/ports/card-view.ts';
import type { TimelineEntry } from '../../src/ports/timeline-view.ts';
import { act, counts, other, sample, sent, told } from './invented-course.ts';
import { at, meeting } from './invented-meeting.ts';

const crowd = (count: number, entry: (index: number, instant: Temporal.Instant) => TimelineEntry) =>
  Array.from({ length: count }, (_, index) =>
    entry(index, at('2023-12-12T11:00:01Z').add({ seconds: index * 7 })),
  );

/** A course of ten thousand members. */
const many: ViewOf<'timeline'> = {
  card: 'timeline',
  meeting,
  versions: [1, 2, 3].map((version) => ({
    version,
    entries: [
      sent,
      ...crowd(9_900, (index, instant) => told(`Medlem Nummer-${index}`, instant.toString())),
      ...crowd(100, (index, instant) =>
        told(`Medlem Uden-Teams-${index}`, instant.toString(), { result: 'blocked' }),
      ),
      ...crowd(100, (index, instant) =>
        told(`Medlem Uden-Teams-${index}`, instant.toString(), { channel: 'mail' }),
      ),
      ...crowd(6_000, (index, instant) => act('approve', { at: instant, name: `Medlem Nummer-${index}` })),
      ...crowd(300, (index, instant) =>
        act('object', { at: instant, name: `Medlem Nummer-${index}`, item: 6 }),
      ),
      ...crowd(300, (index, instant) => ({
        kind: 'ruling' as const,
        at: instant,
        name: 'Karen Prøvesen',
        ruling: 'rejected' as const,
        objector: `Medlem Nummer-${index}`,
        item: 6,
      })),
      { kind: 'closed', at: at('2023-12-27T23:02:00Z'), result: 'contested', counts },
    ],
  })),
};

/** So many versions that not even what is summed up fits. */
const long: ViewOf<'timeline'> = {
  ...many,
  versions: Array.from({ length: 12 }, (_, index) => ({
    version: index + 1,
    entries: [...(sample.versions[0]?.entries ?? []), ...(other.versions[0]?.entries ?? [])],
  })),
};

export const timelineViews = { timeline: { sample, other, many, long } };
