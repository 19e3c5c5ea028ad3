import type { CommitteeId, Mandate, OrganisationId } from '../../domain/committee/committee.ts';
import type { Organisation, Person } from '../../domain/committee/people.ts';
import type { DomainEvent } from '../../domain/event.ts';
import type { RulesOfProcedure } from '../../domain/rules/rules-of-procedure.ts';
import type { Append, Decided, EventLog } from '../../ports/event-log.ts';
import { committeeStream, conversationStream, peopleStream } from '../streams.ts';

export type Founding = {
  readonly committeeId: CommitteeId;
  readonly name: string;
  readonly ownerId: OrganisationId;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly mandates: readonly Mandate[];
  readonly rules: RulesOfProcedure;
  readonly conversationId?: string;
};

/** Sets up a committee with its people, once: founding one that exists changes nothing. */
export function createFoundCommittee({ log }: { readonly log: EventLog }) {
  return ({ committeeId, ...founding }: Founding, at: Temporal.Instant): Promise<boolean> => {
    const stream = committeeStream(committeeId);
    return log.transact({
      load: { committee: stream, people: peopleStream },
      decide: ({ committee, people }): Decided<boolean> => {
        if (committee.situation === 'founded') return { result: false };
        const strangers = founding.people.filter(({ personId }) => !people.persons.has(personId));
        const unknown = founding.organisations.filter(
          ({ organisationId }) => !people.organisations.has(organisationId),
        );
        const append: readonly Append[] = [
          { stream: 'people', events: peopleEvents(unknown, strangers) },
          { stream: stream.stream, events: committeeEvents(committeeId, founding) },
          ...chatTaken(committeeId, founding.conversationId),
        ];
        return { result: true, append, actor: { system: 'setup' }, at };
      },
    });
  };
}

/** The chat is the committee's from the beginning. */
function chatTaken(committeeId: CommitteeId, conversationId: string | undefined): readonly Append[] {
  if (conversationId === undefined) return [];
  const { stream } = conversationStream(conversationId);
  return [{ stream, events: [{ type: 'ConversationTaken', committeeId }] }];
}

function peopleEvents(
  organisations: readonly Organisation[],
  people: readonly Person[],
): readonly DomainEvent[] {
  return [
    ...(organisations.length === 0 ? [] : [{ type: 'OrganisationsRegistered', organisations } as const]),
    ...(people.length === 0 ? [] : [{ type: 'PeopleRegistered', people } as const]),
  ];
}

function committeeEvents(
  committeeId: CommitteeId,
  { name, ownerId, mandates, rules, conversationId }: Omit<Founding, 'committeeId'>,
): readonly DomainEvent[] {
  const linkedBy = mandates.find((mandate) => mandate.roles.includes('secretary'))?.personId;
  const linked =
    conversationId === undefined || linkedBy === undefined
      ? []
      : [{ type: 'ConversationLinked', conversationId, linkedBy } as const];
  return [
    { type: 'CommitteeFounded', committeeId, name, ownerId },
    { type: 'RulesAdopted', rules },
    { type: 'MandatesGranted', mandates },
    ...linked,
  ];
}
