import { defect } from '../../domain/defect.ts';
import type { Objection } from '../../domain/minutes/answer.ts';
import type { CourseDecision, VersionCourse } from '../../domain/minutes/course.ts';
import { silenceCounts } from '../../domain/minutes/silence.ts';
import type { DocumentBlock, DocumentModel, TextRun } from '../../ports/document-writer.ts';
import type { EvidencePaper } from '../../ports/evidence-paper.ts';
import { capitalised, danishDate, danishDeadline, danishInstant, danishShortDate } from '../danish-format.ts';
import { deadlineSentence, movedDeadline } from '../texts/deadline.da.ts';
import { answerWords, noticeWords, evidenceTexts as texts } from '../texts/evidence.da.ts';
import { outcomeCounts, resultTexts } from '../texts/minutes.da.ts';
import { rulingTexts } from '../texts/objection.da.ts';
import { sourceWords } from '../texts/record-objection.da.ts';
import { someNames } from '../texts/timeline.da.ts';

type Decided = Extract<CourseDecision, { readonly kind: 'closed' | 'by-two' }>;
type Closed = Extract<CourseDecision, { readonly kind: 'closed' }>;
type NameOf = (personId: string) => string;

/** The last decision is what the paper proves; a closing stands before an approval by two. */
const decisionsIn = ({ decisions }: VersionCourse): { readonly closed: Closed; readonly last: Decided } => {
  const all = decisions.filter((each): each is Decided => each.kind === 'closed' || each.kind === 'by-two');
  const closed = all.find((each) => each.kind === 'closed');
  const last = all.at(-1);
  return closed === undefined || last === undefined
    ? defect('evidence of minutes that are not decided')
    : { closed, last };
};

/** One page on a decision, for the case file: who reads it can check it without the program. */
export const evidenceDocument = (paper: EvidencePaper): DocumentModel => {
  const { meeting, organisation, version, course, names } = paper;
  const decided = course.find((each) => each.version.version === version) ?? defect('an unknown version');
  const nameOf: NameOf = (personId) => names.get(personId) ?? personId;
  const { last } = decisionsIn(decided);
  const about = texts.about(meeting.committee, danishDate(meeting.date), version);
  return {
    title: `${texts.title}: ${about}`,
    subject: texts.title,
    author: organisation,
    date: last.at,
    footer: [
      organisation,
      texts.title,
      meeting.committee,
      danishShortDate(meeting.date),
      `version ${version}`,
    ].join(' · '),
    compact: true,
    blocks: [
      { kind: 'heading', level: 1, text: texts.title },
      paragraph({ text: about, bold: true }),
      { kind: 'table', rows: facts(decided, course, nameOf) },
      { kind: 'heading', level: 2, text: texts.personsHeading },
      ...persons(decided, nameOf),
      ...objections(course, nameOf),
      { kind: 'heading', level: 2, text: texts.checkHeading },
      paragraph({ text: texts.check }),
    ],
  };
};

const paragraph = (...runs: readonly TextRun[]): DocumentBlock => ({ kind: 'paragraph', runs });

const facts = (
  decided: VersionCourse,
  course: readonly VersionCourse[],
  nameOf: NameOf,
): readonly (readonly string[])[] => {
  const { terms, hash, version } = decided.version;
  const { closed, last } = decisionsIn(decided);
  const result = last.kind === 'by-two' ? 'approvedByTwo' : closed.result;
  const { facts: labels } = texts;
  const deadline = danishDeadline(Temporal.Instant.from(terms.deadline));
  return [
    [labels.result, `${resultTexts[result].sentence} ${capitalised(outcomeCounts(closed.counts))}.`],
    [labels.decided, capitalised(danishInstant(closed.at))],
    ...(last.kind === 'by-two'
      ? [[labels.byTwo, texts.byTwo(nameOf(last.first), nameOf(last.second), last.at, last.reason)]]
      : []),
    [labels.rule, texts.rule(terms.approvalParagraph, terms.approvalText)],
    [labels.sent, capitalised(danishInstant(decided.sentAt))],
    [labels.deadline, `${capitalised(deadline)}. ${deadlineSentence(terms)}`],
    ...decided.extensions.map(({ reason: cause, deadline: until, persons: given }) => [
      labels.moved,
      movedDeadline({
        cause,
        until: Temporal.Instant.from(until),
        ...(given === undefined ? {} : { persons: [someNames(given.map(nameOf), 12)] }),
      }),
    ]),
    ...decided.downtimes.map(({ from, until }) => [labels.downtime, texts.downtime(from, until)]),
    ...reminders(decided),
    ...course
      .filter((each) => each.version.version < version)
      .map((each) => [labels.earlier, texts.earlier(each)]),
    [labels.print, hash],
    [labels.head, texts.head(last)],
  ];
};

