import { demoStartsAt } from '../../../src/adapters/demo/demo-committees.ts';
import { foundDemo, publishDemoMeeting } from '../../../src/adapters/demo/seed-demo.ts';
import { createLibraryRoute } from '../../../src/adapters/http/library-route.ts';
import type { Route } from '../../../src/adapters/http/route.ts';
import { createHttpServer } from '../../../src/adapters/http/server.ts';
import { createDemoClock } from '../../../src/adapters/system/demo-clock.ts';
import { createLog } from '../../../src/adapters/system/log.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import type { Config } from '../../../src/config.ts';
import { openCore } from '../../../src/core.ts';
import { openLocalTeams, paperOpener } from '../../../src/local-mode.ts';
import type { RoundRobin } from './round-robin.ts';

/** Teams and the page, in front of bots that run elsewhere. */
export type Front = {
  readonly origin: string;
  /** Where the bots get the tokens they show at the connector. */
  readonly botTokenUrl: string;
  /** Opens the chats and publishes the demo's meeting; what is sent to the bot is handed out from now on. */
  begin(bots: RoundRobin): Promise<void>;
  close(): Promise<void>;
};

const tokenPath = '/for-the-bots/token';

/** Reads the store for the page and carries out nothing: that is the bots' work. */
export async function openFront(config: Config): Promise<Front> {
  const startsAt = Temporal.Instant.from(demoStartsAt);
  const clock = createDemoClock({ dataDir: config.dataDir, startsAt, machine: createSystemClock() });
  const origin = (): string => http.origin();
  const core = await openCore({ config, clock, baseUrl: origin });
  let wakeAll = (): Promise<void> => Promise.resolve();
  const advance = (instant: Temporal.Instant) => {
    clock.advanceTo(instant);
    return wakeAll();
  };
  const teams = openLocalTeams(config, core, advance, origin);
  const routes: Route[] = [
    tokenRoute(() => teams.botToken()),
    createLibraryRoute(paperOpener(core)),
    (request, response) => teams.handle(request, response),
  ];
  const http = createHttpServer({ host: config.host, port: 0, clock, log: createLog('warn'), routes });
  const address = await http.listen();
  const seed = { ...core, ...core.useCases };
  await foundDemo(seed);
  return {
    origin: address,
    botTokenUrl: `${address}${tokenPath}`,
    begin: async (bots) => {
      wakeAll = bots.wakeAll;
      routes.unshift((request, response) =>
        request.url === '/api/messages' ? bots.hand(request, response) : Promise.resolve(false),
      );
      await teams.start();
      await publishDemoMeeting(seed);
    },
    close: async () => {
      await http.close();
      await teams.close();
      await core.store.close();
    },
  };
}

/** Teams' identity platform, as the bots see it. */
function tokenRoute(botToken: () => Promise<string>): Route {
  return async (request, response) => {
    if (request.url !== tokenPath) return false;
    response.end(await botToken());
    return true;
  };
}
