import { createHash } from 'node:crypto';
import type { LocalPerson } from './contract.ts';

export const botName = 'Udvalgsbot';

export function botMri(botId: string): string {
  return `28:${botId}`;
}

/** What Teams calls an MRI: stable for a person and a bot, and telling nothing. */
export function personMri(botId: string, personId: string): string {
  return `29:1${createHash('sha256').update(`${botId}/${personId}`).digest('base64url')}`;
}

export function personalChatId(personId: string): string {
  return `a:local-${personId}`;
}

/** A member as the connector describes one. */
export function memberAccount(botId: string, person: LocalPerson) {
  const words = person.name.split(' ');
  return {
    id: personMri(botId, person.personId),
    name: person.name,
    givenName: words[0] ?? person.name,
    surname: words.at(-1) ?? person.name,
    objectId: person.objectId,
    aadObjectId: person.objectId,
    tenantId: person.tenantId,
    userPrincipalName: `${person.personId}@local.invalid`,
    email: `${person.personId}@local.invalid`,
    userRole: 'user',
  };
}

/** Finds a person by MRI or by object id, as the connector accepts either. */
export function personById(
  botId: string,
  people: readonly LocalPerson[],
  id: string,
): LocalPerson | undefined {
  return people.find((person) => person.objectId === id || personMri(botId, person.personId) === id);
}
