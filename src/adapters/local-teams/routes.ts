import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, HttpFault } from './http-parts.ts';

export type Call = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The named segments of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
};

/** `handled`: the handler wrote the response itself (a stream, a file). */
export type Handler = (call: Call) => Promise<Answer | 'handled'> | Answer | 'handled';

export type Route = {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
};

/** `pattern`: segments separated by '/', `:name` matches any one segment. */
export function route(method: string, pattern: string, handler: Handler): Route {
  return { method, segments: pattern.split('/'), handler };
}

/** Finds the route of a path; 404 when no pattern fits, 405 when one fits but not the method. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly handler: Handler; readonly params: Readonly<Record<string, string>> } {
  const segments = path.split('/').map(decoded);
  const fitting = routes.filter((one) => fits(one.segments, segments));
  if (fitting.length === 0) throw new HttpFault(404, 'NotFound');
  const found = fitting.find((one) => one.method === method);
  if (found === undefined) throw new HttpFault(405, 'MethodNotAllowed');
  return { handler: found.handler, params: paramsOf(found.segments, segments) };
}

export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new HttpFault(404, 'NotFound');
  return value;
}

function decoded(segment: string): string {
  const text = tryDecoding(segment);
  if (text === undefined) throw new HttpFault(400, 'BadSyntax');
  return text;
}

function tryDecoding(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i]));
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> {
  const named = pattern.flatMap((part, i) =>
    part.startsWith(':') ? [[part.slice(1), segments[i] ?? '']] : [],
  );
  return Object.fromEntries(named);
}
