import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';

/** An answer other than success, with the error body the Bot Connector uses: `{error: {code, message}}`. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export type Answer = { readonly status: number; readonly body?: unknown };

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

export function sendFault(response: ServerResponse, fault: HttpFault): void {
  // A body that was refused half read would poison the next request on the same connection.
  if (fault.status === 413) response.setHeader('connection', 'close');
  sendAnswer(response, {
    status: fault.status,
    body: { error: { code: fault.code, message: fault.message } },
  });
}

/** Reads the whole body; more than `limit` bytes is refused with 413, whatever Content-Length says. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new HttpFault(413, 'RequestEntityTooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>, limit: number): Promise<T> {
  return parsed(schema, jsonOrNothing((await readBody(request, limit)).toString('utf8')));
}

/** Undefined for what is no JSON: no schema takes it. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new HttpFault(400, 'BadSyntax', `BadSyntax: ${where}`);
}
