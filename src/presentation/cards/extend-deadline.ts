import type { ExtendDeadlineDialogView } from '../../ports/decision-card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { extendTexts } from '../texts/decision.da.ts';
import { minutesTexts } from '../texts/minutes.da.ts';
import { type Choice, type Head, head, type Line, line } from './parts.ts';
import { personChoices } from './record-objection.ts';

export type ExtendDeadlineModel = Head & {
  readonly meetingId: string;
  readonly version: number;
  readonly lines: readonly Line[];
  readonly proposedDay: string;
  readonly whom: readonly Choice[];
  readonly chosen: string;
  readonly persons: readonly Choice[];
  readonly labels: Readonly<
    Record<'lastDay' | 'lastDayMissing' | 'whom' | 'whomMissing' | 'persons' | 'submit', PlainText>
  >;
};

export const extendDeadlineModel = (view: ExtendDeadlineDialogView): ExtendDeadlineModel => {
  const { meeting, version, deadline, proposedDay, persons, unreached } = view;
  const late = unreached.length;
  return {
    ...head(extendTexts.fallback(meeting.date), meeting.committee, extendTexts.heading),
    meetingId: meeting.meetingId,
    version,
    lines: [
      line(`${minutesTexts.heading(meeting.date, version)}. ${extendTexts.now(deadline)}`),
      line(extendTexts.onlyLater),
    ],
    proposedDay,
    whom: [
      { title: plain(extendTexts.everybody), value: 'all' },
      ...(late === 0 ? [] : [{ title: plain(extendTexts.unreached(late)), value: 'unreached' }]),
      { title: plain(extendTexts.named), value: 'named' },
    ],
    chosen: late === 0 ? 'all' : 'unreached',
    persons: personChoices(persons),
    labels: {
      lastDay: plain(extendTexts.lastDay),
      lastDayMissing: plain(extendTexts.lastDayMissing),
      whom: plain(extendTexts.whom),
      whomMissing: plain(extendTexts.whomMissing),
      persons: plain(extendTexts.persons),
      submit: plain(extendTexts.submit),
    },
  };
};
