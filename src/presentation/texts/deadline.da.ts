import type { ApprovalTerms, DeadlineExtension } from '../../domain/meeting/meeting-event.ts';
import type { DeadlineReason } from '../../domain/minutes/objection-deadline.ts';
import type { DeadlineMoved } from '../../ports/minutes-card-view.ts';
import type { MovedDeadline } from '../../ports/next-step-view.ts';
import { danishCount, danishDeadline, danishList } from '../danish-format.ts';

const deadlineReasons = {
  'days-after-meeting': (days: string) => `Fristen er ${days} efter mødet`,
  'minimum-window': (days: string) => `Fristen er ${days} efter udsendelsen`,
  'new-version': (days: string) => `Den nye version har sin egen frist, ${days} efter udsendelsen`,
  'promised-before': () => 'Fristen er den, der allerede var givet for den forrige version',
} as const satisfies Record<DeadlineReason, (days: string) => string>;

/** Why the deadline is what it is: the rule that gave it, and whether a closed day moved it. */
export const deadlineSentence = (terms: ApprovalTerms): string => {
  const reason = deadlineReasons[terms.deadlineReason](danishCount(terms.deadlineDays, 'dag', 'dage'));
  return `${reason}${terms.movedFromClosedDay ? ', flyttet på grund af en weekend eller helligdag' : ''}.`;
};

/** Why a deadline was moved; the second where only the reader has a longer one. */
const movedReasons = {
  downtime: [
    'Fristen er flyttet, fordi systemet var ude af drift, kort før den udløb.',
    'Din frist er flyttet, fordi systemet var ude af drift, kort før den udløb.',
  ],
  'late-notice': [
    'Fristen er flyttet, fordi referatet nåede sent frem.',
    'Du har længere frist end de andre, fordi referatet nåede sent frem til dig.',
  ],
  'more-time': ['Sekretæren har flyttet fristen.', 'Sekretæren har givet dig længere frist.'],
} as const satisfies Record<DeadlineExtension['reason'], readonly [string, string]>;

/** Why the deadline on a person's card, or on the shared one, is what it is now. */
export const whyDeadline = ({
  terms,
  moved,
}: {
  readonly terms: ApprovalTerms;
  readonly moved?: DeadlineMoved;
}): string =>
  moved === undefined ? deadlineSentence(terms) : movedReasons[moved.cause][moved.personal ? 1 : 0];

/** On the shared card: how many, never who. */
export const longerSentence = (persons: number, until: Temporal.Instant): string =>
  `${danishCount(persons, 'person', 'personer')} har frist til ${danishDeadline(until)}. Resultatet kommer derefter.`;

const movedForAll = {
  downtime: ', fordi systemet var ude af drift',
  'late-notice': ', fordi referatet nåede sent frem',
  'more-time': ' efter sekretærens beslutning',
} as const satisfies Record<DeadlineExtension['reason'], string>;

/** For the secretary: which deadlines were moved, for whom and why. */
export const movedDeadline = ({ cause, until, persons }: MovedDeadline): string => {
  const why = movedForAll[cause];
  return persons === undefined
    ? `Fristen er flyttet til ${danishDeadline(until)}${why}.`
    : `${danishList(persons)} har frist til ${danishDeadline(until)}${why}.`;
};
