import { defect } from '../domain/defect.ts';
import { PortFailure } from '../ports/port-failure.ts';
import type { UseCases } from './use-cases.ts';

/** What the sweep does with a due key (`project.ts` makes them). Harmless to repeat. */
export function createSweepDue({
  closeMinutes,
  markTimeCame,
  remindMembers,
}: Pick<UseCases, 'closeMinutes' | 'markTimeCame' | 'remindMembers'>) {
  return async (key: string, at: Temporal.Instant): Promise<void> => {
    const [what, meetingId = '', version = '', number = ''] = key.split('/');
    if (what === 'begin') return markTimeCame(meetingId);
    if (what === 'remind') {
      const reminded = await remindMembers(meetingId, Number(version), Number(number));
      if (!reminded) throw new PortFailure('unavailable', 'reminders wait for working hours');
      return;
    }
    if (what !== 'close') return defect('a due key of no known kind');
    const settled = await closeMinutes(meetingId, Number(version), at);
    if (!settled) throw new PortFailure('unavailable', 'closing waits: a request in time, or a doubt');
  };
}
