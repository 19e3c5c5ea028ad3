import { peopleStream } from '../streams.ts';
import { type Asked, type ShowPorts, type ShowResult, seatsAsked, views } from './asked.ts';

/** `hjælp`: what can be done here. In a chat that belongs to no committee, a secretary is asked which it is. */
export function createShowMenu(ports: ShowPorts) {
  return async (asked: Asked): Promise<ShowResult> => {
    if (asked.scope !== 'personal') {
      const unlinked = await linkView(ports, asked);
      if (unlinked !== undefined) return unlinked;
    }
    const seats = await seatsAsked(ports, asked);
    if (seats.length === 0) return { kind: 'refused', refusal: { code: 'not-a-member' } };
    const { people } = await ports.log.load({ people: peopleStream });
    return views({
      card: 'menu',
      name: people.persons.get(asked.personId)?.name ?? '',
      committees: seats.map(({ committee, mandate }) => ({
        committeeId: committee.committeeId,
        name: committee.name,
        roles: mandate.roles,
      })),
      isSecretary: seats.some(({ mandate }) => mandate.roles.includes('secretary')),
    });
  };
}

async function linkView(ports: ShowPorts, asked: Asked): Promise<ShowResult | undefined> {
  if ((await ports.readModels.committeeOfConversation(asked.conversationId)) !== undefined) return undefined;
  const mine = await seatsAsked(ports, { ...asked, scope: 'personal' });
  const own = mine.filter(({ mandate }) => mandate.roles.includes('secretary'));
  if (own.length === 0) return { kind: 'refused', refusal: { code: 'conversation-not-linked' } };
  return views({
    card: 'link-conversation',
    committees: own.map(({ committee: { committeeId, name } }) => ({ committeeId, name })),
  });
}
