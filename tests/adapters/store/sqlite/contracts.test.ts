import { conversationBookContract } from '../../../contracts/conversation-book.contract.ts';
import { eventLogContract } from '../../../contracts/event-log.contract.ts';
import { openTimedOutbox, outboxContract } from '../../../contracts/outbox.contract.ts';
import { processesContract } from '../../../contracts/processes.contract.ts';
import { openLaidModels, readModelsContract } from '../../../contracts/read-models.contract.ts';
import { runContract } from '../../../contracts/run-contract.ts';
import { passingProcesses, passingStore } from './store-in-folder.ts';

runContract('the event log of sqlite', eventLogContract, passingStore);
runContract('the event log of sqlite with room for one stream', eventLogContract, () =>
  passingStore({ cachedStreams: 1 }),
);
runContract('the outbox of sqlite', outboxContract, () => openTimedOutbox(passingStore));
runContract('the read models of sqlite', readModelsContract, () =>
  openLaidModels((project) => passingStore({ project })),
);
runContract('the conversation book of sqlite', conversationBookContract, passingStore);
runContract('the processes of sqlite', processesContract, passingProcesses);
