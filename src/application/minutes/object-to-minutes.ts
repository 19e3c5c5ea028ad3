import type { ObjectionText } from '../../domain/minutes/answer-event.ts';
import { objectToMinutes } from '../../domain/minutes/object-to-minutes.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnMinutes } from './act-on-minutes.ts';

export type ObjectRequest = ActRequest & { readonly objection: ObjectionText };

/** Gør indsigelse. The objection's id follows from the press, so that a redelivery speaks of the same objection. */
export function createObjectToMinutes(ports: ActPorts) {
  return (request: ObjectRequest): Promise<ActResult> => {
    const { meetingId, version, personId, nonce } = request;
    const objectionId = ports.digest
      .sha256(['objection', meetingId, version, personId, nonce].join('|'))
      .slice(0, 32);
    return actOnMinutes(
      ports,
      request,
      { verb: 'object', objectionId },
      (meeting, committee, answer, receipt) =>
        objectToMinutes(meeting, committee, answer, { ...request, receipt, objectionId }),
    );
  };
}
