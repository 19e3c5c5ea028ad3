/** Whose service URLs are believed: Teams' own, or on one machine the local page's. */
export type ServiceTrust =
  | { readonly kind: 'teams' }
  | { readonly kind: 'local'; readonly origin: () => string };

/** Microsoft's list for the public cloud and GCC (Teams SDK, "Service URL validation"). The bot's token goes nowhere else. */
const teamsHosts: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]);

export function isTrustedServiceUrl(serviceUrl: string, trust: ServiceTrust): boolean {
  const url = URL.parse(serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (trust.kind === 'local') return url.origin === trust.origin();
  return url.protocol === 'https:' && url.port === '' && teamsHosts.has(url.hostname);
}
