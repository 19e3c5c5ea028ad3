import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { appId, approveClick, objectClick } from './clicks.ts';
import { type Click, post } from './clients.ts';
import { startConnectorSink } from './connector-sink.ts';
import type { Vote } from './crowd.ts';
import type { Counted, OurFirst, OurQuestion } from './our-server.ts';
import { type Block, blockOf } from './statistics.ts';

export const rushMembers = 10_000;
const rushMs = 60_000;
/** A third of the members press in the first tenth of the minute: the card has just come. */
const early = { share: 1 / 3, time: 1 / 10 };
const twiceEvery = 20;
const objectEvery = 100;
/** A double click follows so soon. */
const doubledAfterMs = 150;

export type Rush = {
  readonly block: Block;
  readonly clicks: number;
  /** Refused, cut off or answered with anything but a receipt. */
  readonly unanswered: number;
  readonly counted: Counted;
};

/** One press and when it is made; a member who objects fills in the dialog instead. */
type Press = { readonly at: number; readonly click: Click };

/**
 * A committee of ten thousand answers within a minute, on a timetable that does not wait for the server: what it cannot
 * take in time is waited for and told as latency. Then the log is read.
 */
export async function measureRush(folder: string, databaseUrl: string): Promise<Rush> {
  const sink = await startConnectorSink();
  const args = [folder, appId, sink.origin, String(rushMembers), '1', databaseUrl];
  const { first, child } = await startChild<OurFirst>(new URL('./our-server.ts', import.meta.url), args);
  try {
    const [vote] = first.votes;
    if (vote === undefined) throw new Error('There is nothing to vote on.');
    await ask(child, { effects: 'run' });
    const presses = timetable(vote, `${sink.origin}/connector/`);
    const { latencies, unanswered, elapsedMs } = await pressAll(presses, first);
    const counted = await ask<Counted>(child, { count: vote.meetingId });
    return { block: blockOf(latencies, elapsedMs), clicks: presses.length, unanswered, counted };
  } finally {
    await child.kill();
    await sink.close();
  }
}

function timetable(vote: Vote, serviceUrl: string): readonly Press[] {
  return Array.from({ length: rushMembers }, (_, number) => number).flatMap((number) => {
    const objects = number % objectEvery === objectEvery - 1;
    const click = (objects ? objectClick : approveClick)(number, serviceUrl, vote);
    const at = momentOf(number / rushMembers) * rushMs;
    const doubled = number % twiceEvery === 0 ? [{ at: at + doubledAfterMs, click }] : [];
    return [{ at, click }, ...doubled];
  });
}

function momentOf(share: number): number {
  return share < early.share
    ? (share / early.share) * early.time
    : early.time + ((share - early.share) / (1 - early.share)) * (1 - early.time);
}

async function pressAll(presses: readonly Press[], { url, tokens }: OurFirst) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const latencies: number[] = [];
  let unanswered = 0;
  const began = performance.now();
  const press = async ({ at, click }: Press, place: number) => {
    await pause(Math.max(0, began + at - performance.now()));
    const planned = began + at;
    const token = tokens[place % tokens.length] ?? '';
    const answer = await post(agent, url, token, click.body).catch(String);
    latencies.push(performance.now() - planned);
    if (!click.accept(answer)) unanswered += 1;
  };
  await Promise.all(presses.map(press));
  agent.destroy();
  return { latencies, unanswered, elapsedMs: performance.now() - began };
}

function ask<T>(child: Child, question: OurQuestion): Promise<T> {
  return child.ask<T>(question);
}
