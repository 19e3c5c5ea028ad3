import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers a request or says that the path is not its own (false, and then it has written nothing). `receivedAt` is when
 * the request's head was read: deadlines are measured by it, however long the answer takes (R2).
 */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  receivedAt: Temporal.Instant,
) => Promise<boolean>;
