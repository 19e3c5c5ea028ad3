import type {
  ActStamp,
  AnswerEvent,
  NoticeChannel,
  NoticeFailure,
  ObjectionText,
  RecordedOnBehalf,
} from './answer-event.ts';
import type { ReceivedAct } from './timeliness.ts';

export type Objection = {
  readonly objectionId: string;
  readonly objection: ObjectionText;
  readonly receivedAt: string;
  readonly receipt: string;
  readonly withdrawn: boolean;
  readonly onBehalf?: RecordedOnBehalf;
};

export type LateRemark = Omit<Objection, 'withdrawn'>;

export type ActVerb = 'approve' | 'withdraw-approval' | 'object' | 'withdraw-objection' | 'remark';

export type Receipt = {
  readonly verb: ActVerb;
  readonly nonce: string;
  readonly receipt: string;
  readonly receivedAt: string;
};

export type NoticeTry = {
  readonly about: 'notice' | 'reminder';
  readonly channel: NoticeChannel;
  readonly result: 'delivered' | 'sent' | NoticeFailure;
  readonly at: string;
  /** Which reminder. */
  readonly number?: number;
};

/** One person's course with one version: was the notice there, what was answered. */
export type Answer = {
  readonly notice:
    | { readonly state: 'none' }
    | { readonly state: 'delivered' | 'failed'; readonly at: string };
  /** Every try to reach the person, the oldest first: the proof of delivery. */
  readonly tries: readonly NoticeTry[];
  readonly approval?: Receipt;
  readonly objections: readonly Objection[];
  readonly lateRemarks: readonly LateRemark[];
  readonly receipts: readonly Receipt[];
};

export const noAnswer: Answer = {
  notice: { state: 'none' },
  tries: [],
  objections: [],
  lateRemarks: [],
  receipts: [],
};

export function evolveAnswer(answer: Answer, event: AnswerEvent): Answer {
  switch (event.type) {
    case 'NoticeDelivered':
      return noticed(tried(answer, event, 'delivered'), 'delivered', event.at);
    case 'NoticeSent':
      return tried(answer, event, 'sent');
    case 'NoticeFailed':
      return noticed(tried(answer, event, event.reason), 'failed', event.at);
    case 'ReminderDelivered':
      return reminded(answer, event);
    case 'ApprovalGiven':
      return { ...stamped(answer, 'approve', event), approval: receiptOf('approve', event) };
    case 'ApprovalWithdrawn':
      return withoutApproval(stamped(answer, 'withdraw-approval', event));
    case 'ObjectionRaised':
      return withoutApproval({
        ...stamped(answer, 'object', event),
        objections: [...answer.objections, { ...remark(event), withdrawn: false }],
      });
    case 'ObjectionWithdrawn':
      return {
        ...stamped(answer, 'withdraw-objection', event),
        objections: answer.objections.map((each) => withdrawn(each, event.objectionId)),
      };
    case 'LateRemarkMade':
      return { ...stamped(answer, 'remark', event), lateRemarks: [...answer.lateRemarks, remark(event)] };
    default:
      return answer;
  }
}

function tried(
  answer: Answer,
  { channel, at }: Pick<NoticeTry, 'channel' | 'at'>,
  result: NoticeTry['result'],
): Answer {
  return { ...answer, tries: [...answer.tries, { about: 'notice', channel, result, at }] };
}

function reminded(
  answer: Answer,
  { channel, at, number }: Extract<AnswerEvent, { type: 'ReminderDelivered' }>,
): Answer {
  const done = { about: 'reminder', channel, result: 'delivered', at, number } as const;
  return { ...answer, tries: [...answer.tries, done] };
}

/** The first delivery counts, whatever fails afterwards. */
function noticed(answer: Answer, state: 'delivered' | 'failed', at: string): Answer {
  return answer.notice.state === 'delivered' ? answer : { ...answer, notice: { state, at } };
}

/** R5: the act that this nonce and verb already made, if any. */
export function actOf(answer: Answer, verb: ActVerb, nonce: string): Receipt | undefined {
  return answer.receipts.find((each) => each.verb === verb && each.nonce === nonce);
}

export function standingObjections(answer: Answer): readonly Objection[] {
  return answer.objections.filter((each) => !each.withdrawn);
}

export type Stance = 'silent' | 'approved' | 'objected';

export function stanceOf(answer: Answer): Stance {
  if (standingObjections(answer).length > 0) return 'objected';
  return answer.approval === undefined ? 'silent' : 'approved';
}

/** The instants an act carries, in the form the rules compare. */
export type ActCommand = ReceivedAct & { readonly nonce: string; readonly receipt: string };

export function stampOf(command: ActCommand): ActStamp {
  return { nonce: command.nonce, receipt: command.receipt, receivedAt: command.receivedAt.toString() };
}

function remark(event: ActStamp & Pick<Objection, 'objectionId' | 'objection' | 'onBehalf'>): LateRemark {
  const { objectionId, objection, receivedAt, receipt, onBehalf } = event;
  return { objectionId, objection, receivedAt, receipt, ...(onBehalf === undefined ? {} : { onBehalf }) };
}

function withdrawn(objection: Objection, objectionId: string): Objection {
  return objection.objectionId === objectionId ? { ...objection, withdrawn: true } : objection;
}

function withoutApproval(answer: Answer): Answer {
  const { approval: _approval, ...rest } = answer;
  return rest;
}

function stamped(answer: Answer, verb: ActVerb, stamp: ActStamp): Answer {
  return { ...answer, receipts: [...answer.receipts, receiptOf(verb, stamp)] };
}

function receiptOf(verb: ActVerb, { nonce, receipt, receivedAt }: ActStamp): Receipt {
  return { verb, nonce, receipt, receivedAt };
}
