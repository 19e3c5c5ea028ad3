import { defect } from '../../domain/defect.ts';
import type { Effect } from '../../ports/outbox.ts';
import { createFilePaper, type FilePorts } from './file-paper.ts';
import { createShowCard, type ShowPorts } from './show-card.ts';
import { createStampPapers } from './stamp-papers.ts';

/** Carries out one effect of the outbox. `nonce` is new with every wish, the same with every retry of it. */
export function createCarryOut(ports: FilePorts & ShowPorts) {
  const showCard = createShowCard(ports);
  const filePaper = createFilePaper(ports);
  const stampPapers = createStampPapers(ports);
  return (effect: Effect, nonce: string): Promise<void> => {
    switch (effect.kind) {
      case 'show-card':
        return showCard(effect, nonce);
      case 'file-paper':
        return filePaper(effect);
      case 'stamp-papers':
        return stampPapers(effect);
      case 'send-mail':
      case 'anchor-log':
        return defect(`nobody carries out ${effect.kind} yet`);
    }
  };
}
