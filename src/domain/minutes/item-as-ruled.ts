import { newestVersion, type VersionedMeeting } from '../meeting/meeting.ts';
import type { PaperItem } from '../meeting/meeting-paper.ts';
import { amended } from './minutes-text.ts';

/**
 * An item as it would read in the next version with what was ruled on the newest so far: the ground of the next ruling, so
 * that a second one begins where the first one ended, also where the objection was to an older version.
 */
export function itemAsRuled(
  meeting: VersionedMeeting,
  itemNumber: number | undefined,
): PaperItem | undefined {
  const { version, paper } = newestVersion(meeting);
  const ruled = meeting.rulings
    .filter(({ onVersion }) => onVersion === version)
    .flatMap(({ amendments }) => amendments);
  return amended(paper, ruled).items.find(({ number }) => number === itemNumber);
}
