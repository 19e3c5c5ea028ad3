import { cpus } from 'node:os';
import type { PostgresReport } from './postgres.ts';
import type { Line } from './report.ts';
import { type Rush, rushMembers } from './rush.ts';
import { type Block, median } from './statistics.ts';

/** Clients, server, database and a second server: below so many cores two processes only share what one had. */
const coresForTwo = 4;

export function rushLines(store: string, { block, clicks, unanswered, counted }: Rush): readonly Line[] {
  const missing = rushMembers - counted.approved - counted.objected;
  const line = (what: string, shown: number, more: Partial<Line> = {}): Line => ({
    what: `${store}: ${what}`,
    unit: '',
    values: [shown],
    shown,
    ...more,
  });
  return [
    line('10,000 members within a minute, p99', block.p99Ms / 1_000, {
      unit: 's',
      target: { atMost: 2 },
      note: `${clicks} presses, a third of the members in the first 6 s`,
    }),
    line('members whose act is not in the log', missing, {
      target: { atMost: 0 },
      note: `${counted.approved} approved, ${counted.objected} objected`,
    }),
    line('acts doubled by 5 % double clicks', counted.doubled, { target: { atMost: 0 } }),
    line('presses without a receipt', unanswered, { target: { atMost: 0 } }),
    line('places where the chain is broken', counted.chain === 'whole' ? 0 : 1, { target: { atMost: 0 } }),
  ];
}

export function postgresLines({ raw, acts, one, two, rush }: PostgresReport): readonly Line[] {
  const rate = (what: string, blocks: readonly Block[], more: Partial<Line> = {}): Line => {
    const values = blocks.map(({ perSecond }) => perSecond);
    return { what, unit: '/s', values, shown: median(values), ...more };
  };
  const ratio = (
    what: string,
    over: readonly Block[],
    under: readonly Block[],
    more: Partial<Line>,
  ): Line => {
    const values = over.map(({ perSecond }, round) => perSecond / (under[round]?.perSecond ?? perSecond));
    return { what, unit: '×', values, shown: median(values), ...more };
  };
  const p99 = one.map(({ p99Ms }) => p99Ms);
  const enough = cpus().length >= coresForTwo;
  return [
    rate('approve clicks on PostgreSQL, 16 clients', one),
    { what: 'the same, p99', unit: 'ms', values: p99, shown: median(p99) },
    rate('raw PostgreSQL durable insert, 16 connections (c)', raw, { note: 'one row, one commit each' }),
    rate('acts on PostgreSQL without a door, 16 at once', acts, {
      note: 'use case, rules, commit of five tables',
    }),
    ratio('acts on PostgreSQL ÷ (c)', acts, raw, { target: { atLeast: 0.3 } }),
    ratio('approve on PostgreSQL ÷ (c)', one, raw, { note: 'token, bot and card included' }),
    ratio('two processes ÷ one, same 16 clients', two, one, {
      ...(enough ? { target: { atLeast: 1.3 } } : {}),
      note: enough
        ? 'half the clients at each'
        : `${cpus().length} cores, all busy with one: told, not judged`,
    }),
    ...rushLines('PostgreSQL', rush),
  ];
}
