import { createLocalLibrary } from '../../../../src/adapters/local-library/create-local-library.ts';
import { createDisk } from '../../../../src/adapters/local-library/disk.ts';
import type { Core } from '../../../../src/core.ts';
import type { EventLog } from '../../../../src/ports/event-log.ts';
import { fakeReader, fakeWriter } from '../../../fakes/fake-papers.ts';
import type { Opening } from './contract.ts';
import { type Failpoints, pointsAround } from './failpoints.ts';

/** The program's own ports with a point before and after each call that changes something; papers are quick ones. */
export function portsUnder<P extends object>(points: Failpoints, opening: Opening, ports: P): P {
  const core = ports as unknown as Core;
  const { outbox, conversations, readModels, anchors, clock, digest } = core;
  const around = <T extends object>(name: string, port: T, methods: readonly (keyof T & string)[]) =>
    pointsAround(points, name, port, methods);
  const library = createLocalLibrary({
    root: `${opening.config.dataDir}/library`,
    clock,
    digest,
    baseUrl: () => 'http://papers.example',
    disk: around('disk', createDisk(), ['write', 'rename', 'syncFolder', 'makeFolder']),
  });
  const log = opening.answersFirst === true ? answeringFirst(core.log) : core.log;
  return {
    ...ports,
    log: logUnder(points, log),
    outbox: around('outbox', outbox, ['claim', 'complete', 'postpone', 'releaseAll']),
    conversations: around('conversations', conversations, ['remember', 'savePosted', 'saveDelivery']),
    readModels: around('sweep', readModels, ['due']),
    library: around('library', library, ['file', 'stamp']),
    anchors: around('anchors', anchors, ['drop']),
    writer: { ...core.writer, ...fakeWriter },
    reader: fakeReader,
  };
}

/** Named after what is decided: inside the transaction, and when it is durable but nobody was told. */
function logUnder({ pass }: Failpoints, log: EventLog): EventLog {
  return {
    ...log,
    transact: async (unit) => {
      let decided = '';
      const decide: typeof unit.decide = (states) => {
        const decision = unit.decide(states);
        decided = decision.append?.[0]?.events[0]?.type ?? '';
        if (decided !== '') pass(`deciding ${decided}`);
        return decision;
      };
      const result = await log.transact({ ...unit, decide });
      if (decided !== '') pass(`committed ${decided}`);
      return result;
    },
  };
}

/** The planted fault: a member's act is answered, and the commit follows some time later. */
function answeringFirst(log: EventLog): EventLog {
  return {
    ...log,
    transact: async (unit) => {
      const { result, actor } = unit.decide(await log.load(unit.load));
      if (actor === undefined || !('personId' in actor)) return log.transact(unit);
      setTimeout(() => void log.transact(unit).catch(() => undefined), 40);
      return result;
    },
  };
}
