import type { ViewOf } from '../../ports/card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { committeeTexts } from '../texts/committee.da.ts';
import { meetingTexts } from '../texts/meeting.da.ts';
import {
  button,
  type Choice,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type NamedButton,
} from './parts.ts';
import { committeeChoices } from './plan-meeting.ts';

export type LinkConversationModel = Omit<Head, 'kicker'> & {
  readonly lines: readonly Line[];
  readonly inputs: Maybe<{
    readonly label: PlainText;
    readonly missing: PlainText;
    readonly chosen: string;
    readonly choices: readonly Choice[];
  }>;
  readonly link: Maybe<NamedButton>;
};

export const linkConversationModel = ({ committees }: ViewOf<'link-conversation'>): LinkConversationModel => {
  const { kicker: _none, ...title } = head(committeeTexts.linkHeading, '', committeeTexts.linkHeading);
  const able = committees.length > 0;
  const label = plain(meetingTexts.committee);
  const missing = plain(meetingTexts.committeeMissing);
  return {
    ...title,
    lines: [line(committeeTexts.linkExplained), ...(able ? [] : [line(committeeTexts.linkNone)])],
    inputs: able ? [{ label, missing, ...committeeChoices(committees) }] : [],
    link: able ? [button(committeeTexts.linkSubmit)] : [],
  };
};
