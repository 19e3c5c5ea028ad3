import type { LoadPlan } from '../../../ports/event-log.ts';
import type { Between } from '../queries/log-queries.ts';
import type { FoldedRow } from '../queries/postgres-log-queries.ts';
import type { Statement } from '../queries/statement.ts';
import { command } from '../runner.ts';
import { afterAllNames } from '../stored-event.ts';
import { StreamStates } from '../stream-states.ts';
import { ask } from './ask.ts';
import type { Connection } from './connections.ts';
import { FetchedStreams, type Needs, NotFetched } from './fetched-streams.ts';
import type { KnownLog } from './known-log.ts';

export type FetchQueries = {
  readonly names: Statement<Between, { readonly stream: string }>;
  readonly ofStreams: Statement<{ readonly streams: readonly string[] }, FoldedRow>;
};

/** What can be looked at without waiting: the known states, and what was fetched beside them. */
export type Memory = { readonly states: StreamStates; readonly fetched: FetchedStreams };

export function memoryOf(known: KnownLog): Memory {
  const fetched = new FetchedStreams();
  return { fetched, states: new StreamStates(fetched, known.streams) };
}

/** What the plans ask for that is neither known nor fetched; names under a prefix are found while fetching. */
export function needsOf(plans: readonly LoadPlan[], { states, fetched }: Memory): Needs {
  const streams = new Set<string>();
  const prefixes = new Set<string>();
  for (const part of plans.flatMap((plan) => Object.values(plan))) {
    const names = part.kind === 'stream' ? [part.stream] : fetched.namesWith(part.prefix);
    if (names === undefined && part.kind === 'streams') prefixes.add(part.prefix);
    for (const name of names ?? []) {
      if (!states.knows(name, part.fold) && !fetched.has(name)) streams.add(name);
    }
  }
  return { streams: [...streams], prefixes: [...prefixes] };
}

/** Fetches all that the plans need, names first, then one query for all events. */
export async function fetchFor(
  connection: Connection,
  queries: FetchQueries,
  plans: readonly LoadPlan[],
  memory: Memory,
): Promise<void> {
  const { fetched } = memory;
  const { streams, prefixes } = needsOf(plans, memory);
  if (prefixes.length === 0) return fetch(connection, queries, { streams, prefixes }, fetched);
  await fetch(connection, queries, { streams: [], prefixes }, fetched);
  await fetch(connection, queries, needsOf(plans, memory), fetched);
}

async function fetch(
  connection: Connection,
  queries: FetchQueries,
  { streams, prefixes }: Needs,
  fetched: FetchedStreams,
): Promise<void> {
  for (const prefix of prefixes) {
    const between = { first: prefix, last: prefix + afterAllNames };
    const names = await ask(connection, command(queries.names, between));
    fetched.fetchedNames(
      prefix,
      names.map(({ stream }) => stream),
    );
  }
  if (streams.length === 0) return;
  fetched.fetched(streams, await ask(connection, command(queries.ofStreams, { streams })));
}

/** Runs the work until all that it looks at has been fetched; what it did before that is undone. */
export async function withFetched<T>(
  connection: Connection,
  queries: FetchQueries,
  fetched: FetchedStreams,
  work: () => T,
  undo: () => void,
): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error;
      undo();
      await fetch(connection, queries, error.needs, fetched);
    }
  }
}
