import { generalTexts } from '../../../presentation/texts/general.da.ts';
import type { InboundActivity } from '../gate/inbound-activity.ts';
import type { Log } from '../log.ts';
import { guarded } from './guarded.ts';
import { actInvokeAnswer, dialogInvokeAnswer, type InvokeAnswer } from './invoke-values.ts';

export type Deliveries = {
  /** The answer in time: the turn's own, or after 8 s that it goes on. Never rejects. */
  take(inbound: InboundActivity): Promise<InvokeAnswer>;
  settled(): Promise<void>;
};

export type RunTurn = (inbound: InboundActivity) => Promise<InvokeAnswer | undefined>;

const patienceMs = 8_000;
const done: InvokeAnswer = { status: 200 };

/**
 * Teams delivers an activity again after 15 s without an answer. While the first is under way a second one with the
 * same id does nothing of its own: both get the one answer.
 */
export function createDeliveries(log: Log, run: RunTurn): Deliveries {
  const underWay = new Map<string, Promise<InvokeAnswer>>();
  const anonymous = new Set<Promise<InvokeAnswer>>();

  function begin(inbound: InboundActivity): Promise<InvokeAnswer> {
    return guarded(
      log,
      async () => (await run(inbound)) ?? done,
      (text) => failureAnswer(inbound, text),
    );
  }

  function shared(inbound: InboundActivity): Promise<InvokeAnswer> {
    const key = keyOf(inbound);
    const found = underWay.get(key);
    if (found !== undefined) return found;
    const turn = begin(inbound).finally(() => underWay.delete(key));
    underWay.set(key, turn);
    return turn;
  }

  function alone(inbound: InboundActivity): Promise<InvokeAnswer> {
    const turn = begin(inbound).finally(() => anonymous.delete(turn));
    anonymous.add(turn);
    return turn;
  }

  return {
    take: (inbound) => inTime(inbound, inbound.id === '' ? alone(inbound) : shared(inbound)),
    settled: async () => {
      await Promise.all([...underWay.values(), ...anonymous]);
    },
  };
}

/** The sender is part of it: no id that another party chose may fetch somebody else's answer. */
function keyOf({ tenantId, conversation, from, type, name, id }: InboundActivity): string {
  return JSON.stringify([tenantId, conversation.id, from.id, type, name, id]);
}

async function inTime(inbound: InboundActivity, turn: Promise<InvokeAnswer>): Promise<InvokeAnswer> {
  const late = Promise.withResolvers<InvokeAnswer>();
  const timer = setTimeout(() => late.resolve(lateAnswer(inbound)), patienceMs);
  try {
    return await Promise.race([turn, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function lateAnswer(inbound: InboundActivity): InvokeAnswer {
  if (inbound.type !== 'invoke') return done;
  const message = { kind: 'message', text: generalTexts.stillWorking } as const;
  return isAct(inbound) ? actInvokeAnswer(message) : dialogInvokeAnswer(message);
}

function failureAnswer(inbound: InboundActivity, text: string): InvokeAnswer {
  if (inbound.type !== 'invoke') return { status: 500 };
  if (!isAct(inbound)) return dialogInvokeAnswer({ kind: 'message', text });
  return actInvokeAnswer({ kind: 'error', code: 'InternalServerError', text });
}

function isAct(inbound: InboundActivity): boolean {
  return inbound.name === 'adaptiveCard/action';
}
