import { countedRoute } from './adapters/http/counted-route.ts';
import { createHealthRoute } from './adapters/http/health.ts';
import { readBody } from './adapters/http/read-body.ts';
import type { Route } from './adapters/http/route.ts';
import { createHttpServer } from './adapters/http/server.ts';
import type { Log } from './adapters/system/log.ts';
import { createTeamsBot, type TeamsBot, type TeamsBotOptions } from './adapters/teams/bot.ts';
import { createCardMessenger } from './adapters/teams/card-messenger.ts';
import { createBotHandlers } from './adapters/teams/verbs/bot-handlers.ts';
import { wordDifference } from './adapters/text-difference/word-difference.ts';
import { createWebFormRoute } from './adapters/web-form/web-form-route.ts';
import { createIdentitiesOf } from './application/committee/identities-of.ts';
import type { Config } from './config.ts';
import { type Core, createEngine, type Engine } from './core.ts';
import { degradations, readinessChecks } from './readiness.ts';
import { createWatch } from './watch.ts';

/** `fenced` resolves when the program has to end because the other processes went on without it. */
export type Started = { readonly url: string; readonly fenced: Promise<void>; stop(): Promise<void> };

export type Door = {
  readonly engine: Engine;
  readonly fenced: Promise<void>;
  /** Known once it is open. */
  origin(): string;
  /** Looks back at what was, listens, then begins to carry out and to sweep; resolves with the address. */
  open(): Promise<string>;
  /** Takes nothing new, lets what is under way end, and closes the store last. */
  close(afterServer?: () => Promise<void>): Promise<void>;
};

type Trust = Pick<TeamsBotOptions, 'appId' | 'credentials' | 'isTenantAllowed'>;

/** What both modes share: the bot at its gate, messages out, health, and the order of starting and stopping. */
export function createDoor(config: Config, core: Core, log: Log, trust: Trust, more: readonly Route[]): Door {
  const bot = openBot(core, log, trust);
  const identitiesOf = createIdentitiesOf(core);
  const messenger = createCardMessenger({ ...core, connector: bot.connector, identitiesOf });
  const engine = createEngine(core, messenger, log);
  const { host, port } = config;
  const form = createWebFormRoute({ ...core, difference: wordDifference, readBody, log });
  const counted = countedRoute(core.useCases.inFlight.begin, bot.route, form);
  const watch = createWatch(core, log, { clockIsWatched: config.mode === 'live' });
  const checks = { ...readinessChecks(core), process: () => Promise.resolve(!watch.isFenced()) };
  // counted first: from the instant at which a request came in, nothing may come between that instant and its count
  const routes = [counted, createHealthRoute(checks, degradations(core)), ...more];
  const server = createHttpServer({ host, port, clock: core.clock, log, routes });
  return {
    engine,
    fenced: watch.fenced,
    origin: () => server.origin(),
    async open() {
      await watch.begin();
      const url = await server.listen();
      await engine.start();
      watch.start();
      return url;
    },
    async close(afterServer) {
      await server.close();
      await bot.settled();
      await afterServer?.();
      await engine.stop(() => watch.leave());
    },
  };
}

function openBot({ clock, conversations, useCases }: Core, log: Log, trust: Trust): TeamsBot {
  return createTeamsBot({
    ...trust,
    readBody,
    clock,
    handlers: createBotHandlers(useCases),
    conversations,
    witness: useCases.witnessClock,
    personOf: async (tenantId, objectId) => (await useCases.whoIs({ tenantId, objectId }))?.personId,
    log,
  });
}
