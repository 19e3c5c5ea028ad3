import type { MailText, MailView } from '../../ports/mail-view.ts';
import type { MinutesForApprovalView } from '../../ports/minutes-card-view.ts';
import { itemWords } from '../cards/objection-received.ts';
import { richLine } from '../cards/rich-lines.ts';
import { plain, plainLines } from '../escape-text.ts';
import { whyDeadline } from '../texts/deadline.da.ts';
import { mailTexts } from '../texts/mail.da.ts';
import {
  changesSentence,
  minutesTexts,
  outcomeCounts,
  resultTexts,
  silenceSentence,
} from '../texts/minutes.da.ts';
import { objectionTexts, rulingTexts } from '../texts/objection.da.ts';
import { webFormPaths } from '../texts/web-form.da.ts';
import { type MailPart, mailOf } from './mail-layout.ts';

type Asking = Extract<MailView, { readonly mail: 'minutes-notice' | 'minutes-reminder' }>;
type Of<M extends MailView['mail']> = Extract<MailView, { readonly mail: M }>;

/** The same as the card it stands in for. */
export const mailText = (view: MailView): MailText => {
  switch (view.mail) {
    case 'minutes-notice':
    case 'minutes-reminder':
      return asking(view);
    case 'minutes-outcome':
      return outcome(view);
    case 'objection-ruled':
      return ruled(view);
  }
};

const lines = (...said: readonly (string | undefined)[]): MailPart => ({
  kind: 'lines',
  lines: said.filter((line) => line !== undefined).map((line) => plain(line, 1_000)),
});

const foot = (name: string): MailPart => ({
  kind: 'small',
  lines: [mailTexts.personal(plain(name, 200)), mailTexts.whyMail],
});

const asking = ({ name, link, view, mail }: Asking): MailText => {
  const { committee, date } = view.meeting;
  const isReminder = mail === 'minutes-reminder';
  const subject = isReminder
    ? mailTexts.subjectReminder(committee, date)
    : mailTexts.subjectNotice(committee, date, view.version);
  return mailOf(subject, minutesTexts.heading(date, view.version), [
    lines(`${mailTexts.hello(name)}`),
    lines(
      committee,
      isReminder ? minutesTexts.reminder : undefined,
      minutesTexts.asked(view.deadline),
      silenceSentence(view.terms),
      whyDeadline(view),
    ),
    ...changes(view),
    ...decisions(view),
    { kind: 'links', links: linksOf(link, view) },
    lines(mailTexts.confirmed),
    foot(name),
  ]);
};

const changes = ({ version, changes: changed }: MinutesForApprovalView): readonly MailPart[] =>
  version > 1 ? [lines(changesSentence(version, changed))] : [];

const decisions = (view: MinutesForApprovalView): readonly MailPart[] =>
  view.decisions.length === 0
    ? []
    : [
        {
          kind: 'list',
          heading: minutesTexts.decisions,
          lines: view.decisions.map(
            ({ number, title, decision }) => `${number}. ${plain(title, 200)}: ${richLine(decision, 240)}`,
          ),
        },
      ];

const linksOf = (link: string, { version }: MinutesForApprovalView) => [
  { words: mailTexts.read, href: link },
  { words: mailTexts.approve, href: `${link}/${webFormPaths.approve}` },
  { words: mailTexts.object, href: `${link}/${webFormPaths.object}` },
  ...(version > 1 ? [{ words: minutesTexts.seeChanges, href: `${link}/${webFormPaths.differences}` }] : []),
];

const outcome = ({ name, link, view }: Of<'minutes-outcome'>): MailText => {
  const { committee, date } = view.meeting;
  const { heading, sentence } = resultTexts[view.result];
  return mailOf(mailTexts.subjectOutcome(heading, committee, date), heading, [
    lines(mailTexts.hello(name)),
    lines(
      `${committee}: ${minutesTexts.heading(date, view.version)}.`,
      sentence,
      `${outcomeCounts(view.counts)}.`,
      minutesTexts.deadlineWas(view.deadline),
    ),
    { kind: 'links', links: [{ words: mailTexts.seePage, href: link }] },
    foot(name),
  ]);
};

const ruled = ({ name, link, view }: Of<'objection-ruled'>): MailText => {
  const { committee, date } = view.meeting;
  const { toObjector, next } = rulingTexts[view.ruling.kind];
  const item = itemWords(view);
  return mailOf(mailTexts.subjectRuling(committee, date), toObjector, [
    lines(mailTexts.hello(name)),
    lines(`${committee}: ${minutesTexts.heading(date, view.version)}.`, item),
    { kind: 'lines', lines: [`${objectionTexts.reason}:`, ...plainLines(view.ruling.reason, 4_000)] },
    { kind: 'lines', lines: [`${objectionTexts.yourObjection}:`, ...plainLines(view.objection.text, 2_000)] },
    lines(next),
    { kind: 'links', links: [{ words: mailTexts.seePage, href: link }] },
    foot(name),
  ]);
};
