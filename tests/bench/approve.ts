import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteReader } from '../../src/adapters/store/sqlite/open-sqlite-store.ts';
import { createSystemDigest } from '../../src/adapters/system/system-digest.ts';
import type { BareFirst } from './bare-server.ts';
import { type Child, startChild } from './child.ts';
import { appId, approveClick } from './clicks.ts';
import { type Click, clickThrough } from './clients.ts';
import { type ConnectorSink, startConnectorSink } from './connector-sink.ts';
import type { Vote } from './crowd.ts';
import { durableInserts } from './durable-inserts.ts';
import type { OurFirst, OurQuestion, Usage } from './our-server.ts';
import type { Block } from './statistics.ts';

export const votesARound = 10_500;
const members = votesARound;
const rounds = 4;
const bareClicks = 3_000;
const warmUp = 1_500;
const heldVotes = 2_000;
/** The first thousand votes and those around vote 10,000. */
const early = 1_000;
const late = 9_500;
const cardsOnlyMs = 4_000;

export type Round = {
  readonly bare: Block;
  readonly inserts: Block;
  readonly ours: Block;
  readonly early: Block;
  readonly late: Block;
  readonly held: Block;
  readonly cpuMsPerVote: number;
  readonly cardsShown: number;
  /** The server's CPU time for one card, measured while nobody votes. */
  readonly cpuMsPerCard: number;
};

export type ApproveReport = {
  readonly rounds: readonly Round[];
  readonly acknowledged: number;
  readonly missing: number;
  readonly chain: string;
};

type Bench = {
  readonly folder: string;
  readonly sink: ConnectorSink;
  readonly bare: BareFirst;
  readonly ours: OurFirst;
  readonly server: Child;
};

/** Votes through both doors in turn, then the power goes and the log is read: what was acknowledged must be in it. */
export async function measureApprove(folder: string): Promise<ApproveReport> {
  const sink = await startConnectorSink();
  const bare = await startChild<BareFirst>(new URL('./bare-server.ts', import.meta.url), [appId]);
  const args = [folder, appId, sink.origin, String(members), String(rounds + 1)];
  const ours = await startChild<OurFirst>(new URL('./our-server.ts', import.meta.url), args);
  const bench: Bench = { folder, sink, bare: bare.first, ours: ours.first, server: ours.child };
  await clickThrough(bench.bare, bareBlock(bench, warmUp));
  await effects(bench, 'run');
  await clickThrough(bench.ours, votes(bench, 0, 0, warmUp));
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measureRound(bench, round));
  await ours.child.kill();
  await bare.child.kill();
  await sink.close();
  const acknowledged = warmUp + rounds * (members + heldVotes);
  return { rounds: measured, acknowledged, ...(await readBack(folder, acknowledged)) };
}

async function measureRound(bench: Bench, round: number): Promise<Round> {
  await effects(bench, 'hold');
  const bare = await clickThrough(bench.bare, bareBlock(bench, bareClicks));
  const inserts = durableInserts(bench.folder, 500);
  const from = warmUp + round * heldVotes;
  const held = await clickThrough(bench.ours, votes(bench, 0, from, from + heldVotes));
  await effects(bench, 'run');
  const before = await usage(bench);
  const first = await clickThrough(bench.ours, votes(bench, round + 1, 0, early));
  const middle = await clickThrough(bench.ours, votes(bench, round + 1, early, late));
  const last = await clickThrough(bench.ours, votes(bench, round + 1, late, members));
  const after = await usage(bench);
  await pause(cardsOnlyMs);
  const later = await usage(bench);
  return {
    bare,
    inserts,
    ours: middle,
    early: first,
    late: last,
    held,
    cpuMsPerVote: (after.cpuMs - before.cpuMs) / members,
    cardsShown: after.shown - before.shown,
    cpuMsPerCard: (later.cpuMs - after.cpuMs) / (later.shown - after.shown),
  };
}

/** Reads the killed server's file as `verify` would: acts that are missing, and whether the chain is whole. */
async function readBack(
  dataDir: string,
  acknowledged: number,
): Promise<{ readonly missing: number; readonly chain: string }> {
  const reader = openSqliteReader({ dataDir, digest: createSystemDigest() });
  const approved = new Set<string>();
  let after = 0;
  for (;;) {
    const page = await reader.log.read(after, 1_000);
    for (const { stream, event } of page) if (event.type === 'ApprovalGiven') approved.add(stream);
    after = page.at(-1)?.seq ?? after;
    if (page.length === 0) break;
  }
  const { chain } = await reader.verify();
  await reader.close();
  return { missing: acknowledged - approved.size, chain };
}

function effects({ server }: Bench, mode: 'run' | 'hold'): Promise<unknown> {
  const question: OurQuestion = { effects: mode };
  return server.ask(question);
}

function usage({ server }: Bench): Promise<Usage> {
  const question: OurQuestion = { usage: true };
  return server.ask<Usage>(question);
}

function votes({ ours, sink }: Bench, meeting: number, from: number, to: number): readonly Click[] {
  const vote = ours.votes[meeting];
  if (vote === undefined) throw new Error(`There is no meeting ${meeting}.`);
  return block(from, to, `${sink.origin}/connector/`, vote);
}

function bareBlock({ bare, ours }: Bench, clicks: number): readonly Click[] {
  const [vote] = ours.votes;
  return vote === undefined ? [] : block(0, clicks, bare.serviceUrl, vote);
}

function block(from: number, to: number, serviceUrl: string, vote: Vote): readonly Click[] {
  return Array.from({ length: to - from }, (_, place) => approveClick(from + place, serviceUrl, vote));
}
