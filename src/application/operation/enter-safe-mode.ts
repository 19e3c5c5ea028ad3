import { type ComparedAnchor, enterSafeMode, fits } from '../../domain/operation/enter-safe-mode.ts';
import { markOf } from '../../domain/operation/may-decide.ts';
import { evolveOperation } from '../../domain/operation/operation.ts';
import type { Anchor, Anchors } from '../../ports/anchors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { allCommittees, safeModeCards } from '../effects/doubt-cards.ts';
import { operationStream } from '../streams.ts';

export type SafeModePorts = {
  readonly log: EventLog;
  readonly anchors: Pick<Anchors, 'newest'>;
  readonly readModels: Pick<ReadModels, 'committees'>;
  readonly clock: Clock;
};

const allAnchors = 100_000;

/** R16: compares the log with its anchors, at start. Throws `PortFailure` where the anchors cannot be read. */
export function createEnterSafeMode(ports: SafeModePorts) {
  const { log, clock } = ports;
  return async (): Promise<void> => {
    const compared = await comparedAnchors(ports);
    if (compared.length === 0) return;
    const head = await log.head();
    const committees = await allCommittees(ports);
    await log.transact({
      load: { operation: operationStream },
      decide: ({ operation }): Decided<undefined> => {
        const entered = enterSafeMode(operation, compared, head);
        if (entered === undefined) return { result: undefined };
        const at = clock.now();
        const since = markOf(evolveOperation(operation, entered), 'safe-mode') ?? '';
        return {
          result: undefined,
          append: [{ stream: operationStream.stream, events: [entered] }],
          effects: safeModeCards(committees, since, at),
          at,
        };
      },
    });
  };
}

/** The newest alone is read as long as it fits; else all of them, down to the newest that does. */
async function comparedAnchors({ log, anchors }: SafeModePorts): Promise<readonly ComparedAnchor[]> {
  const compare = async (anchor: Anchor): Promise<ComparedAnchor> => {
    const [held] = await log.read(anchor.seq - 1, 1);
    return { ...anchor, held: held?.hash };
  };
  const [newest] = await anchors.newest(1);
  if (newest === undefined || fits(await compare(newest))) return [];
  const compared: ComparedAnchor[] = [];
  for (const anchor of await anchors.newest(allAnchors)) {
    const next = await compare(anchor);
    compared.push(next);
    if (fits(next)) break;
  }
  return compared;
}
