import { createClosedDays } from '../../../src/adapters/calendar/closed-days.ts';

const closedDays = createClosedDays();
const known = new Map<string, boolean>();

/** The program's own calendar; a few thousand dates are asked for again and again. */
export const isClosedDay = (date: Temporal.PlainDate): boolean => {
  const day = date.toString();
  const found = known.get(day) ?? closedDays(date);
  known.set(day, found);
  return found;
};
