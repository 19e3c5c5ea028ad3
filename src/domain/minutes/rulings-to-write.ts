import type { VersionedMeeting } from '../meeting/meeting.ts';
import type { Amendment } from '../meeting/meeting-event.ts';

/**
 * What rulings still have to be written into the draft of a version. A ruling is written once: what the minute-taker has
 * put right in the file since is not undone by the next one.
 */
export function rulingsToWrite(
  { rulings, filed }: Pick<VersionedMeeting, 'rulings' | 'filed'>,
  version: number,
): { readonly amendments: readonly Amendment[]; readonly rulings: readonly string[] } {
  const written = new Set(
    filed.flatMap((each) =>
      each.paper === 'minutes-draft' && each.version === version ? (each.rulings ?? []) : [],
    ),
  );
  const onThis = rulings.filter(({ onVersion }) => onVersion === version - 1);
  return {
    amendments: onThis
      .filter(({ objectionId }) => !written.has(objectionId))
      .flatMap(({ amendments }) => amendments),
    rulings: onThis.map(({ objectionId }) => objectionId),
  };
}
