import type { Command } from './commands.ts';
import { chosen } from './presses.ts';
import { backUp, restart, restore, type World } from './world.ts';

type Stopping = Extract<Command, { does: 'restart' | 'kill' | 'off' | 'back-up' | 'restore' }>;

/** The program ends, and begins again: in order, killed, after a while, or with an earlier log. */
export async function stop(world: World, command: Stopping): Promise<void> {
  const { dataDir } = world.running;
  switch (command.does) {
    case 'back-up':
      return backUp(world);
    case 'restore': {
      const backup = chosen(world.backups, command.which);
      return backup === undefined ? undefined : restore(world, backup);
    }
    case 'restart':
      return restart(world, dataDir, 'in-order');
    case 'kill':
      await halfDone(world, command.half);
      return restart(world, dataDir, 'killed');
    case 'off':
      return off(world, command);
  }
}

/** Nobody is there for a while. */
async function off(world: World, { minutes, killed }: Extract<Command, { does: 'off' }>): Promise<void> {
  const { clock } = world.around;
  const before = clock.now;
  clock.now = before.add({ minutes });
  await restart(world, world.running.dataDir, killed ? 'killed' : 'in-order');
}

/** The program dies while it carries out what it has claimed: some of it has happened and is not noted. */
async function halfDone({ running, around }: World, half: number): Promise<void> {
  const { now } = around.clock;
  const claimed = await running.store.outbox.claim(now, now.add({ seconds: 600 }), half * 2);
  for (const { effect, key, revision } of claimed.slice(0, half))
    await running.carryOut(effect, `${key}#${revision}`).catch(() => undefined);
}
