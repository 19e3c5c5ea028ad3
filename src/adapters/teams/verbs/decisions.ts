import { danishInstantAt } from '../../../domain/calendar/danish-time.ts';
import { noSuccessor } from '../../../presentation/cards/end-mandate.ts';
import { danishDeadline } from '../../../presentation/danish-format.ts';
import { decisionActs, extendActs } from '../../../presentation/texts/decision.da.ts';
import { mandateActs } from '../../../presentation/texts/mandate.da.ts';
import { recordActs } from '../../../presentation/texts/record-objection.da.ts';
import type { ActAnswer, DialogAnswer } from '../handlers.ts';
import { refusedAct, refusedDialog, told, toldInDialog } from './answers.ts';
import type { DecisionData } from './decision-verbs.ts';
import { type Known, requester, type UseCases } from './use-cases.ts';

/** What the buttons and dialogs around decisions do; the lists of `execute.ts` and `dialogs.ts` spread these. */
export const decisionExecutes = {
  'minutes.approve-by-two': async (
    { approveByTwo }: UseCases,
    known: Known,
    data: DecisionData<'execute', 'minutes.approve-by-two'>,
  ): Promise<ActAnswer> => {
    const result = await approveByTwo({ ...requester(known), ...data });
    if (result.kind === 'refused') return refusedAct(result.refusal);
    return told(result.approved ? decisionActs.approved : decisionActs.proposed);
  },
  'minutes.defer': async (
    { deferMinutes }: UseCases,
    known: Known,
    data: DecisionData<'execute', 'minutes.defer'>,
  ): Promise<ActAnswer> => {
    const result = await deferMinutes({ ...requester(known), ...data });
    return result.kind === 'refused' ? refusedAct(result.refusal) : told(decisionActs.deferred);
  },
} as const;

type OnVersion = DecisionData<'dialog', 'objection.record'>;

export const decisionDialogs = {
  'minutes.approve-by-two': ({ openDecisionDialogs }: UseCases, known: Known, data: OnVersion) =>
    openDecisionDialogs.approveByTwo({ ...requester(known), ...data }),
  'objection.record': ({ openDecisionDialogs }: UseCases, known: Known, data: OnVersion) =>
    openDecisionDialogs.recordObjection({ ...requester(known), ...data }),
  'deadline.extend': ({ openDecisionDialogs }: UseCases, known: Known, data: OnVersion) =>
    openDecisionDialogs.extendDeadline({ ...requester(known), ...data }),
  'mandate.end': (
    { openDecisionDialogs }: UseCases,
    known: Known,
    data: DecisionData<'dialog', 'mandate.end'>,
  ) => openDecisionDialogs.endMandate({ ...requester(known), ...data }),
} as const;

export const decisionSubmits = {
  'minutes.approve-by-two': async (
    { approveByTwo }: UseCases,
    known: Known,
    data: DecisionData<'submit', 'minutes.approve-by-two'>,
  ): Promise<DialogAnswer> => {
    const result = await approveByTwo({ ...requester(known), ...data });
    if (result.kind === 'refused') return refusedDialog(result.refusal);
    return toldInDialog(result.approved ? decisionActs.approved : decisionActs.proposed);
  },
  'objection.record': recordObjection,
  'deadline.extend': async (
    { extendDeadline }: UseCases,
    known: Known,
    data: DecisionData<'submit', 'deadline.extend'>,
  ): Promise<DialogAnswer> => {
    const result = await extendDeadline({ ...requester(known), ...data });
    if (result.kind === 'refused') return refusedDialog(result.refusal);
    return toldInDialog(extendActs.extended(result.deadline, result.persons));
  },
  'mandate.end': endMandate,
} as const;

/** The day and hour at which the objection reached the committee are Danish wall time. */
async function recordObjection(
  useCases: UseCases,
  known: Known,
  data: DecisionData<'submit', 'objection.record'>,
): Promise<DialogAnswer> {
  const { personId: objectorId, date, time, itemNumber, passage, text, proposedWording, ...bound } = data;
  const objection = {
    text,
    ...(itemNumber === 0 ? {} : { itemNumber }),
    ...(passage === undefined ? {} : { passage }),
    ...(proposedWording === undefined ? {} : { proposedWording }),
  };
  const reachedAt = danishInstantAt(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time));
  const asked = { ...requester(known), ...bound, objectorId, objection, reachedAt };
  const result = await useCases.recordObjection(asked);
  if (result.kind === 'refused') return refusedDialog(result.refusal);
  const { name, receipt, repeated, late } = result;
  if (late !== undefined)
    return toldInDialog(recordActs.keptAsLateRemark(name, receipt, danishDeadline(late)));
  return toldInDialog(
    repeated ? recordActs.recordedAlready(name, receipt) : recordActs.recorded(name, receipt),
  );
}

async function endMandate(
  useCases: UseCases,
  known: Known,
  { personId: leaverId, successorId, ...data }: DecisionData<'submit', 'mandate.end'>,
): Promise<DialogAnswer> {
  const successor = successorId === undefined || successorId === noSuccessor ? {} : { successorId };
  const result = await useCases.endMandate({ ...requester(known), ...data, leaverId, ...successor });
  if (result.kind === 'refused') return refusedDialog(result.refusal);
  return toldInDialog(mandateActs.ended(result.name, result.until, result.successor));
}
