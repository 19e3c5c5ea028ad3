import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { type Child, startChild } from './child.ts';
import { appId, approveClick } from './clicks.ts';
import { type Click, clickThrough, type Door } from './clients.ts';
import { type ConnectorSink, startConnectorSink } from './connector-sink.ts';
import type { Vote } from './crowd.ts';
import type { OurFirst, OurQuestion } from './our-server.ts';
import { postgresInserts } from './postgres-inserts.ts';
import { measureRush, type Rush } from './rush.ts';
import { type Block, blockOf } from './statistics.ts';

const members = 8_000;
const warmUp = 1_000;
const votesOfActs = 2_000;
const votesOfOne = 2_500;
const votesOfTwo = 2_500;
const inserts = 4_000;
const clients = 16;

export type PostgresReport = {
  readonly raw: readonly Block[];
  /** Use case, rules and commit, without a door. */
  readonly acts: readonly Block[];
  readonly one: readonly Block[];
  readonly two: readonly Block[];
  readonly rush: Rush;
};

type Round = Readonly<Record<'raw' | 'acts' | 'one' | 'two', Block>>;

type Door16 = { readonly door: OurFirst; readonly child: Child };

/** The same votes on a real server beside what the server itself commits: one process, then two on one database. */
export async function measurePostgres(folder: string, rounds: number): Promise<PostgresReport> {
  const server = await startPostgres();
  const sink = await startConnectorSink();
  try {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      measured.push(await measureRound(server, sink, join(folder, `round-${round}`)));
    }
    const rush = await measureRush(join(folder, 'rush'), await server.freshDatabase());
    return {
      raw: measured.map(({ raw }) => raw),
      acts: measured.map(({ acts }) => acts),
      one: measured.map(({ one }) => one),
      two: measured.map(({ two }) => two),
      rush,
    };
  } finally {
    await sink.close();
    await server.close();
  }
}

async function measureRound(server: PostgresServer, sink: ConnectorSink, folder: string) {
  const url = await server.freshDatabase();
  const first = await open(folder, url, sink, 1);
  const second = await open(folder, url, sink, 0);
  try {
    const [vote] = first.door.votes;
    if (vote === undefined) throw new Error('There is nothing to vote on.');
    const click = (from: number, to: number) => block(from, to, `${sink.origin}/connector/`, vote);
    await clickThrough(first.door, click(0, warmUp / 2));
    await clickThrough(second.door, click(warmUp / 2, warmUp));
    const raw = await postgresInserts(url, clients, inserts);
    const afterActs = warmUp + votesOfActs;
    const acts = await first.child.ask<Block>({ acts: [warmUp, afterActs] } satisfies OurQuestion);
    const afterOne = afterActs + votesOfOne;
    const one = await clickThrough(first.door, click(afterActs, afterOne));
    const two = await clickBoth(first.door, second.door, click(afterOne, afterOne + votesOfTwo));
    return { raw, acts, one, two };
  } finally {
    await first.child.kill();
    await second.child.kill();
  }
}

/** As many clients in all as on one door, half at each. */
async function clickBoth(a: Door, b: Door, clicks: readonly Click[]): Promise<Block> {
  const began = performance.now();
  const half = clicks.length / 2;
  const tokens = clients / 2;
  const blocks = await Promise.all([
    clickThrough({ ...a, tokens: a.tokens.slice(0, tokens) }, clicks.slice(0, half)),
    clickThrough({ ...b, tokens: b.tokens.slice(0, tokens) }, clicks.slice(half)),
  ]);
  const elapsed = performance.now() - began;
  const { perSecond } = blockOf(
    Array.from(clicks, () => 0),
    elapsed,
  );
  const worst = (pick: (block: Block) => number) => Math.max(...blocks.map(pick));
  return { perSecond, p50Ms: worst(({ p50Ms }) => p50Ms), p99Ms: worst(({ p99Ms }) => p99Ms) };
}

async function open(folder: string, url: string, sink: ConnectorSink, meetings: number): Promise<Door16> {
  const args = [folder, appId, sink.origin, String(members), String(meetings), url];
  const { first, child } = await startChild<OurFirst>(new URL('./our-server.ts', import.meta.url), args);
  const question: OurQuestion = { effects: 'run' };
  await child.ask(question);
  return { door: first, child };
}

function block(from: number, to: number, serviceUrl: string, vote: Vote): readonly Click[] {
  return Array.from({ length: to - from }, (_, place) => approveClick(from + place, serviceUrl, vote));
}
