import type { Route } from './route.ts';

/**
 * Tells of each request from the moment its head was read until it is answered. R3: a version is not closed while a
 * request that came in time is still on its way through the gate.
 */
export function countedRoute(
  begin: (receivedAt: Temporal.Instant) => () => void,
  ...routes: readonly Route[]
): Route {
  return async (request, response, receivedAt) => {
    const end = begin(receivedAt);
    try {
      for (const route of routes) {
        if (await route(request, response, receivedAt)) return true;
      }
      return false;
    } finally {
      end();
    }
  };
}
