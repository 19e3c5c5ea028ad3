import { markOf } from '../../domain/operation/may-decide.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type {
  ClockDoubtView,
  OperationDoubtView,
  SafeModeDoubtView,
} from '../../ports/operation-card-view.ts';
import type { CardRef } from '../../ports/outbox.ts';
import { committeeStream, operationStream, peopleStream } from '../streams.ts';

type Ref = Extract<CardRef, { card: 'operation-doubt' }>;
type Reading = Pick<EventLog, 'load' | 'read'>;

/** Why nothing is decided, or that it is decided again; undefined where the committee is not known. */
export async function operationDoubtView(
  log: Reading,
  { committeeId, about, since }: Ref,
  now: Temporal.Instant,
): Promise<OperationDoubtView | undefined> {
  const { committee, operation } = await log.load({
    committee: committeeStream(committeeId),
    operation: operationStream,
  });
  if (committee.situation === 'unknown') return undefined;
  const common = { card: 'operation-doubt', committeeId, committee: committee.name, since } as const;
  if (markOf(operation, about) !== since) return { ...common, doubt: { about, state: 'over' } };
  const doubt = about === 'clock' ? clockDoubt(operation, now) : await safeModeDoubt(log, operation);
  return { ...common, doubt };
}

function clockDoubt({ clock }: Operation, now: Temporal.Instant): ClockDoubtView {
  if (clock.state === 'trusted') return { about: 'clock', state: 'over' };
  const { kind, from, to } = clock;
  return {
    about: 'clock',
    state: 'open',
    kind,
    from: Temporal.Instant.from(from),
    to: Temporal.Instant.from(to),
    shownAt: now,
  };
}

async function safeModeDoubt(log: Reading, { safeMode }: Operation): Promise<SafeModeDoubtView> {
  if (safeMode.state === 'off') return { about: 'safe-mode', state: 'over' };
  const { anchor, head, anchoredAt, proposal } = safeMode;
  const [last] = await log.read(head.seq - 1, 1);
  const { people } = await log.load({ people: peopleStream });
  const missing = anchor.seq - head.seq;
  return {
    about: 'safe-mode',
    state: 'open',
    what: missing > 0 ? 'missing' : anchor.hash === '' ? 'unreadable' : 'differs',
    missing: Math.max(0, missing),
    ...(last === undefined ? {} : { endsAt: last.at }),
    ...(anchoredAt === undefined ? {} : { anchoredAt: Temporal.Instant.from(anchoredAt) }),
    ...(proposal === undefined
      ? {}
      : {
          proposal: {
            name: people.persons.get(proposal.proposedBy)?.name ?? proposal.proposedBy,
            reason: proposal.reason,
          },
        }),
  };
}
