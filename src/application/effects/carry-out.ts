import type { Effect } from '../../ports/outbox.ts';
import { type AnchorPorts, createAnchorLog } from './anchor-log.ts';
import { createFileEvidence } from './file-evidence.ts';
import { createFilePaper, type FilePorts } from './file-paper.ts';
import { createSendMail, type MailPorts } from './send-mail.ts';
import { createShowCard, type ShowPorts } from './show-card.ts';
import { createStampPapers } from './stamp-papers.ts';

/** R14: carries out one effect of the outbox. `nonce` is new with every wish, the same with every retry of it. */
export function createCarryOut(ports: FilePorts & ShowPorts & AnchorPorts & MailPorts) {
  const showCard = createShowCard(ports);
  const filePaper = createFilePaper(ports);
  const fileEvidence = createFileEvidence(ports);
  const stampPapers = createStampPapers(ports);
  const anchorLog = createAnchorLog(ports);
  const sendMail = createSendMail(ports);
  return (effect: Effect, nonce: string): Promise<void> => {
    switch (effect.kind) {
      case 'show-card':
        return showCard(effect, nonce);
      case 'file-paper':
        return effect.paper === 'evidence' ? fileEvidence(effect) : filePaper(effect);
      case 'stamp-papers':
        return stampPapers(effect);
      case 'anchor-log':
        return anchorLog(effect);
      case 'send-mail':
        return sendMail(effect);
    }
  };
}
