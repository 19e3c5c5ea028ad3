import { afterAll, beforeAll } from 'vitest';
import type { Project } from '../../../../src/ports/read-models.ts';
import { conversationBookContract } from '../../../contracts/conversation-book.contract.ts';
import { eventLogContract } from '../../../contracts/event-log.contract.ts';
import { openTimedOutbox, outboxContract } from '../../../contracts/outbox.contract.ts';
import { processesContract } from '../../../contracts/processes.contract.ts';
import { openLaidModels, readModelsContract } from '../../../contracts/read-models.contract.ts';
import { runContract } from '../../../contracts/run-contract.ts';
import { openTestDatabase, type TestDatabase } from '../../../support/test-database.ts';
import { storeOn } from './store-on-server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const opened = (options: { readonly project?: Project; readonly cachedStreams?: number } = {}) =>
  storeOn(database.connect(), options);

runContract('the event log of postgres', eventLogContract, () => opened());
runContract('the event log of postgres with room for one stream', eventLogContract, () =>
  opened({ cachedStreams: 1 }),
);
runContract('the outbox of postgres', outboxContract, () => openTimedOutbox(() => opened()));
runContract('the read models of postgres', readModelsContract, () =>
  openLaidModels((project) => opened({ project })),
);
runContract('the conversation book of postgres', conversationBookContract, () => opened());
runContract('the processes of postgres', processesContract, async () => {
  const school = crypto.randomUUID();
  const [one, two] = await Promise.all([1, 2].map(() => storeOn(database.connect(), { school })));
  if (one === undefined || two === undefined) throw new Error('not two processes');
  const close = async () => {
    await one.close();
    await two.close();
  };
  return { processes: one.processes, other: two.processes, close };
});
