import type { DomainEvent } from '../../src/domain/event.ts';
import { type Append, type Fold, streamOf } from '../../src/ports/event-log.ts';

/** An event that carries a word, so that a fold of words shows what happened in which order. */
export function told(word: string): DomainEvent {
  return { type: 'MinutesNoted', atMeetingId: word };
}

export const toldWords: Fold<readonly string[]> = {
  name: 'told words',
  initial: [],
  evolve: (words, event) => (event.type === 'MinutesNoted' ? [...words, event.atMeetingId] : words),
};

export const toldCount: Fold<number> = {
  name: 'told count',
  initial: 0,
  evolve: (count, event) => (event.type === 'MinutesNoted' ? count + 1 : count),
};

export const someInstant = Temporal.Instant.from('2027-03-01T08:00:00Z');

/** An act that adds a word to a stream and tells which words it found there. */
export function tell(stream: string, word: string) {
  return {
    load: { words: streamOf(stream, toldWords) },
    decide: ({ words }: { readonly words: readonly string[] }) => {
      const append: readonly Append[] = [{ stream, events: [told(word)] }];
      return { result: words, append, actor: { personId: 'p1' } as const, at: someInstant };
    },
  };
}
