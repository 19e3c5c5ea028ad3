import { anchorsContract } from '../contracts/anchors.contract.ts';
import { conversationBookContract } from '../contracts/conversation-book.contract.ts';
import { documentLibraryContract } from '../contracts/document-library.contract.ts';
import { eventLogContract } from '../contracts/event-log.contract.ts';
import { openTimedOutbox, outboxContract } from '../contracts/outbox.contract.ts';
import { processesContract } from '../contracts/processes.contract.ts';
import { openLaidModels, readModelsContract } from '../contracts/read-models.contract.ts';
import { runContract } from '../contracts/run-contract.ts';
import { createInMemoryAnchors } from './in-memory-anchors.ts';
import { createInMemoryLibrary } from './in-memory-library.ts';
import { createInMemoryStore } from './in-memory-store.ts';
import { promised } from './promised.ts';

const opened = () => promised(() => createInMemoryStore());

runContract('the event log in memory', eventLogContract, opened);
runContract('the outbox in memory', outboxContract, () => openTimedOutbox(opened));
runContract('the read models in memory', readModelsContract, () =>
  openLaidModels((project) => promised(() => createInMemoryStore(project))),
);
runContract('the conversation book in memory', conversationBookContract, opened);
runContract('the processes in memory', processesContract, () =>
  promised(() => {
    const { processes, instances, close } = createInMemoryStore();
    return { processes, other: instances.join('other'), close };
  }),
);
runContract('the library in memory', documentLibraryContract, () =>
  promised(() => {
    const library = createInMemoryLibrary();
    return { library, editByHand: library.editByHand, close: library.close };
  }),
);
runContract('the anchors in memory', anchorsContract, () =>
  promised(() => {
    const anchors = createInMemoryAnchors();
    return { anchors, damage: anchors.damage, close: anchors.close };
  }),
);
