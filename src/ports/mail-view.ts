import type { MinutesForApprovalView, MinutesOutcomeView, ObjectionRuledView } from './minutes-card-view.ts';

/** What a mail says, in words of the domain: the same as the card it stands in for. */
export type MailView = {
  /** Whose mail and link it is. */
  readonly name: string;
  /** The person's own page; its parts lie below it. */
  readonly link: string;
} & (
  | { readonly mail: 'minutes-notice' | 'minutes-reminder'; readonly view: MinutesForApprovalView }
  | { readonly mail: 'minutes-outcome'; readonly view: MinutesOutcomeView }
  | { readonly mail: 'objection-ruled'; readonly view: ObjectionRuledView }
);

/** A mail in finished Danish, without an address. */
export type MailText = { readonly subject: string; readonly text: string; readonly html: string };
