import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startConnectorSink } from '../bench/connector-sink.ts';
import { type Chance, seededChance } from './support/chance.ts';
import { freshFolder } from './support/homes.ts';
import { garbled, goodPress, spoilt, unknown, type Wellformed } from './support/malformed.ts';
import type { DoorFirst, DoorUsage } from './support/process/door-process.ts';
import { recordFigures, times } from './support/report.ts';

const appId = '7c1c7a2e-0000-4000-8000-00000000b07a';
const meetingId = 'm1';
const crowd = 40;
const file = fileURLToPath(new URL('./support/process/door-process.ts', import.meta.url));

type Door = {
  readonly about: Wellformed;
  readonly url: string;
  readonly tokens: readonly string[];
  usage(): Promise<DoorUsage>;
  isUp(): boolean;
  close(): Promise<void>;
};

async function openDoor(): Promise<Door> {
  const folder = freshFolder();
  const sink = await startConnectorSink();
  const args = [folder, appId, sink.origin, meetingId, String(crowd)];
  const child: ChildProcess = fork(file, args, { execArgv: ['--expose-gc'] });
  const [first] = (await once(child, 'message')) as [DoorFirst];
  return {
    about: { appId, serviceUrl: `${sink.origin}/connector/`, meetingId },
    ...first,
    async usage() {
      child.send({});
      const [usage] = (await once(child, 'message')) as [DoorUsage];
      return usage;
    },
    isUp: () => child.exitCode === null && child.signalCode === null,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await sink.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Done or refused in the answer, refused at the gate, or an invoke of a kind that nobody here knows. */
const sound = new Set(['200', '400', '403', '413', '501']);

type Answers = Map<string, number>;

/** As many as there are tokens at once, each over a connection that stays open. */
async function sendAll({ url, tokens }: Door, count: number, make: () => string | Buffer): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: tokens.length });
  const answers: Answers = new Map();
  let left = count;
  const client = async (token: string) => {
    while (left > 0) {
      left -= 1;
      const answer = await send(agent, url, token, make());
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(tokens.map(client));
  agent.destroy();
  return answers;
}

/** The status; `crash` where a defect of ours answered, or nobody. */
function send(agent: Agent, url: string, token: string, body: string | Buffer): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const request = httpRequest(url, { method: 'POST', agent, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    response.on('end', () => {
      const broken = text.includes('InternalServerError') || /\bat .+:\d+:\d+/.test(text);
      resolve(broken ? `crash ${text.slice(0, 300)}` : String(response.statusCode));
    });
  });
  request.on('error', (error) => resolve(`crash ${error.message}`));
  request.end(body);
  return promise;
}

function malformed(about: Wellformed, chance: Chance): () => string | Buffer {
  const kinds = [spoilt, spoilt, spoilt, unknown, garbled];
  return () => chance.pick(kinds)(about, chance, chance.below(crowd));
}

it('malformed activities with a valid token crash nothing, change nothing and leave nothing in memory', async () => {
  const door = await openDoor();
  const row = 'malformed activities with a valid token';
  const make = malformed(door.about, seededChance(row));
  const count = times(5_000, 1_000_000);
  try {
    await sendAll(door, 2_000, make);
    const before = await door.usage();
    const answers = await sendAll(door, count, make);
    const after = await door.usage();
    const crashes = [...answers].filter(([answer]) => !sound.has(answer));
    recordFigures(row, {
      activities: count,
      crashes: crashes.reduce((sum, [, times]) => sum + times, 0),
      'changes in the log': after.events - before.events,
      'heap before, MB': Math.round(before.heapMb),
      'heap after, MB': Math.round(after.heapMb),
      'memory after, MB': Math.round(after.rssMb),
      ...Object.fromEntries([...answers].map(([answer, times]) => [`answered ${answer.slice(0, 9)}`, times])),
    });
    expect(crashes).toEqual([]);
    expect(door.isUp()).toBe(true);
    expect(after.events).toBe(before.events);
    expect(after.heapMb - before.heapMb).toBeLessThan(16);
    // What was spoilt would have been taken as it was: the proof is seen to notice a change.
    const good = () => JSON.stringify(goodPress(door.about, 3, 'approve'));
    expect([...(await sendAll(door, 1, good)).keys()]).toEqual(['200']);
    expect((await door.usage()).events).toBeGreaterThan(after.events);
  } finally {
    await door.close();
  }
});
