import type { ViewOf } from '../../ports/card-view.ts';
import { markdown, type PlainText, plain } from '../escape-text.ts';
import { invitationTexts } from '../texts/invitation.da.ts';
import { type Choice, type Head, head, type Line, type Maybe } from './parts.ts';

export type ApologiesModel = Head & {
  readonly meetingId: string;
  readonly nonce: string;
  readonly explained: Line['text'];
  readonly substitutes: Maybe<{
    readonly label: PlainText;
    readonly placeholder: PlainText;
    readonly choices: readonly Choice[];
  }>;
  readonly labels: Readonly<
    Record<'substituteName' | 'substituteNameHint' | 'message' | 'messageHint' | 'submit', PlainText>
  >;
};

/** At most a card's worth of names; anybody else is written as text. */
const maxChoices = 100;

export const apologiesModel = ({ meeting, nonce, substitutes }: ViewOf<'apologies'>): ApologiesModel => ({
  ...head(invitationTexts.apologiesHeading, meeting.committee, invitationTexts.apologiesHeading),
  meetingId: meeting.meetingId,
  nonce,
  explained: markdown(invitationTexts.apologiesExplained(meeting.date)),
  substitutes:
    substitutes.length === 0
      ? []
      : [
          {
            label: plain(invitationTexts.substituteFromList),
            placeholder: plain(invitationTexts.substituteChoose),
            choices: substitutes
              .slice(0, maxChoices)
              .map(({ personId, name }) => ({ title: plain(name, 80), value: personId })),
          },
        ],
  labels: {
    substituteName: plain(
      substitutes.length === 0 ? invitationTexts.substituteOnly : invitationTexts.substituteName,
    ),
    substituteNameHint: plain(invitationTexts.substituteNameHint),
    message: plain(invitationTexts.message),
    messageHint: plain(invitationTexts.messageHint),
    submit: plain(invitationTexts.submit),
  },
});
