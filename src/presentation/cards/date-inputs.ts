import { type PlainText, plain } from '../escape-text.ts';
import { meetingTexts } from '../texts/meeting.da.ts';

/** When a meeting is: three inputs, filled in as far as it is known. */
export type DateInputs = {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly labels: Readonly<
    Record<'date' | 'dateMissing' | 'from' | 'fromMissing' | 'to' | 'toMissing', PlainText>
  >;
};

export const dateInputs = (date = '', from = '', to = ''): DateInputs => ({
  date,
  from,
  to,
  labels: {
    date: plain(meetingTexts.date),
    dateMissing: plain(meetingTexts.dateMissing),
    from: plain(meetingTexts.from),
    fromMissing: plain(meetingTexts.fromMissing),
    to: plain(meetingTexts.to),
    toMissing: plain(meetingTexts.toMissing),
  },
});
