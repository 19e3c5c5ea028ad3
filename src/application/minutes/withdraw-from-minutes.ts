import { withdrawApproval, withdrawObjection } from '../../domain/minutes/withdraw-from-minutes.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnMinutes } from './act-on-minutes.ts';

/** Fortryd: a member takes an approval back. */
export function createWithdrawApproval(ports: ActPorts) {
  return (request: ActRequest): Promise<ActResult> =>
    actOnMinutes(ports, request, { verb: 'withdraw-approval' }, (meeting, committee, answer, receipt) =>
      withdrawApproval(meeting, committee, answer, { ...request, receipt }),
    );
}

/** Træk indsigelsen tilbage. */
export function createWithdrawObjection(ports: ActPorts) {
  return (pressed: ActRequest & { readonly objectionId: string }): Promise<ActResult> => {
    const { objectionId } = pressed;
    // a card has one nonce and a button for each objection: two buttons are two acts
    const request = { ...pressed, nonce: `${pressed.nonce}/${objectionId}` };
    return actOnMinutes(
      ports,
      request,
      { verb: 'withdraw-objection', objectionId },
      (meeting, committee, answer, receipt) =>
        withdrawObjection(meeting, committee, answer, { ...request, receipt }),
    );
  };
}
