import { demoStartsAt } from './adapters/demo/demo-committees.ts';
import { demoPersons, demoTenantId } from './adapters/demo/demo-people.ts';
import { foundDemo, publishDemoMeeting } from './adapters/demo/seed-demo.ts';
import { createLibraryRoute } from './adapters/http/library-route.ts';
import type { LocalTeams } from './adapters/local-teams/contract.ts';
import { createLocalTeams } from './adapters/local-teams/local-teams.ts';
import { createDemoClock } from './adapters/system/demo-clock.ts';
import type { Log } from './adapters/system/log.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createCommitteeChats } from './application/committee/committee-chats.ts';
import { createNextDeadline } from './application/show/next-deadline.ts';
import { createReadHappenings } from './application/show/read-happenings.ts';
import type { Config } from './config.ts';
import { type Core, openCore } from './core.ts';
import { createDoor, type Started } from './door.ts';
import { happeningText } from './presentation/happenings.ts';
import { libraryNote } from './presentation/texts/library.da.ts';
import { commands } from './presentation/texts/menu.da.ts';

/** The bot's own id on one machine: nothing outside knows it. */
export const localBotId = '5a5a5a5a-0000-4000-8000-0000000000b0';

/** The demo on one machine: the same store, rules and bot, with an embedded Teams and a clock that can be moved. */
export async function startLocal(config: Config, log: Log): Promise<Started> {
  const origin = (): string => door.origin();
  const startsAt = Temporal.Instant.from(demoStartsAt);
  const clock = createDemoClock({ dataDir: config.dataDir, startsAt, machine: createSystemClock() });
  const core = await openCore({ config, clock, baseUrl: () => config.baseUrl ?? origin() });
  const seed = { ...core, ...core.useCases };
  await foundDemo(seed);
  const advance = (instant: Temporal.Instant) => {
    clock.advanceTo(instant);
    door.engine.wake();
    return Promise.resolve();
  };
  const teams = openLocalTeams(config, core, advance, origin);
  const door = createDoor(config, core, log, localTrust(teams, origin), [
    createLibraryRoute(paperOpener(core)),
    (request, response) => teams.handle(request, response),
  ]);
  const url = await door.open();
  await teams.start();
  await publishDemoMeeting(seed);
  return { url, fenced: door.fenced, stop: () => door.close(() => teams.close()) };
}

/** The local page is the issuer of its own tokens, with a key made at start; the same gate checks them. */
function localTrust(teams: LocalTeams, origin: () => string) {
  return {
    appId: localBotId,
    credentials: {
      kind: 'local',
      origin,
      issuer: () => teams.issuer.issuer,
      openIdMetadataUrl: teams.issuer.openIdMetadataUrl,
      botToken: () => teams.botToken(),
    },
    isTenantAllowed: (tenantId: string) => tenantId === demoTenantId,
  } as const;
}

/** What the page shows of this program: its people, chats, papers, log and mails. */
export function openLocalTeams(
  config: Config,
  core: Core,
  advance: (instant: Temporal.Instant) => Promise<void>,
  origin: () => string,
): LocalTeams {
  const people = demoPersons.flatMap(({ personId, name, title, identities: [identity] }) =>
    identity === undefined ? [] : [{ personId, name, title, ...identity }],
  );
  const happenings = createReadHappenings(core);
  return createLocalTeams({
    dataDir: config.dataDir,
    origin,
    botId: localBotId,
    people: () => Promise.resolve(people),
    committeeChats: createCommitteeChats(core),
    clock: { now: core.clock.now, advanceTo: advance, nextDeadline: createNextDeadline(core) },
    documents: async () =>
      (await core.library.list()).map(({ path, href, modified, metadata }) => ({
        path,
        href,
        modified,
        note: libraryNote(metadata),
      })),
    happenings: async (after) =>
      (await happenings(after)).map(({ stored, names }) => ({
        seq: stored.seq,
        at: stored.at,
        text: happeningText(stored, names),
      })),
    mails: async () =>
      (await core.mails()).map(({ mailId, to, subject, at, text }) => ({
        mailId,
        to: to.name,
        subject,
        at: Temporal.Instant.from(at),
        text,
      })),
    commands: Object.values(commands).map(({ name, description }) => ({ title: name, description })),
  });
}

export function paperOpener({ library }: Core) {
  return async (path: string) => {
    const file = await library.open(path);
    return file === undefined ? undefined : { name: file.fileName, bytes: file.bytes };
  };
}
