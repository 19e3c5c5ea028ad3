import type { ApproveByTwoDialogView } from '../../ports/decision-card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { decisionTexts } from '../texts/decision.da.ts';
import { minutesTexts } from '../texts/minutes.da.ts';
import { type Head, head, type Line, line } from './parts.ts';

export type ApproveByTwoModel = Head & {
  readonly meetingId: string;
  readonly version: number;
  readonly lines: readonly Line[];
  readonly labels: Readonly<Record<'reason' | 'reasonHint' | 'reasonMissing' | 'submit', PlainText>>;
};

export const approveByTwoModel = (view: ApproveByTwoDialogView): ApproveByTwoModel => {
  const { meeting, version, needsHead } = view;
  return {
    ...head(decisionTexts.fallback(meeting.date), meeting.committee, decisionTexts.dialogHeading),
    meetingId: meeting.meetingId,
    version,
    lines: [
      line(`${minutesTexts.heading(meeting.date, version)}.`),
      line(decisionTexts.dialogExplained),
      ...(needsHead ? [line(decisionTexts.dialogNeedsHead)] : []),
    ],
    labels: {
      reason: plain(decisionTexts.dialogReason),
      reasonHint: plain(decisionTexts.dialogReasonHint),
      reasonMissing: plain(decisionTexts.dialogReasonMissing),
      submit: plain(decisionTexts.dialogSubmit),
    },
  };
};
