import { conversationBookContract } from '../contracts/conversation-book.contract.ts';
import { documentLibraryContract } from '../contracts/document-library.contract.ts';
import { eventLogContract } from '../contracts/event-log.contract.ts';
import { openTimedOutbox, outboxContract } from '../contracts/outbox.contract.ts';
import { openLaidModels, readModelsContract } from '../contracts/read-models.contract.ts';
import { runContract } from '../contracts/run-contract.ts';
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
runContract('the library in memory', documentLibraryContract, () =>
  promised(() => {
    const library = createInMemoryLibrary();
    return { library, editByHand: library.editByHand, close: library.close };
  }),
);
