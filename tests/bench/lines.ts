import { type ApproveReport, type Round, votesARound } from './approve.ts';
import type { PapersReport, Times } from './papers-process.ts';
import type { Line } from './report.ts';
import type { StartReport } from './start.ts';
import { median } from './statistics.ts';

/** A line with one value a round. */
function perRound(
  rounds: readonly Round[],
  what: string,
  unit: string,
  value: (round: Round) => number,
  more: Partial<Line> = {},
): Line {
  const values = rounds.map(value);
  return { what, unit, values, shown: median(values), ...more };
}

export function approveLines({ rounds, acknowledged, missing, chain }: ApproveReport): readonly Line[] {
  const line = (what: string, unit: string, value: (round: Round) => number, more: Partial<Line> = {}) =>
    perRound(rounds, what, unit, value, more);
  return [
    line('approve clicks, 16 clients', '/s', ({ ours }) => ours.perSecond, {
      note: 'token checked, committed, cards shown meanwhile',
    }),
    line('bare botbuilder + teams-ai invoke (a)', '/s', ({ bare }) => bare.perSecond, {
      note: 'token checked, nothing stored',
    }),
    line('raw SQLite durable insert (b)', '/s', ({ inserts }) => inserts.perSecond, {
      note: 'one client, one commit each',
    }),
    line('approve ÷ (a), throughput', '×', ({ ours, bare }) => ours.perSecond / bare.perSecond, {
      target: { atLeast: 0.5 },
    }),
    line('approve ÷ (b), throughput', '×', ({ ours, inserts }) => ours.perSecond / inserts.perSecond, {
      target: { atLeast: 0.3 },
    }),
    line('approve p50', 'ms', ({ ours }) => ours.p50Ms),
    line('approve p99', 'ms', ({ ours }) => ours.p99Ms),
    line('(a) p50', 'ms', ({ bare }) => bare.p50Ms),
    line('(a) p99', 'ms', ({ bare }) => bare.p99Ms),
    line('(b) p99', 'ms', ({ inserts }) => inserts.p99Ms, { note: 'the disk alone' }),
    line('approve ÷ (a), p99', '×', ({ ours, bare }) => ours.p99Ms / bare.p99Ms, { target: { atMost: 3 } }),
    line('speed at vote 10,000 ÷ at vote 100', '×', ({ early, late }) => late.perSecond / early.perSecond, {
      target: { atLeast: 0.8 },
      note: 'votes 9,501–10,500 ÷ 1–1,000',
    }),
    line('approve, cards held back', '/s', ({ held }) => held.perSecond),
    ...costLines(rounds),
    {
      what: 'acknowledged votes missing after kill -9',
      unit: '',
      values: [missing],
      shown: missing,
      target: { atMost: 0 },
      note: `of ${acknowledged}`,
    },
    {
      what: 'places where the chain is broken',
      unit: '',
      values: [],
      shown: chain === 'whole' ? 0 : 1,
      target: { atMost: 0 },
    },
  ];
}

function costLines(rounds: readonly Round[]): readonly Line[] {
  const share = ({ cardsShown, cpuMsPerCard, cpuMsPerVote }: Round) =>
    (100 * cardsShown * cpuMsPerCard) / (votesARound * cpuMsPerVote);
  const cards = median(rounds.map(({ cardsShown }) => cardsShown));
  return [
    perRound(rounds, 'CPU of a vote, cards included', 'ms', ({ cpuMsPerVote }) => cpuMsPerVote),
    perRound(rounds, 'CPU of a card shown', 'ms', ({ cpuMsPerCard }) => cpuMsPerCard),
    perRound(rounds, 'share of the CPU for the cards', '%', share, {
      note: `${cards} cards a round: 25 a second and tenant at most`,
    }),
  ];
}

export function startLines({ bareMs, oursMs, oursUncachedMs }: StartReport): readonly Line[] {
  const ratios = oursMs.map((ours, round) => ours / (bareMs[round] ?? ours));
  return [
    { what: 'start to listening, data folder empty', unit: 'ms', values: oursMs, shown: median(oursMs) },
    {
      what: 'the same, first on a machine',
      unit: 'ms',
      values: oursUncachedMs,
      shown: median(oursUncachedMs),
      note: 'without what an earlier start compiled',
    },
    { what: 'start of the bare adapter', unit: 'ms', values: bareMs, shown: median(bareMs) },
    {
      what: 'start ÷ bare start',
      unit: '×',
      values: ratios,
      shown: median(oursMs) / median(bareMs),
      target: { atMost: 2 },
    },
  ];
}

/** Megabytes; undefined where the system does not say. */
export type IdleReport = Readonly<Record<'again' | 'seeded' | 'bare', number | undefined>>;

export function idleLines({ again, seeded, bare }: IdleReport): readonly Line[] {
  const line = (what: string, megabytes: number | undefined, more: Partial<Line>): readonly Line[] =>
    megabytes === undefined ? [] : [{ what, unit: 'MB', values: [megabytes], shown: megabytes, ...more }];
  return [
    ...line('idle memory, local mode', again, {
      target: { atMost: 220 },
      note: 'started again, demo in place',
    }),
    ...line('the same after the first start', seeded, { note: 'demo seeded, PDF process ended' }),
    ...line('idle memory, bare adapter', bare, {}),
  ];
}

export function papersLines({ paper, read, word, pdf, readWord }: PapersReport): readonly Line[] {
  const line = (what: string, times: Times, more: Partial<Line> = {}): Line => ({
    what,
    unit: 'ms',
    values: times.warmMs,
    shown: median(times.warmMs),
    note: `first ${times.firstMs.toFixed(0)} ms`,
    ...more,
  });
  return [
    line(`import of ${paper}`, read, { target: { atMost: 50 } }),
    line('minutes as docx, warm', word, { target: { atMost: 60 } }),
    line('minutes as PDF, warm', pdf, { target: { atMost: 100 } }),
    line('minutes read back from docx, warm', readWord),
  ];
}
