import type { ActResult } from '../../application/minutes/act-on-minutes.ts';
import type { ObjectRequest } from '../../application/minutes/object-to-minutes.ts';
import type { OpenRequest } from '../../application/minutes/open-minutes.ts';
import type { Result } from '../../application/result.ts';
import type { AnswerPageResult } from '../../application/show/show-answer-page.ts';
import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import type { LinkSubject } from '../../ports/personal-links.ts';
import type { TextDifference } from '../../ports/text-difference.ts';

type Act = Omit<ObjectRequest, 'objection'>;

/** What the pages can do; the same use cases as behind the cards, so the same rules. */
export type WebFormUseCases = {
  readonly showAnswerPage: (subject: LinkSubject, receivedAt: Temporal.Instant) => Promise<AnswerPageResult>;
  readonly openMinutes: (request: OpenRequest) => Promise<Result>;
  readonly approveMinutes: (request: Act) => Promise<ActResult>;
  readonly withdrawApproval: (request: Act) => Promise<ActResult>;
  readonly objectToMinutes: (request: ObjectRequest) => Promise<ActResult>;
  readonly withdrawObjection: (request: Act & { readonly objectionId: string }) => Promise<ActResult>;
};

/** One request to one person's page, as far as it was let in. */
export type Visit = {
  readonly useCases: WebFormUseCases;
  readonly difference: TextDifference;
  readonly subject: LinkSubject;
  readonly view: AnswerPageView;
  /** Path of the person's own page. */
  readonly base: string;
  /** The parts of the path after the token. */
  readonly parts: readonly string[];
  readonly receivedAt: Temporal.Instant;
};
