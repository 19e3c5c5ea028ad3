import type { ViewOf } from '../../ports/card-view.ts';
import { markdown, type PlainText, plain } from '../escape-text.ts';
import { meetingTexts } from '../texts/meeting.da.ts';
import { menuTexts } from '../texts/menu.da.ts';
import { type DateInputs, dateInputs } from './date-inputs.ts';
import { type Choice, type Head, head, type Line, type Maybe } from './parts.ts';

export type PlanMeetingModel = Head & {
  readonly explained: Line['text'];
  readonly committees: readonly Choice[];
  /** The only committee is chosen already. */
  readonly chosen: string;
  readonly inputs: Maybe<DateInputs>;
  readonly labels: Readonly<
    Record<'committee' | 'committeeMissing' | 'site' | 'street' | 'room' | 'theme' | 'submit', PlainText>
  >;
};

export const committeeChoices = (committees: ViewOf<'plan-meeting'>['committees']) => {
  const choices: readonly Choice[] = committees
    .slice(0, 100)
    .map(({ committeeId, name }) => ({ title: plain(name, 80), value: committeeId }));
  const [only, ...others] = choices;
  return { choices, chosen: only !== undefined && others.length === 0 ? only.value : '' };
};

export const planMeetingModel = ({ committees, proposedDate }: ViewOf<'plan-meeting'>): PlanMeetingModel => {
  const { choices, chosen } = committeeChoices(committees);
  return {
    ...head(meetingTexts.planHeading, menuTexts.kicker, meetingTexts.planHeading),
    explained: markdown(meetingTexts.planExplained),
    committees: choices,
    chosen,
    inputs: [dateInputs(proposedDate)],
    labels: {
      committee: plain(meetingTexts.committee),
      committeeMissing: plain(meetingTexts.committeeMissing),
      site: plain(meetingTexts.site),
      street: plain(meetingTexts.street),
      room: plain(meetingTexts.room),
      theme: plain(meetingTexts.theme),
      submit: plain(meetingTexts.planSubmit),
    },
  };
};
