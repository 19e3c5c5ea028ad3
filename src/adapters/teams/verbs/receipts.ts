import { readReceiptCode } from '../../../domain/minutes/receipt-code.ts';
import { receiptNotice } from '../../../presentation/texts/receipt.da.ts';
import { refusalNotice } from '../../../presentation/texts/refusal.da.ts';
import type { Said } from '../handlers.ts';
import { saidNotice } from './answers.ts';
import type { Known, UseCases } from './use-cases.ts';

/**
 * The code after the word `status`, in the personal chat only: elsewhere others would read the answer. What follows the code,
 * such as a thank you, is passed over.
 */
export function receiptIn({ turn }: Known, text: string): string | undefined {
  if (turn.conversation.scope !== 'personal') return undefined;
  const [, ...words] = text.trim().split(/\s+/);
  const candidates = [words.join(''), ...words.map((_word, place) => words.slice(0, place + 1).join(''))];
  return candidates.flatMap((candidate) => readReceiptCode(candidate) ?? [])[0];
}

export async function answerReceipt(
  { showReceipt }: UseCases,
  asked: Omit<Parameters<UseCases['showReceipt']>[0], 'receipt'>,
  receipt: string,
): Promise<readonly Said[]> {
  const result = await showReceipt({ ...asked, receipt });
  if (result.kind === 'refused') return [saidNotice(refusalNotice(result.refusal))];
  return result.views.map((view) => saidNotice(receiptNotice(view)));
}
