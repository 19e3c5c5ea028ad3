import type { ApprovalTerms } from '../meeting/meeting-event.ts';
import type { Answer } from './answer.ts';
import type { AnswerEvent, NoticeFailure } from './answer-event.ts';
import { isMailed } from './notice-channel.ts';

/** What became of a mail about a version. */
export type MailNotice =
  | { readonly became: 'sent'; readonly counts: ApprovalTerms['mailNotice'] }
  | { readonly became: 'reminded'; readonly number: number }
  | {
      readonly became: 'failed';
      readonly reason: Extract<NoticeFailure, 'failed' | 'refused' | 'no-address'>;
    };

/**
 * R7: a mail that the server took is sent; whether it is a notice that reached the person then, or only when the text was
 * opened, is the committee's setting. Each is told once, however often it is tried.
 */
export function mailNotice(answer: Answer, mail: MailNotice, at: Temporal.Instant): readonly AnswerEvent[] {
  const byMail = { channel: 'mail', at: at.toString() } as const;
  if (mail.became === 'reminded') return [{ type: 'ReminderDelivered', ...byMail, number: mail.number }];
  if (mail.became === 'sent') {
    const sent = isMailed(answer.tries) ? [] : [{ type: 'NoticeSent', ...byMail } as const];
    const reached = mail.counts === 'whenAccepted' && answer.notice.state !== 'delivered';
    return reached ? [...sent, { type: 'NoticeDelivered', ...byMail }] : sent;
  }
  const last = answer.tries.findLast(({ about, channel }) => about === 'notice' && channel === 'mail');
  const isTold = answer.notice.state === 'delivered' || last?.result === mail.reason;
  return isTold ? [] : [{ type: 'NoticeFailed', ...byMail, reason: mail.reason }];
}
