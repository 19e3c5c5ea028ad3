import { z } from 'zod';
import { Defect } from '../../../domain/defect.ts';
import { PortFailure } from '../../../ports/port-failure.ts';
import { retryAfterMs, throttledMs } from './retry-after.ts';

const restError = z.looseObject({
  code: z.string().optional(),
  statusCode: z.number().optional(),
  response: z
    .looseObject({
      status: z.number(),
      bodyAsText: z.string().nullish(),
      headers: z.custom<{ get(name: string): string | undefined }>(
        (value) => typeof value === 'object' && value !== null && 'get' in value,
      ),
    })
    .optional(),
});

const errorBody = z.looseObject({ error: z.looseObject({ code: z.string().regex(/^\w{1,60}$/) }) });

/**
 * What a failed call to the connector means. Without an answer from it (timeout, reset, no name) it may or may not have
 * been carried out: that is for the caller to weigh. 400 and 413 are our own mistake: a card that Teams cannot take.
 */
export function connectorFailure(error: unknown, now: Temporal.Instant): Error {
  if (error instanceof PortFailure || error instanceof Defect) return error;
  const parsed = restError.safeParse(error);
  const answer = parsed.success ? parsed.data.response : undefined;
  if (!parsed.success || answer === undefined) {
    return new PortFailure('unavailable', `connector ${transportCode(error)}`);
  }
  const code = ['connector', answer.status, bodyCode(answer.bodyAsText)]
    .filter((part) => part !== '')
    .join(' ');
  switch (answer.status) {
    case 400:
    case 413:
      return new Defect(code);
    case 401:
    case 403:
      return new PortFailure('denied', code);
    case 404:
    case 410:
      return new PortFailure('gone', code);
    case 429:
      return new PortFailure('throttled', code, throttledMs(answer.headers.get('retry-after'), now));
    default:
      return new PortFailure('unavailable', code, retryAfterMs(answer.headers.get('retry-after'), now));
  }
}

function transportCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'failed';
  if ('name' in error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'timeout';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'failed';
}

function bodyCode(body: string | null | undefined): string {
  try {
    return errorBody.parse(JSON.parse(body ?? '')).error.code;
  } catch {
    return '';
  }
}