const reminders = (decided: VersionCourse): readonly (readonly string[])[] => {
  const sent = decided.reminders
    .filter(({ persons: told }) => told.length > 0)
    .map(({ at, persons: told }) => [at, told.length] as const);
  return sent.length === 0 ? [] : [[texts.facts.reminders, texts.reminders(sent)]];
};

/** Beyond so many, only those are listed by name who objected, were not reached or made a late remark. */
const listedByName = 400;

const persons = ({ version, answers }: VersionCourse, nameOf: NameOf): readonly DocumentBlock[] => {
  const tacit = version.terms.approval === 'tacit';
  const all = [...answers].map(([personId, answer]) => {
    const silent = silenceCounts(version, personId, answer);
    const silence = !tacit ? 'awaited' : silent ? 'counts' : 'does-not-count';
    const plain = silent && answer.objections.length === 0 && answer.lateRemarks.length === 0;
    return { plain, row: [nameOf(personId), noticeWords(answer), answerWords(answer, silence)] };
  });
  const listed = all.length > listedByName ? all.filter(({ plain }) => !plain) : all;
  const left = all.length - listed.length;
  return [
    {
      kind: 'table',
      header: texts.persons,
      rows: listed.map(({ row }) => row),
      shares: [3, 4, 6],
    },
    ...(left === 0 ? [] : [paragraph({ text: texts.others(left) })]),
  ];
};

const objections = (course: readonly VersionCourse[], nameOf: NameOf): readonly DocumentBlock[] => {
  const raised = course.flatMap(({ version, answers }) =>
    [...answers].flatMap(([personId, answer]) =>
      answer.objections.map((each) => ({ each, personId, version: version.version })),
    ),
  );
  if (raised.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: texts.objectionsHeading },
    ...raised.map(({ each, personId, version }) =>
      paragraph(
        {
          text: texts.objection(nameOf(personId), each.objection.itemNumber, version, each.receipt),
          bold: true,
        },
        { text: objectionText(each, nameOf) + fateOf(each, course, nameOf) },
      ),
    ),
  ];
};

const objectionText = ({ objection, onBehalf }: Objection, nameOf: NameOf): string =>
  [
    objection.text,
    objection.passage === undefined ? '' : texts.passage(objection.passage),
    objection.proposedWording === undefined ? '' : texts.proposal(objection.proposedWording),
    onBehalf === undefined
      ? ''
      : texts.recordedBy(nameOf(onBehalf.recordedBy), sourceWords[onBehalf.source], onBehalf.sourceNote),
  ].join('');

/** Taken back, ruled on, or neither. */
const fateOf = (
  { objectionId, withdrawn }: Objection,
  course: readonly VersionCourse[],
  nameOf: NameOf,
): string => {
  const ruling = course.flatMap(({ rulings }) => rulings).find((each) => each.objectionId === objectionId);
  const ruled =
    ruling === undefined
      ? ''
      : texts.ruling(ruling.at, nameOf(ruling.by), rulingTexts[ruling.ruling].done, ruling.reason);
  if (withdrawn) return `${ruled}${texts.withdrawn}`;
  return ruling === undefined ? texts.unruled : ruled;
};
