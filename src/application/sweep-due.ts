import { defect } from '../domain/defect.ts';
import { PortFailure } from '../ports/port-failure.ts';
import type { UseCases } from './use-cases.ts';

/** What the sweep does with a due key (`project.ts` makes them). Harmless to repeat. */
export function createSweepDue({
  closeMinutes,
  markTimeCame,
}: Pick<UseCases, 'closeMinutes' | 'markTimeCame'>) {
  return async (key: string, at: Temporal.Instant): Promise<void> => {
    const [what, meetingId = '', version = ''] = key.split('/');
    if (what === 'begin') return markTimeCame(meetingId);
    if (what !== 'close') return defect('a due key of no known kind');
    const settled = await closeMinutes(meetingId, Number(version), at);
    if (!settled) throw new PortFailure('unavailable', 'closing waits for a request that came in time');
  };
}
