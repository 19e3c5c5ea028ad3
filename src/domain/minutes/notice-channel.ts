import type { Person } from '../committee/people.ts';
import type { NoticeTry } from './answer.ts';
import type { NoticeChannel } from './answer-event.ts';

/** What is known of how a person can be written to. */
export type Reachable = Pick<Person, 'identities' | 'email'>;

/**
 * By which channel a person is written to now about one version; undefined where nothing is left. Teams first; mail for
 * whoever has no account there, or where the last try in Teams found the bot blocked or the chat gone. A chat that works
 * again is used again. An address that the mail server refused for good is no channel.
 */
export function noticeChannel(
  person: Reachable | undefined,
  tries: readonly NoticeTry[],
): NoticeChannel | undefined {
  if (person === undefined) return undefined;
  const inTeams = lastResult(tries, 'teams');
  if (person.identities.length > 0 && inTeams !== 'blocked' && inTeams !== 'gone') return 'teams';
  const byMail = lastResult(tries, 'mail');
  return person.email !== undefined && byMail !== 'refused' ? 'mail' : undefined;
}

/** Whether a mail about this version was handed over already: twice is one mail too many. */
export function isMailed(tries: readonly NoticeTry[]): boolean {
  return tries.some(
    ({ about, channel, result }) =>
      about === 'notice' && channel === 'mail' && (result === 'sent' || result === 'delivered'),
  );
}

function lastResult(tries: readonly NoticeTry[], channel: NoticeChannel): NoticeTry['result'] | undefined {
  return tries.findLast((each) => each.channel === channel)?.result;
}
