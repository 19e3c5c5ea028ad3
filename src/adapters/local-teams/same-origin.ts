import type { IncomingMessage } from 'node:http';
import { HttpFault } from './http-parts.ts';

/**
 * The page has no login: whoever reaches it is trusted. So only this machine's own page may reach it.
 *
 * - `Host` must name loopback: a foreign name that was re-bound to 127.0.0.1 (DNS rebinding) is refused.
 * - A browser's `Origin` must be the address it was sent to, and `Sec-Fetch-Site` must not be another site, not even
 *   another port of this machine. Programs (the bot, tests, curl) send neither and pass.
 * - `navigation` says that following a link to the address is harmless: it only shows the page.
 */
export function refuseStrangers(request: IncomingMessage, navigation: boolean): void {
  const host = request.headers.host ?? '';
  if (!isLoopback(host)) throw new HttpFault(403, 'NotThisMachine');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) throw new HttpFault(403, 'OtherOrigin');
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  if (navigation && request.headers['sec-fetch-mode'] === 'navigate') return;
  throw new HttpFault(403, 'OtherOrigin');
}

function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}
