import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import type { NoticeView } from '../cards/notice.ts';
import { danishDeadline } from '../danish-format.ts';
import { minutesActs, minutesTexts } from '../texts/minutes.da.ts';
import { objectionActs } from '../texts/objection.da.ts';
import { webFormTexts } from '../texts/web-form.da.ts';
import { all, element, paragraphs, text } from './html.ts';
import { backLink, type Page, type Place, pageHead } from './page.ts';

/** What was done, when, and the code it is found by; undefined for a code that is none of the person's own. */
export const receiptPage = (view: AnswerPageView, place: Place, code: string): Page | undefined => {
  const found = view.receipts.findLast(({ receipt }) => receipt === code);
  if (found === undefined) return undefined;
  const { meeting, version } = view.minutes;
  const { heading, sentences } = told(view, found);
  return {
    title: `${heading} – ${meeting.committee}`,
    body: all(
      pageHead(`${meeting.committee} · ${minutesTexts.heading(meeting.date, version)}`, heading),
      paragraphs(sentences),
      element(
        'p',
        { class: 'receipt' },
        text(`${webFormTexts.receiptCode} `),
        element('strong', {}, text(found.receipt)),
      ),
      paragraphs([webFormTexts.keepReceipt]),
      backLink(place),
    ),
  };
};

const told = (
  { minutes: { deadline } }: AnswerPageView,
  { verb, receipt, receivedAt }: AnswerPageView['receipts'][number],
): NoticeView => {
  const at = Temporal.Instant.from(receivedAt);
  switch (verb) {
    case 'approve':
      return minutesActs.approved(at, receipt, deadline);
    case 'withdraw-approval':
      return minutesActs.approvalWithdrawn(at, receipt);
    case 'object':
      return objectionActs.received(at, receipt);
    case 'remark':
      return objectionActs.keptAsLateRemark(at, receipt, danishDeadline(deadline));
    case 'withdraw-objection':
      return objectionActs.withdrawn(at, receipt);
  }
};
