import type { EndMandateDialogView } from '../../ports/decision-card-view.ts';
import { type PlainText, plain } from '../escape-text.ts';
import { mandateTexts } from '../texts/mandate.da.ts';
import { type Choice, type Head, head, type Line, line } from './parts.ts';
import { personChoices } from './record-objection.ts';

export type EndMandateModel = Head & {
  readonly committeeId: string;
  readonly explained: Line['text'];
  readonly persons: readonly Choice[];
  readonly successors: readonly Choice[];
  readonly today: string;
  readonly chosen: string;
  readonly labels: Readonly<
    Record<
      'person' | 'personChoose' | 'personMissing' | 'lastDay' | 'lastDayMissing' | 'successor' | 'submit',
      PlainText
    >
  >;
};

/** What the list sends where nobody takes the seat over yet. */
export const noSuccessor = 'none';

export const endMandateModel = ({
  committeeId,
  committee,
  persons,
  today,
}: EndMandateDialogView): EndMandateModel => ({
  ...head(mandateTexts.heading, committee, mandateTexts.heading),
  committeeId,
  explained: line(mandateTexts.explained).text,
  persons: personChoices(persons),
  successors: [{ title: plain(mandateTexts.nobody), value: noSuccessor }, ...personChoices(persons)],
  today,
  chosen: noSuccessor,
  labels: {
    person: plain(mandateTexts.person),
    personChoose: plain(mandateTexts.personChoose),
    personMissing: plain(mandateTexts.personMissing),
    lastDay: plain(mandateTexts.lastDay),
    lastDayMissing: plain(mandateTexts.lastDayMissing),
    successor: plain(mandateTexts.successor),
    submit: plain(mandateTexts.submit),
  },
});
