import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoTenantId } from '../../../src/adapters/demo/demo-people.ts';
import type { Route } from '../../../src/adapters/http/route.ts';
import { createLog } from '../../../src/adapters/system/log.ts';
import { openCore } from '../../../src/core.ts';
import { createDoor } from '../../../src/door.ts';
import { localBotId } from '../../../src/local-mode.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { wakePath } from './round-robin.ts';

/** Where the other parts of the pair are, as the front tells them to each bot. */
export type BotSurroundings = {
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Teams, as far as this bot can see. */
  readonly front: string;
  /** Where the front gives out the bot's tokens. */
  readonly botTokenUrl: string;
};

/** One bot of a pair: a whole program but for the stand-in for Teams, which both share. Tells its address when it is open. */
async function runBot({ dataDir, databaseUrl, front, botTokenUrl }: BotSurroundings): Promise<void> {
  const config = {
    mode: 'local',
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl,
    baseUrl: front,
    logLevel: 'warn',
  } as const;
  const core = await openCore({ config, clock: followingClock(dataDir), baseUrl: () => front });
  const trust = {
    appId: localBotId,
    credentials: {
      kind: 'local',
      origin: () => front,
      issuer: () => `${front}/local/issuer`,
      openIdMetadataUrl: () => `${front}/local/.well-known/openid-configuration`,
      botToken: async () => (await fetch(botTokenUrl)).text(),
    },
    isTenantAllowed: (tenantId: string) => tenantId === demoTenantId,
  } as const;
  const door = createDoor(config, core, createLog('warn'), trust, [wakeRoute(() => door.engine.wake())]);
  process.once('SIGTERM', () => void door.close().then(() => process.exit(0)));
  process.stdout.write(`${await door.open()}\n`);
}

/** The clock was moved: what is due by it is due now. */
function wakeRoute(wake: () => void): Route {
  return (request, response) => {
    if (request.url !== wakePath) return Promise.resolve(false);
    wake();
    response.end();
    return Promise.resolve(true);
  };
}

/** The demo's clock as the front keeps it, read anew each time. */
function followingClock(dataDir: string): Clock {
  const file = join(dataDir, 'demo-clock.json');
  return {
    now: () => {
      const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { readonly offsetMs: number };
      return Temporal.Instant.fromEpochMilliseconds(Date.now() + offsetMs);
    },
  };
}

await runBot(JSON.parse(process.argv[2] ?? '{}') as BotSurroundings);
