import type { Log } from './adapters/system/log.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import type { Config } from './config.ts';
import { openCore } from './core.ts';
import { createDoor, type Started } from './door.ts';

/** The bot in a school's tenant: Teams outside, the machine's own clock, papers in the local library. */
export async function startLive(config: Extract<Config, { mode: 'live' }>, log: Log): Promise<Started> {
  const { botId: appId, botTenantId: tenantId, botPassword: password, allowedTenants } = config;
  const core = await openCore({ config, clock: createSystemClock(), baseUrl: () => config.baseUrl ?? '' });
  const allowed = new Set(allowedTenants);
  const trust = {
    appId,
    credentials: { kind: 'live', tenantId, secret: { kind: 'password', password } },
    isTenantAllowed: (tenant: string) => allowed.has(tenant),
  } as const;
  const door = createDoor(config, core, log, trust, []);
  return { url: await door.open(), fenced: door.fenced, stop: () => door.close() };
}
