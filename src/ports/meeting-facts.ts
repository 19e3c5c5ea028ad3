import type { Place } from '../domain/meeting/meeting-event.ts';

/** What a card shows, in the words of the domain; presentation makes Danish of it, an adapter a card. */
export type MeetingFacts = {
  readonly meetingId: string;
  readonly committee: string;
  /** ISO date and Danish wall times. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place?: Place;
  readonly theme?: string;
};
