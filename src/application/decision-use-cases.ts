import type { IsClosedDay } from '../domain/calendar/danish-time.ts';
import type { Digest } from '../ports/digest.ts';
import { createEndMandate } from './committee/end-mandate.ts';
import { createApproveByTwo } from './minutes/approve-by-two.ts';
import { createDeferMinutes } from './minutes/defer-minutes.ts';
import { createExtendDeadline } from './minutes/extend-deadline.ts';
import { createRecordObjection } from './minutes/record-objection.ts';
import type { ShowPorts } from './show/asked.ts';
import { createOpenDecisionDialogs } from './show/open-decision-dialogs.ts';

/** What those who serve a committee can do about what is not decided by itself. */
export function decisionUseCases(
  ports: ShowPorts & { readonly digest: Digest; readonly isClosedDay: IsClosedDay },
) {
  return {
    recordObjection: createRecordObjection(ports),
    extendDeadline: createExtendDeadline(ports),
    approveByTwo: createApproveByTwo(ports),
    deferMinutes: createDeferMinutes(ports),
    endMandate: createEndMandate(ports),
    openDecisionDialogs: createOpenDecisionDialogs(ports),
  };
}
