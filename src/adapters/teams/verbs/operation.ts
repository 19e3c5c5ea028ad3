import type { z } from 'zod';
import { operationActs } from '../../../presentation/texts/operation.da.ts';
import type { ActAnswer, DialogAnswer } from '../handlers.ts';
import { refusedAct, refusedDialog, told, toldInDialog } from './answers.ts';
import { type Known, requester, type UseCases } from './use-cases.ts';
import type { executeVerbs, submitVerbs } from './verb-data.ts';

/** R15: "Klokken passer". */
export async function confirmTheClock(
  { confirmClock }: UseCases,
  known: Known,
  data: z.infer<(typeof executeVerbs)['clock.confirm']>,
): Promise<ActAnswer> {
  const result = await confirmClock({ ...requester(known), ...data });
  return result.kind === 'refused'
    ? refusedAct(result.refusal)
    : told(operationActs.clockConfirmed(result.at));
}

/** R16: one of the two. */
export async function goOnWithout(
  { endSafeMode }: UseCases,
  known: Known,
  { reason = '', ...doubt }: z.infer<(typeof submitVerbs)['safe-mode.end']>,
): Promise<DialogAnswer> {
  const result = await endSafeMode({ ...requester(known), ...doubt, reason });
  if (result.kind === 'refused') return refusedDialog(result.refusal);
  return toldInDialog(result.ended ? operationActs.ended : operationActs.endProposed);
}
