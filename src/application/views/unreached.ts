import type { Person } from '../../domain/committee/people.ts';
import type { Answer, NoticeTry } from '../../domain/minutes/answer.ts';
import type { Unreached } from '../../ports/unreached.ts';

/** How far the notice came to somebody whose silence does not count. A person we do not know has nothing to write to. */
export function unreachedView(personId: string, person: Person | undefined, { tries }: Answer): Unreached {
  return {
    name: person?.name ?? personId,
    teams: inTeams(person, tries),
    mail: byMail(person, tries),
  };
}

function inTeams(person: Person | undefined, tries: readonly NoticeTry[]): Unreached['teams'] {
  if ((person?.identities ?? []).length === 0) return 'no-account';
  const last = lastOf(tries, 'teams');
  return last === 'delivered' || last === 'blocked' || last === 'gone' ? last : 'none';
}

function byMail(person: Person | undefined, tries: readonly NoticeTry[]): Unreached['mail'] {
  if (person?.email === undefined) return 'no-address';
  const last = lastOf(tries, 'mail');
  return last === 'delivered' || last === 'sent' || last === 'refused' || last === 'failed'
    ? last
    : 'waiting';
}

function lastOf(tries: readonly NoticeTry[], channel: NoticeTry['channel']): NoticeTry['result'] | undefined {
  return tries.findLast((each) => each.about === 'notice' && each.channel === channel)?.result;
}
