import { expect, it } from 'vitest';
import { createInFlight } from '../../src/application/in-flight.ts';
import { at } from '../support/danish-calendar.ts';

it('R3: a request counts as open from its receipt until it is answered, each for itself', () => {
  const inFlight = createInFlight();
  const received = at('2025-09-24T21:59:59Z');
  const deadline = at('2025-09-24T22:00:00Z');
  const [endFirst, endSecond] = [inFlight.begin(received), inFlight.begin(received)];
  expect(inFlight.anyBefore(deadline)).toBe(true);
  expect(inFlight.anyBefore(received)).toBe(false);
  endFirst();
  endFirst();
  expect(inFlight.anyBefore(deadline)).toBe(true);
  endSecond();
  expect(inFlight.anyBefore(deadline)).toBe(false);
});
