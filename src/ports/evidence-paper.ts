import type { VersionCourse } from '../domain/minutes/course.ts';
import type { MeetingFacts } from './meeting-facts.ts';

/** What the paper on a decision is made from. */
export type EvidencePaper = {
  readonly meeting: MeetingFacts;
  readonly organisation: string;
  /** The version that was decided. */
  readonly version: number;
  /** As it was at the decision, the first version first: what came later is no part of it. */
  readonly course: readonly VersionCourse[];
  readonly names: ReadonlyMap<string, string>;
};
