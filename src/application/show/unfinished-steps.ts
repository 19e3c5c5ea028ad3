import type { Committee } from '../../domain/committee/committee.ts';
import type { CardView } from '../../ports/card-view.ts';
import { viewOf } from '../effects/show-card.ts';
import type { ShowPorts } from './asked.ts';

const finished: readonly string[] = ['approved', 'published', 'noted', 'archived', 'cancelled'];

/** What comes next with every meeting of a committee that is not finished, oldest first. */
export async function unfinishedSteps(
  ports: ShowPorts,
  committee: Committee,
  personId: string,
): Promise<readonly CardView[]> {
  const rows = await ports.readModels.meetingsOf(committee.committeeId);
  const unfinished = rows.filter(({ situation }) => !finished.includes(situation));
  const steps = await Promise.all(
    unfinished.map(({ meetingId }) => nextStep(ports, committee, meetingId, personId)),
  );
  return steps.flat().toReversed();
}

async function nextStep(
  ports: ShowPorts,
  { committeeId }: Committee,
  meetingId: string,
  personId: string,
): Promise<readonly CardView[]> {
  const view = await viewOf(
    ports,
    { card: 'next-step', committeeId, meetingId },
    { to: 'person', personId },
    ports.ids.next(),
  );
  return view === undefined ? [] : [view];
}
