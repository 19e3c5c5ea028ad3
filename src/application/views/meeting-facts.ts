import type { Committee } from '../../domain/committee/committee.ts';
import type { FiledPaperRef, KnownMeeting } from '../../domain/meeting/meeting.ts';
import type { MeetingFacts } from '../../ports/meeting-facts.ts';

export function meetingFacts({ plan }: KnownMeeting, committee: Pick<Committee, 'name'>): MeetingFacts {
  const { meetingId, date, from, to, place, theme } = plan;
  return {
    meetingId,
    committee: committee.name,
    date,
    from,
    to,
    ...(place === undefined ? {} : { place }),
    ...(theme === undefined ? {} : { theme }),
  };
}

/** The link of a filed paper, ready to spread into a view; nothing while the file is not there yet. */
export function linkOf(
  meeting: KnownMeeting,
  paper: FiledPaperRef['paper'],
  version: number,
  format: 'docx' | 'pdf',
): { readonly [F in 'docx' | 'pdf']?: string } {
  const href = meeting.filed.find(
    (each) => each.paper === paper && each.version === version && each.format === format,
  )?.href;
  return href === undefined ? {} : { [format]: href };
}
