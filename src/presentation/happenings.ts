import type { DomainEvent } from '../domain/event.ts';
import type { StoredEvent } from '../ports/event-log.ts';
import { type HappeningNames, happeningTexts, type InAnswer } from './texts/happenings.da.ts';

type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { readonly type: T }>;
type Text<T extends DomainEvent['type']> = (
  event: EventOf<T>,
  names: HappeningNames,
  about: InAnswer,
) => string;

/** `answer/<meeting>/<version>/<person>`: which version an answer is about. The person is left out on purpose. */
const aboutOf = (stream: string): InAnswer => {
  const [kind, , version] = stream.split('/');
  return { version: kind === 'answer' && version !== undefined ? Number(version) : 0 };
};

const textOf = <T extends DomainEvent['type']>(
  event: EventOf<T> & { readonly type: T },
  names: HappeningNames,
  about: InAnswer,
): string => {
  const text: Text<T> = (happeningTexts as { readonly [K in T]: Text<K> })[event.type];
  return text(event, names, about);
};

/** What happened, in one plain line. Never who answered minutes, nor what an objection says. */
export const happeningText = ({ event, stream }: StoredEvent, names: HappeningNames): string =>
  textOf(event, names, aboutOf(stream));
