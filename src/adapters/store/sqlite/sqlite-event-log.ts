import { defect } from '../../../domain/defect.ts';
import type { Actor, Append, Decided, EventLog, LoadPlan, UnitOfWork } from '../../../ports/event-log.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Project } from '../../../ports/read-models.ts';
import { createLogReader, type LogQueries } from '../log-reader.ts';
import type { OutboxQueries } from '../outbox.ts';
import type { StreamStates } from '../stream-states.ts';
import { wantedRow } from '../wanted-row.ts';
import type { EventTable } from './event-table.ts';
import type { GroupCommit } from './group-commit.ts';
import type { ModelTables } from './model-tables.ts';
import type { Prepared } from './prepared.ts';
import { reading } from './sql-failure.ts';
import { createSqliteReading } from './sqlite-runner.ts';

export type LogParts = {
  readonly events: EventTable;
  readonly states: StreamStates;
  readonly models: ModelTables;
  readonly prepared: Prepared;
  readonly queries: { readonly log: LogQueries; readonly outbox: OutboxQueries };
  readonly commit: GroupCommit;
  readonly project: Project;
  readonly ids: Ids;
};

const program: Actor = { system: 'setup' };

export function createSqliteEventLog(parts: LogParts): EventLog {
  const { commit, states, prepared, queries } = parts;
  return {
    ...createLogReader(createSqliteReading(prepared), queries.log),
    transact: (unit) => commit.run(() => runUnit(parts, unit)),
    load: (plan) =>
      reading(() => {
        const loaded = states.load(plan);
        states.keepLoaded();
        return loaded;
      }),
  };
}

/** Lock, decide, write: the lock is the batch's, which nobody else can have at the same time. */
function runUnit<P extends LoadPlan, R>(parts: LogParts, unit: UnitOfWork<P, R>): R {
  const { states, prepared, queries } = parts;
  const decided = unit.decide(states.load(unit.load));
  const append = (decided.append ?? []).filter(({ events }) => events.length > 0);
  const effects = decided.effects ?? [];
  if (append.length === 0 && effects.length === 0) return decided.result;
  const at = decided.at ?? defect('something is appended without the instant it happened at');
  for (const each of append) appendToStream(parts, each, at, decided);
  for (const effect of effects) prepared.find(queries.outbox.want, wantedRow(effect, at));
  return decided.result;
}

function appendToStream(
  parts: LogParts,
  { stream, events }: Append,
  at: Temporal.Instant,
  decided: Decided<unknown>,
): void {
  const actor = decided.actor ?? program;
  const head = parts.states.head(stream);
  const stored = events.map((event, place) =>
    parts.events.append({ stream, version: head + 1 + place, id: parts.ids.next(), at, actor, event }),
  );
  for (const each of stored) parts.models.apply(parts.project(each));
  parts.states.appended(
    stream,
    head + stored.length,
    stored.map(({ event }) => event),
  );
}
