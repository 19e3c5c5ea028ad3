import { z } from 'zod';
import type { ActAnswer, ActErrorCode, CardJson, DialogAnswer } from '../handlers.ts';
import { cardType } from '../sending/outgoing.ts';

/** What an invoke is answered with: the HTTP status and the body that Teams reads. */
export type InvokeAnswer = { readonly status: number; readonly body?: unknown };

export const actValue = z.looseObject({
  action: z.looseObject({ verb: z.string().min(1).max(128), data: z.unknown().optional() }),
  trigger: z
    .enum(['manual', 'automatic'])
    .nullish()
    .transform((trigger) => trigger ?? 'manual'),
});

export const dialogValue = z.looseObject({ data: z.unknown().optional() });

const statusCodes: Readonly<Record<ActErrorCode, number>> = {
  BadRequest: 400,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  InternalServerError: 500,
};

/**
 * Our own answer to Action.Execute. The router's would, after one card with a refresh, replace the shared card for
 * everybody with what one person may see.
 */
export function actInvokeAnswer(answer: ActAnswer): InvokeAnswer {
  switch (answer.kind) {
    case 'card':
      return actBody(200, cardType, answer.card);
    case 'message':
      return actBody(200, 'application/vnd.microsoft.activity.message', answer.text);
    case 'error': {
      const value = { code: answer.code, message: answer.text };
      return actBody(statusCodes[answer.code], 'application/vnd.microsoft.error', value);
    }
  }
}

function actBody(statusCode: number, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode, type, value } };
}

/** No body closes the dialog. */
export function dialogInvokeAnswer(answer: DialogAnswer): InvokeAnswer {
  switch (answer.kind) {
    case 'dialog':
      return { status: 200, body: { task: { type: 'continue', value: dialogValueOf(answer) } } };
    case 'message':
      return { status: 200, body: { task: { type: 'message', value: answer.text } } };
    case 'close':
      return { status: 200 };
  }
}

function dialogValueOf({ title, size, card }: { title: string; size: string; card: CardJson }) {
  return { title, height: size, width: size, card: { contentType: cardType, content: card } };
}
