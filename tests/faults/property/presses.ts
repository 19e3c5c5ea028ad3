import type { Command } from './commands.ts';
import { type Ledger, newestOf, saidBy, standingOf } from './ledger.ts';
import type { Press, World } from './world.ts';

/** The press that this person would make now: on the card that hangs before them, or on a page of their own. */
export function nextPress(
  world: World,
  {
    who: named,
    verb,
    older,
    ago,
  }: Pick<Extract<Command, { does: 'click' }>, 'who' | 'verb' | 'older' | 'ago'>,
): Press | undefined {
  const { ledger, around, presses, secrets } = world;
  const newest = newestOf(ledger);
  if (newest === undefined) return undefined;
  const number = older && newest.version > 1 ? newest.version - 1 : newest.version;
  const version = ledger.versions[number - 1] ?? newest;
  const who = withSomething(ledger, number, verb) ?? named;
  const card = around.messenger.shown(who, 'minutes-for-approval', number);
  const text = `hemmeligt-${who}-${presses.length}.`;
  secrets.set(text, who);
  const said = saidBy(ledger, number, who);
  const objections = standingOf(said).length > 0 ? standingOf(said) : [...said.objections.keys()];
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

/** To take something back, somebody must have given it: most presses of that kind come from those. */
function withSomething(ledger: Ledger, version: number, verb: Press['verb']): string | undefined {
  const own = [...ledger.said].filter(([key]) => key.startsWith(`${version}/`));
  const found = own.find(([, said]) => {
    if (verb === 'withdraw-objection') return standingOf(said).length > 0;
    return verb === 'withdraw-approval' && said.approved;
  });
  return found?.[0].split('/')[1];
}

export function chosen<T>(all: readonly T[], which: number): T | undefined {
  return all.length === 0 ? undefined : all[which % all.length];
}
