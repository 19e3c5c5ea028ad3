import type { ServerResponse } from 'node:http';

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
};

/**
 * Problem details (RFC 9457) that tell nothing about the inside. `errorId` is the one thing a person can pass on:
 * the log holds the cause under it.
 */
export function sendProblem(response: ServerResponse, status: number, errorId?: string): void {
  const title = titles[status] ?? 'Error';
  const instance = errorId === undefined ? {} : { instance: `urn:uuid:${errorId}` };
  const text = JSON.stringify({ type: 'about:blank', title, status, ...instance });
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** `allow`: the methods that the path knows. */
export function sendMethodNotAllowed(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  sendProblem(response, 405);
}

/** Set before any route runs. A route that serves a page replaces the policy with its own. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('cache-control', 'no-store');
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  );
}
