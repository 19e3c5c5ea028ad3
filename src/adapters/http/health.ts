import type { ServerResponse } from 'node:http';
import { sendMethodNotAllowed } from './problem.ts';
import type { Route } from './route.ts';

/** By name (`store`, `outbox`, `clock`): true when sound. A check that throws or takes too long is not sound. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<boolean>>>;

const patienceMs = 2_000;

/** What holds something back and yet is no reason to send people elsewhere, by name. */
export type Degradations = () => Promise<readonly string[]>;

/**
 * `/healthz`: the process runs. `/readyz`: it can take work, with the name of each check; and what is degraded, where
 * anything is.
 */
export function createHealthRoute(checks: ReadinessChecks, degradations: Degradations = noneKnown): Route {
  return async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path !== '/healthz' && path !== '/readyz') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') sendMethodNotAllowed(response, 'GET, HEAD');
    else if (path === '/healthz') send(response, 200, { status: 'up' });
    else await sendReadiness(response, checks, degradations);
    return true;
  };
}

const noneKnown: Degradations = () => Promise.resolve([]);

async function sendReadiness(
  response: ServerResponse,
  checks: ReadinessChecks,
  degradations: Degradations,
): Promise<void> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await isSound(check)] as const),
  );
  const ready = results.every(([, sound]) => sound);
  const words = results.map(([name, sound]) => [name, sound ? 'ok' : 'failed']);
  const status = ready ? 'ready' : 'not-ready';
  const degraded = ready ? await degradations() : [];
  const more = degraded.length === 0 ? {} : { degraded };
  send(response, ready ? 200 : 503, { status, checks: Object.fromEntries(words), ...more });
}

async function isSound(check: () => Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patienceMs);
  try {
    return await Promise.race([check(), late.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
