import { danishDayOf, isoDate } from '../calendar/day-numbers.ts';
import type { Command } from './commands.ts';
import { deadlineFor, isEntitled, newestOf } from './ledger.ts';
import { chosen } from './presses.ts';
import { sendVersion } from './sending.ts';
import { readLog, type World } from './world.ts';

/** What those who serve the committee do. Whether the rules allow it, the log is judged by. */
export async function serve(world: World, command: Command): Promise<void> {
  const { useCases } = world.running;
  const { now } = world.around.clock;
  const { ledger, meetingId } = world;
  const newest = newestOf(ledger);
  const by = (personId: string) => ({ personId, receivedAt: now, committeeId: 'luu', meetingId });
  const version = newest?.version ?? 1;
  switch (command.does) {
    case 'send':
      return sendVersion(world, command.changed);
    case 'rule':
      return rule(world, command);
    case 'extend':
      return extend(world, command);
    case 'leave':
      await useCases.endMandate({ ...by('sigrid'), leaverId: command.who, ...leaving(command.who, now) });
      return;
    case 'record':
      return record(world, command);
    case 'two':
      await useCases.approveByTwo({ ...by(command.who), version, reason: 'Alle er spurgt.' });
      return;
    case 'defer':
      await useCases.deferMinutes({ ...by('sigrid'), version });
      return;
    case 'open':
      await useCases.openMinutes({ ...by(command.who), version });
      return;
    case 'end-safe-mode': {
      const { since = '' } = ledger.safeMode;
      await useCases.endSafeMode({ ...by(command.who), since, reason: 'Der mangler intet.' });
      return;
    }
    case 'confirm':
      if (command.who === 'witness') await useCases.witnessClock({ receivedAt: now, sentAt: now });
      else await useCases.confirmClock({ ...by(command.who), since: ledger.doubted ?? '' });
      return;
    default:
      return;
  }
}

/** Some leave at once, others with the day; Ida takes over from Bo. */
function leaving(leaverId: string, now: Temporal.Instant) {
  const today = danishDayOf(now.epochMilliseconds);
  const lastDay = isoDate(leaverId === 'mads' ? today - 1 : today);
  return leaverId === 'bo' ? { lastDay, successorId: 'ida' } : { lastDay };
}

async function rule(world: World, command: Extract<Command, { does: 'rule' }>): Promise<void> {
  const raised = [...world.ledger.said].flatMap(([key, { objections }]) => {
    const [version = '', objectorId = ''] = key.split('/');
    return [...objections.keys()].map((objectionId) => ({
      version: Number(version),
      objectorId,
      objectionId,
    }));
  });
  const about = chosen(raised, command.which);
  if (about === undefined) return;
  await world.running.useCases.ruleOnObjection({
    ...about,
    personId: command.who,
    meetingId: world.meetingId,
    ruling: command.kind,
    reason: 'Fordi.',
    texts: { decision: `Udvalget anbefaler ${world.ledger.seq} pladser.` },
    receivedAt: world.around.clock.now,
  });
}

async function extend(world: World, { days, whom }: Extract<Command, { does: 'extend' }>): Promise<void> {
  const newest = newestOf(world.ledger);
  if (newest === undefined) return;
  const named = whom !== 'all' && whom !== 'unreached';
  const last = danishDayOf((named ? deadlineFor(newest, whom) : newest.deadline) - 1);
  await world.running.useCases.extendDeadline({
    personId: 'sigrid',
    meetingId: world.meetingId,
    version: newest.version,
    lastDay: isoDate(last + days),
    whom: named ? 'named' : whom,
    persons: named ? [whom] : [],
    receivedAt: world.around.clock.now,
  });
}

/** R17: in time as of the instant it reached the committee; never an approval. */
async function record(world: World, command: Extract<Command, { does: 'record' }>): Promise<void> {
  await readLog(world);
  const { ledger, presses, secrets } = world;
  const { now } = world.around.clock;
  const newest = newestOf(ledger);
  if (newest === undefined) return;
  const number = command.older && newest.version > 1 ? newest.version - 1 : newest.version;
  const version = ledger.versions[number - 1] ?? newest;
  const reachedAt = now.subtract({ hours: command.hours });
  const text = `hemmeligt-${command.who}-noteret-${presses.length}.`;
  secrets.set(text, command.who);
  const reached = reachedAt.epochMilliseconds;
  const possible = reached >= version.sentAt && isEntitled(ledger, command.who, reached);
  const inTime = ledger.decision === undefined && reached < deadlineFor(newest, command.who);
  const result = await world.running.useCases.recordObjection({
    ...{
      personId: 'sigrid',
      objectorId: command.who,
      meetingId: world.meetingId,
      receivedAt: now,
      reachedAt,
    },
    ...{ version: version.version, hash: version.hash, nonce: `noted ${ledger.seq}` },
    ...{ objection: { itemNumber: 2, text }, source: 'mail', sourceNote: 'journal 1' },
  });
  if ((result.kind === 'done') !== possible)
    throw new Error(`R17: ${result.kind}, ${JSON.stringify(command)}`);
  if (result.kind === 'done' && (result.late === undefined) !== inTime)
    throw new Error(`R17: late ${result.late?.toString() ?? 'no'}, ${JSON.stringify(command)}`);
}
