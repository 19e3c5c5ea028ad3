import { type Committee, personsWithRole } from '../../domain/committee/committee.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { committeeStream } from '../streams.ts';
import { cardsFor } from './wanted.ts';

/** R15: to those who may say that the time is right. */
export function clockDoubtCards(
  committee: Committee,
  since: string,
  at: Temporal.Instant,
): readonly Effect[] {
  const { committeeId } = committee;
  return cardsFor(personsWithRole(committee, at, 'secretary', 'chair'), {
    card: 'operation-doubt',
    committeeId,
    about: 'clock',
    since,
  });
}

/** R16: to those of whom two may decide to go on. Whoever serves several committees is told in each. */
export function safeModeCards(
  committees: readonly Committee[],
  since: string,
  at: Temporal.Instant,
): readonly Effect[] {
  return committees.flatMap((committee) =>
    cardsFor(personsWithRole(committee, at, 'secretary', 'chair', 'viceChair'), {
      card: 'operation-doubt',
      committeeId: committee.committeeId,
      about: 'safe-mode',
      since,
    }),
  );
}

export type CommitteePorts = {
  readonly log: Pick<EventLog, 'load'>;
  readonly readModels: Pick<ReadModels, 'committees'>;
};

export async function allCommittees({ log, readModels }: CommitteePorts): Promise<readonly Committee[]> {
  const rows = await readModels.committees();
  const states = await Promise.all(
    rows.map(({ committeeId }) => log.load({ committee: committeeStream(committeeId) })),
  );
  return states.flatMap(({ committee }) => (committee.situation === 'unknown' ? [] : [committee]));
}
