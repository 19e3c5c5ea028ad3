import type { Answer, LateRemark, Receipt } from './answer.ts';

/**
 * `stands`: it is the person's answer still. `regretted`: the person took it back; `replaced`: an objection of the person took
 * its place. `kept`: lies with the minutes and changes nothing, as a late remark does.
 */
export type Standing = 'stands' | 'regretted' | 'replaced' | 'kept';

export type ActByReceipt = {
  readonly act: Receipt;
  readonly standing: Standing;
  /** What was objected or remarked, where the act was one of these. */
  readonly remark?: LateRemark;
};

/** Which act a person was given a code for, and what became of it; undefined where this answer holds no such act. */
export function actByReceipt(answer: Answer, receipt: string): ActByReceipt | undefined {
  const place = answer.receipts.findIndex((each) => each.receipt === receipt);
  const act = answer.receipts[place];
  if (act === undefined) return undefined;
  const objection = answer.objections.find((each) => each.receipt === receipt);
  const remark = objection ?? answer.lateRemarks.find((each) => each.receipt === receipt);
  return { act, standing: standingOf(answer, act, place), ...(remark === undefined ? {} : { remark }) };
}

function standingOf(answer: Answer, act: Receipt, place: number): Standing {
  switch (act.verb) {
    case 'approve': {
      const after = answer.receipts.slice(place + 1).map(({ verb }) => verb);
      const next = after.find((verb) => verb === 'withdraw-approval' || verb === 'object');
      return next === undefined ? 'stands' : next === 'object' ? 'replaced' : 'regretted';
    }
    case 'object':
      return answer.objections.some((each) => each.receipt === act.receipt && each.withdrawn)
        ? 'regretted'
        : 'stands';
    case 'remark':
      return 'kept';
    default:
      return 'stands';
  }
}
