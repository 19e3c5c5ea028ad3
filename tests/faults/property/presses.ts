import type { Command } from './commands.ts';
import { newestOf, saidBy } from './ledger.ts';
import type { Press, World } from './world.ts';

/** The press that this person would make now: on the card that hangs before them, or on a page of their own. */
export function nextPress(
  world: World,
  { who, verb, older, ago }: Pick<Extract<Command, { does: 'click' }>, 'who' | 'verb' | 'older' | 'ago'>,
): Press | undefined {
  const { ledger, around, presses, secrets } = world;
  const newest = newestOf(ledger);
  if (newest === undefined) return undefined;
  const number = older && newest.version > 1 ? newest.version - 1 : newest.version;
  const version = ledger.versions[number - 1] ?? newest;
  const card = around.messenger.shown(who, 'minutes-for-approval', number);
  const text = `hemmeligt-${who}-${presses.length}.`;
  secrets.set(text, who);
  const objections = [...saidBy(ledger, number, who).objections.keys()];
  return {
    verb,
    personId: who,
    version: number,
    hash: version.hash,
    nonce: card?.nonce ?? `page ${presses.length}`,
    sentAt: around.clock.now.subtract({ seconds: ago }),
    text,
    objectionId: objections[presses.length % Math.max(1, objections.length)] ?? 'none',
  };
}

export function chosen<T>(all: readonly T[], which: number): T | undefined {
  return all.length === 0 ? undefined : all[which % all.length];
}
