import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { committeeStream } from '../streams.ts';
import { seatedPersons } from './who-is.ts';

export type CommitteeChat = {
  readonly conversationId: string;
  readonly title: string;
  readonly memberIds: readonly string[];
};

/** The chats that belong to committees, with everybody who has a seat now. */
export function createCommitteeChats({
  log,
  readModels,
  clock,
}: {
  readonly log: Pick<EventLog, 'load'>;
  readonly readModels: Pick<ReadModels, 'committees'>;
  readonly clock: Clock;
}) {
  return async (): Promise<readonly CommitteeChat[]> => {
    const rows = await readModels.committees();
    const chats = await Promise.all(
      rows.map(async ({ committeeId, name, conversationId }): Promise<readonly CommitteeChat[]> => {
        const { committee } = await log.load({ committee: committeeStream(committeeId) });
        if (conversationId === undefined || committee.situation === 'unknown') return [];
        return [{ conversationId, title: name, memberIds: seatedPersons(committee, clock.now()) }];
      }),
    );
    return chats.flat();
  };
}
