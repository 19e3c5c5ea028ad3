import { type Asked, type ShowPorts, type ShowResult, seatsAsked, shownOr } from './asked.ts';
import { createShowMinutes } from './show-minutes.ts';
import { unfinishedSteps } from './unfinished-steps.ts';

/** `status`: the secretary's next steps; for others where the newest minutes stand. */
export function createShowStatus(ports: ShowPorts) {
  const showMinutes = createShowMinutes(ports);
  return async (asked: Asked): Promise<ShowResult> => {
    const seats = await seatsAsked(ports, asked);
    const own =
      asked.scope === 'personal' ? seats.filter(({ mandate }) => mandate.roles.includes('secretary')) : [];
    if (own.length === 0) return showMinutes(asked);
    const steps = await Promise.all(
      own.map(({ committee }) => unfinishedSteps(ports, committee, asked.personId)),
    );
    return shownOr(seats, steps.flat(), 'no-meeting');
  };
}
