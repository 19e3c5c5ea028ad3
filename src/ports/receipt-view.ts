import type { ApprovalResult, RulingKind } from '../domain/meeting/meeting-event.ts';
import type { Standing } from '../domain/minutes/act-by-receipt.ts';
import type { ActVerb } from '../domain/minutes/answer.ts';
import type { MeetingFacts } from './meeting-facts.ts';

/** One act of a person's own, by the code they were given. */
export type ReceiptView = {
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly receipt: string;
  readonly verb: ActVerb;
  readonly at: Temporal.Instant;
  readonly standing: Standing;
  /** The item an objection or remark is about; absent where it is about the whole, and for other acts. */
  readonly item?: number;
  /** R17: somebody else recorded it for the viewer, or the viewer for somebody else. */
  readonly recorded?: 'for-viewer' | 'by-viewer';
  readonly ruling?: { readonly kind: RulingKind; readonly reason: string };
  readonly outcome:
    | { readonly kind: 'open'; readonly deadline: Temporal.Instant }
    | { readonly kind: 'awaiting' }
    | { readonly kind: 'superseded'; readonly newest: number }
    | { readonly kind: 'decided'; readonly result: ApprovalResult };
};
