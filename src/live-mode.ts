import { countedRoute } from './adapters/http/counted-route.ts';
import { createHealthRoute } from './adapters/http/health.ts';
import { readBody } from './adapters/http/read-body.ts';
import { createHttpServer } from './adapters/http/server.ts';
import type { Log } from './adapters/system/log.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createTeamsBot } from './adapters/teams/bot.ts';
import { createCardMessenger } from './adapters/teams/card-messenger.ts';
import { createBotHandlers } from './adapters/teams/verbs/bot-handlers.ts';
import { createIdentitiesOf } from './application/committee/identities-of.ts';
import type { Config } from './config.ts';
import { createEngine, openCore } from './core.ts';
import type { Started } from './local-mode.ts';
import { readinessChecks } from './readiness.ts';

/** The bot in a school's tenant: Teams outside, the machine's own clock, papers in the local library. */
export async function startLive(config: Extract<Config, { mode: 'live' }>, log: Log): Promise<Started> {
  const clock = createSystemClock();
  const core = await openCore({ config, clock, baseUrl: () => config.baseUrl ?? '' });
  const { conversations, useCases } = core;
  const allowed = new Set(config.allowedTenants);
  const bot = createTeamsBot({
    appId: config.botId,
    credentials: {
      kind: 'live',
      tenantId: config.botTenantId,
      secret: { kind: 'password', password: config.botPassword },
    },
    isTenantAllowed: (tenantId) => allowed.has(tenantId),
    readBody,
    clock,
    handlers: createBotHandlers(useCases),
    conversations,
    personOf: async (tenantId, objectId) => (await useCases.whoIs({ tenantId, objectId }))?.personId,
    log,
  });
  const engine = createEngine(
    core,
    createCardMessenger({ ...core, connector: bot.connector, identitiesOf: createIdentitiesOf(core) }),
    log,
  );
  const server = createHttpServer({
    host: config.host,
    port: config.port,
    clock,
    log,
    routes: [createHealthRoute(readinessChecks(core)), countedRoute(core.useCases.inFlight.begin, bot.route)],
  });
  const url = await server.listen();
  await engine.start();
  return {
    url,
    async stop() {
      await server.close();
      await bot.settled();
      await engine.stop();
    },
  };
}
