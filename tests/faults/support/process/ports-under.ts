import { createLocalLibrary } from '../../../../src/adapters/local-library/create-local-library.ts';
import { createDisk } from '../../../../src/adapters/local-library/disk.ts';
import type { Core } from '../../../../src/core.ts';
import type { DocumentLibrary } from '../../../../src/ports/document-library.ts';
import type { EventLog } from '../../../../src/ports/event-log.ts';
import type { Processes } from '../../../../src/ports/processes.ts';
import { fakeReader, fakeWording, fakeWriter } from '../../../fakes/fake-papers.ts';
import type { Opening } from './contract.ts';
import { afterwards, bothSides, type Failpoints, type Places, pointsAround } from './failpoints.ts';

/** The program's own ports with a point before and after each call that changes something; papers are quick ones. */
export function portsUnder<P extends object>(points: Failpoints, opening: Opening, ports: P): P {
  const core = ports as unknown as Core;
  const { outbox, conversations, readModels, anchors, mailer, clock, digest } = core;
  const around = <T extends object>(name: string, port: T, places: Places<T>) =>
    pointsAround(points, name, port, places);
  const disk = around('disk', createDisk(), {
    write: bothSides,
    rename: bothSides,
    syncFolder: afterwards,
    makeFolder: afterwards,
  });
  const root = `${opening.config.dataDir}/library`;
  const library = createLocalLibrary({ root, clock, digest, baseUrl: () => 'http://papers.example', disk });
  const log = opening.planted === 'answers-first' ? answeringFirst(core.log) : core.log;
  return {
    ...ports,
    log: logUnder(points, log),
    processes: opening.planted === 'waits-for-nobody' ? waitingForNobody(core.processes) : core.processes,
    outbox: around('outbox', outbox, {
      claim: afterwards,
      complete: bothSides,
      postpone: bothSides,
      releaseAll: afterwards,
    }),
    conversations: around('conversations', conversations, {
      savePosted: bothSides,
      saveDelivery: afterwards,
    }),
    readModels: around('sweep', readModels, { due: afterwards }),
    library: around('library', opening.planted === 'files-anew' ? filingAnew(library) : library, {
      file: afterwards,
      stamp: bothSides,
    }),
    anchors: around('anchors', anchors, { drop: bothSides }),
    mailer: around('mailer', mailer, { send: bothSides }),
    writer: { ...core.writer, ...fakeWriter },
    reader: fakeReader,
    wording: { ...core.wording, ...fakeWording },
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

/** The planted fault: whoever wants to close asks nobody. */
function waitingForNobody(processes: Processes): Processes {
  return { ...processes, others: () => Promise.resolve([]) };
}

/** The planted fault: no process knows what another one has filed. */
function filingAnew(library: DocumentLibrary): DocumentLibrary {
  const own = (operationId: string) => `${operationId}/${process.pid}`;
  return {
    ...library,
    file: (request) => library.file({ ...request, operationId: own(request.operationId) }),
    find: (operationId) => library.find(own(operationId)),
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
