import { defect } from '../../domain/defect.ts';
import type { ViewOf } from '../../ports/card-view.ts';
import type { TimelineEntry } from '../../ports/timeline-view.ts';
import { capitalised, danishDate, danishTime } from '../danish-format.ts';
import { entrySentence, type Summed, summedSentence, timelineTexts } from '../texts/timeline.da.ts';
import { type Head, head, type Line, line, type Maybe, type Room } from './parts.ts';

type Day = { readonly day: Line['text']; readonly lines: readonly Line[] };

export type TimelineModel = Head & {
  readonly explained: Line['text'];
  readonly versions: readonly { readonly title: Line['text']; readonly days: readonly Day[] }[];
  readonly left: Maybe<Line>;
};

type Told = { readonly at: Temporal.Instant; readonly text: string };
type Version = ViewOf<'timeline'>['versions'][number];

export const timelineModel = ({ meeting, versions }: ViewOf<'timeline'>, room: Room): TimelineModel => {
  const share = Math.max(4, Math.floor(room.items / Math.max(versions.length, 1)));
  const told = versions.map((each) => ({ version: each.version, told: toldOf(each, share) }));
  const shown = told.map((each) => ({ ...each, shown: ends(each.told, share) }));
  const left = shown.reduce((sum, each) => sum + each.told.length - each.shown.length, 0);
  return {
    ...head(timelineTexts.heading(meeting.date), meeting.committee, timelineTexts.heading(meeting.date)),
    explained: line(timelineTexts.explained).text,
    versions: shown.map((each) => ({
      title: line(timelineTexts.version(each.version)).text,
      days: daysOf(each.shown, room),
    })),
    left: left === 0 ? [] : [line(timelineTexts.left(left))],
  };
};

/** Each thing by itself where there is room for it; else what many did alike is one line, where the first of them did it. */
const toldOf = ({ version, entries }: Version, room: number): readonly Told[] => {
  const each = (entry: TimelineEntry): Told => ({ at: entry.at, text: entrySentence(version, entry) });
  if (entries.length <= room) return entries.map(each);
  const groups = Map.groupBy(entries, (entry, place) => sortOf(entry) ?? `alone ${place}`);
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.filter(isSummed);
    const last = others.at(-1);
    return first === undefined || last === undefined
      ? (group.map(each)[0] ?? defect('an empty group'))
      : { at: first.at, text: summedSentence([first, ...others], last.at) };
  });
};

const isSummed = (entry: TimelineEntry): entry is Summed => sortOf(entry) !== undefined;

const sortOf = (entry: TimelineEntry): string | undefined => {
  if (entry.kind === 'told') return [entry.about, entry.channel, entry.result].join('|');
  if (entry.kind === 'ruling') return [entry.ruling, entry.name].join('|');
  return entry.kind === 'act' && entry.onBehalf === undefined ? entry.verb : undefined;
};

/** How it began and how it ended, where not even that fits. */
const ends = (told: readonly Told[], room: number): readonly Told[] => {
  if (told.length <= room) return told;
  const first = Math.floor(room / 2);
  return [...told.slice(0, first), ...told.slice(told.length - (room - first))];
};

const daysOf = (told: readonly Told[], { text }: Room): readonly Day[] => {
  const days = Map.groupBy(told, ({ at }) => capitalised(danishDate(at)));
  return [...days].map(([day, each]) => ({
    day: line(day).text,
    lines: each.map(({ at, text: words }) =>
      line(timelineTexts.at(danishTime(at), words), Math.min(500, text)),
    ),
  }));
};
