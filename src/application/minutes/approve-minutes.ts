import { approveMinutes } from '../../domain/minutes/approve-minutes.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnMinutes } from './act-on-minutes.ts';

/** Godkend: a member approves the version on the card. */
export function createApproveMinutes(ports: ActPorts) {
  return (request: ActRequest): Promise<ActResult> =>
    actOnMinutes(ports, request, { verb: 'approve' }, (meeting, committee, answer, receipt) =>
      approveMinutes(meeting, committee, answer, { ...request, receipt }),
    );
}
