import { expect } from 'vitest';

type Decided<E, R, C> =
  | { readonly kind: 'accepted'; readonly events: readonly E[] }
  | { readonly kind: 'refused'; readonly refusal: R }
  | { readonly kind: 'repeated'; readonly receipt: C };

/** What happened so far, as the state a rule is shown. Nothing in it can be changed by whoever sees it. */
export function given<S>(states: S) {
  const shown = deepFreeze(states);
  return {
    when: <E, R, C = never>(decide: (states: S) => Decided<E, R, C>) => then(decide(shown)),
  };
}

function then<E, R, C>(decided: Decided<E, R, C>) {
  return {
    thenHappened: (...events: readonly Partial<E>[]) => {
      expect(decided).toMatchObject({ kind: 'accepted' });
      const happened = decided.kind === 'accepted' ? decided.events : [];
      expect(happened.length).toBe(events.length);
      for (const [place, event] of events.entries()) expect(happened[place]).toMatchObject(event);
    },
    thenNothingHappened: () => expect(decided).toEqual({ kind: 'accepted', events: [] }),
    thenRefused: (refusal: R) => expect(decided).toEqual({ kind: 'refused', refusal }),
    thenRepeated: (receipt: Partial<C>) => {
      expect(decided).toMatchObject({ kind: 'repeated', receipt });
    },
  };
}

/** Folds events to a state that nobody can change: an `evolve` that mutates what it is given throws. */
export function folded<S, E>(evolve: (state: S, event: E) => S, initial: S, events: readonly E[]): S {
  return events.reduce((state, event) => deepFreeze(evolve(state, deepFreeze(event))), deepFreeze(initial));
}

/** Freezes all the way down, with the maps and sets that `Object.freeze` leaves open. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const method of methodsOf(value)) {
    Object.defineProperty(value, method, { value: () => expect.fail(`a state was changed by ${method}`) });
  }
  Object.freeze(value);
  for (const member of membersOf(value)) deepFreeze(member);
  return value;
}

function methodsOf(value: object): readonly string[] {
  if (value instanceof Map) return ['set', 'delete', 'clear'];
  return value instanceof Set ? ['add', 'delete', 'clear'] : [];
}

function membersOf(value: object): readonly unknown[] {
  return value instanceof Map || value instanceof Set ? [...value.values()] : Object.values(value);
}
