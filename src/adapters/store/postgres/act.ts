import { defect } from '../../../domain/defect.ts';
import type { Digest } from '../../../ports/digest.ts';
import type {
  Actor,
  Decided,
  LoadPlan,
  StoredEvent,
  StreamName,
  UnitOfWork,
} from '../../../ports/event-log.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Project } from '../../../ports/read-models.ts';
import { changedRow } from '../row-changes.ts';
import { chained, type NewEventRow } from '../stored-event.ts';
import type { StreamStates } from '../stream-states.ts';
import { wantedRow } from '../wanted-row.ts';
import type { ActWrites } from './batch-writes.ts';
import { type FetchedStreams, NotFetched } from './fetched-streams.ts';

export type ActParts = { readonly project: Project; readonly ids: Ids; readonly digest: Digest };

/** The end of the log as the running batch makes it. */
export type Head = { readonly seq: number; readonly hash: string };

/** What an act may look at, and where it adds to. */
export type Surroundings = {
  readonly states: StreamStates;
  readonly fetched: FetchedStreams;
  readonly head: Head;
};

export type Acted<R> = { readonly result: R; readonly writes: ActWrites; readonly head: Head };

const program: Actor = { system: 'setup' };

/** Decides on what is there. Nothing is written yet: what an act writes goes out with its batch. */
export function act<P extends LoadPlan, R>(
  parts: ActParts,
  unit: UnitOfWork<P, R>,
  { states, fetched, head }: Surroundings,
): Acted<R> {
  const decided = unit.decide(states.load(unit.load));
  const append = (decided.append ?? []).filter(({ events }) => events.length > 0);
  const effects = decided.effects ?? [];
  const { result } = decided;
  if (append.length === 0 && effects.length === 0)
    return { result, head, writes: { events: [], effects: [], changes: [] } };
  const at = decided.at ?? defect('something is appended without the instant it happened at');
  lookAtAll(
    states,
    append.map(({ stream }) => stream),
  );
  const links: Link[] = [];
  for (const { stream, events } of append) {
    const first = states.head(stream) + 1;
    const added = events.map((event, place) => {
      const version = first + place;
      const fresh = { stream, version, id: parts.ids.next(), at, actor: actorOf(decided), event };
      const link = chained(parts.digest, links.at(-1)?.row ?? head, fresh);
      links.push(link);
      return link.stored.event;
    });
    fetched.append(stream, added);
    states.appended(stream, first - 1 + added.length, added);
  }
  return {
    result,
    head: links.at(-1)?.row ?? head,
    writes: {
      events: links.map(({ row }) => row),
      effects: effects.map((effect) => wantedRow(effect, at)),
      changes: links.flatMap(({ stored }) => parts.project(stored)).map(changedRow),
    },
  };
}

/** What is missing of the streams that are added to is asked for in one go: an act begins again after each fetch. */
function lookAtAll(states: StreamStates, streams: readonly StreamName[]): void {
  const missing = streams.flatMap((stream) => {
    try {
      states.head(stream);
      return [];
    } catch (error) {
      if (error instanceof NotFetched) return error.needs.streams;
      throw error;
    }
  });
  if (missing.length > 0) throw new NotFetched({ streams: missing, prefixes: [] });
}

type Link = { readonly stored: StoredEvent; readonly row: NewEventRow };

function actorOf({ actor }: Decided<unknown>): Actor {
  return actor ?? program;
}
