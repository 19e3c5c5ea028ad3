import { localPageTexts } from '../../presentation/texts/local-page.da.ts';
import type { BotAnswer } from './bot-door.ts';
import { isObject, type Json } from './card-actions.ts';

export type Dialog = {
  readonly title: string;
  readonly height: unknown;
  readonly width: unknown;
  readonly card: Json;
};

/** What a press led to, as the person sees it. */
export type Outcome =
  | { readonly kind: 'card'; readonly card: Json }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'done' };

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** The answer to Action.Execute: `{statusCode, type, value}`. */
export function executeOutcome(answer: BotAnswer): Outcome {
  const failed = transportFailure(answer);
  if (failed !== undefined) return failed;
  const body = answer.reached ? answer.body : undefined;
  if (!isObject(body)) return { kind: 'done' };
  const { statusCode, type, value } = body;
  if (typeof statusCode === 'number' && statusCode >= 300) return failure(value);
  if (type === cardType && isObject(value)) return { kind: 'card', card: value };
  if (type === messageType && typeof value === 'string') return { kind: 'message', text: value };
  return type === undefined ? { kind: 'done' } : failure(value);
}

/** The answer to task/fetch and task/submit: `{task}`, or nothing, which closes the dialog. */
export function taskOutcome(answer: BotAnswer): Outcome {
  const failed = transportFailure(answer);
  if (failed !== undefined) return failed;
  const body = answer.reached ? answer.body : undefined;
  const task = isObject(body) ? body['task'] : undefined;
  if (!isObject(task)) return { kind: 'done' };
  const value = task['value'];
  if (task['type'] === 'message' && typeof value === 'string') return { kind: 'message', text: value };
  if (task['type'] !== 'continue' || !isObject(value)) return failure(undefined);
  const card = isObject(value['card']) ? value['card']['content'] : undefined;
  if (!isObject(card)) return failure(undefined);
  const { height, width } = value;
  return { kind: 'dialog', dialog: { title: String(value['title'] ?? ''), height, width, card } };
}

function transportFailure(answer: BotAnswer): Outcome | undefined {
  if (!answer.reached) return { kind: 'error', text: localPageTexts.answers.silent };
  return answer.status >= 200 && answer.status < 300 ? undefined : failure(undefined);
}

function failure(value: unknown): Outcome {
  const text = isObject(value) ? value['message'] : value;
  return {
    kind: 'error',
    text: typeof text === 'string' && text !== '' ? text : localPageTexts.answers.failed,
  };
}
