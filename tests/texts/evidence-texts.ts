import type { ActVerb } from '../../src/domain/minutes/answer.ts';
import type { DocumentBlock } from '../../src/ports/document-writer.ts';
import type { ReceiptView } from '../../src/ports/receipt-view.ts';
import type { NoticeView } from '../../src/presentation/cards/notice.ts';
import { evidenceDocument } from '../../src/presentation/documents/evidence-document.ts';
import { cliTexts, logTexts } from '../../src/presentation/texts/cli.da.ts';
import { receiptNotice } from '../../src/presentation/texts/receipt.da.ts';
import { at, hash, meeting } from '../cards/invented-meeting.ts';
import { inventedEvidence } from '../presentation/documents/invented-evidence.ts';

const receipt = (verb: ActVerb, more: Partial<ReceiptView> = {}): NoticeView =>
  receiptNotice({
    meeting,
    version: 1,
    receipt: 'K7F3-92',
    verb,
    at: at('2023-12-14T09:12:00Z'),
    standing: verb === 'remark' ? 'kept' : 'stands',
    outcome: { kind: 'open', deadline: at('2023-12-22T23:00:00Z') },
    ...more,
  });

/** What `status` and a receipt are answered with. */
export const receiptTexts: Readonly<Record<string, NoticeView>> = {
  'kvittering: godkendt': receipt('approve'),
  'kvittering: godkendt og fortrudt': receipt('approve', { standing: 'regretted' }),
  'kvittering: godkendt, siden indsigelse': receipt('approve', { standing: 'replaced' }),
  'kvittering: godkendt, ny version': receipt('approve', { outcome: { kind: 'superseded', newest: 2 } }),
  'kvittering: godkendt, frist udløbet': receipt('approve', { outcome: { kind: 'awaiting' } }),
  'kvittering: fortrudt': receipt('withdraw-approval'),
  'kvittering: indsigelse': receipt('object', { item: 6 }),
  'kvittering: indsigelse afgjort': receipt('object', {
    ruling: { kind: 'partly', reason: 'Beslutningen er skrevet om.' },
    outcome: { kind: 'superseded', newest: 2 },
  }),
  'kvittering: indsigelse trukket': receipt('object', { standing: 'regretted' }),
  'kvittering: trukket': receipt('withdraw-objection'),
  'kvittering: registreret for en anden': receipt('object', { recorded: 'by-viewer', item: 3 }),
  'kvittering: registreret af en anden': receipt('object', { recorded: 'for-viewer', item: 3 }),
  'kvittering: sen bemærkning': receipt('remark', {
    outcome: { kind: 'decided', result: 'approvedTacitly' },
  }),
};

const linesOf = (block: DocumentBlock): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')];
    case 'table':
      return [...(block.header === undefined ? [] : [block.header]), ...block.rows].map((row) =>
        row.join(' | '),
      );
    case 'bullets':
      return block.items.map(({ runs }) => runs.map(({ text }) => text).join(''));
    default:
      return [block.text];
  }
};

export const evidenceLines: readonly string[] = evidenceDocument(inventedEvidence(5)).blocks.flatMap(linesOf);

const head = { seq: 1_279, hash };
const anchor = { ...head, at: '2023-12-14T09:12:00Z', occasion: 'day/2023-12-14' };

/** What the commands on the log and its copies say. */
export const logLines: Readonly<Record<string, readonly string[]>> = {
  brug: [cliTexts.usage, cliTexts.noSuchFile('kopi.db')],
  verify: [
    logTexts.whole(head),
    logTexts.anchored(0, undefined),
    logTexts.anchored(1, anchor),
    logTexts.anchored(12, anchor),
    logTexts.broken(7),
    logTexts.damaged,
    logTexts.contradicted({ ...head, seq: 1_200 }, anchor),
    logTexts.contradicted(head, anchor),
    logTexts.contradicted(head, { ...anchor, hash: '', at: '' }),
    logTexts.proved(1_279),
    logTexts.notProved('1279'),
  ],
  'verify-diff': [
    logTexts.prefix({ older: { ...head, seq: 1 }, newer: head }),
    logTexts['older-broken'](7),
    logTexts['newer-broken'](7),
    logTexts.differs(7),
    logTexts.shorter(7),
    logTexts.noStore('kopi.db'),
  ],
  backup: [
    logTexts.backedUp('kopi.db', head),
    logTexts.exists('kopi.db'),
    logTexts['no-folder']('kopi.db'),
    logTexts.notWritten('kopi.db', 'ENOSPC'),
    logTexts.backupBroken(7),
    logTexts.backupBroken(undefined),
    logTexts.dump('kopi.dump'),
  ],
  restore: [
    logTexts.restored({ head, dataDir: 'data', newest: undefined }),
    logTexts.restored({
      head,
      dataDir: 'data',
      aside: 'udvalgsbot-2023-12-14-091200.db',
      newest: { ...anchor, seq: 1_300 },
    }),
    logTexts.notEmpty('data', 12),
    logTexts.notEmpty('data', 'unknown'),
    logTexts.fileBroken('kopi.db', 7),
    logTexts.undump('kopi.dump'),
  ],
};
