import type { PreviousMinutesWording } from '../../domain/agenda/agenda-paper.ts';
import type { ClosedMeeting, MinutesVersion, Ruling } from '../../domain/meeting/meeting.ts';
import type { ApprovalResult, RulingKind } from '../../domain/meeting/meeting-event.ts';
import { closesAt } from '../../domain/minutes/version-deadline.ts';
import { danishCount, danishDeadline, danishList, danishShortDate } from '../danish-format.ts';
import { rulingTexts } from './objection.da.ts';

type About = {
  readonly closing: ClosedMeeting['closing'];
  readonly version: MinutesVersion;
  readonly rulings: readonly Ruling[];
};

const kinds = ['accepted', 'partly', 'rejected'] as const;

/** What became of one objection, as a clause: "som ikke er taget til følge". */
const clauses = {
  accepted: 'som er taget til følge',
  partly: 'som er delvist taget til følge',
  rejected: 'som ikke er taget til følge',
} as const satisfies Record<RulingKind, string>;

/** The objections that were ruled upon on the way; nothing where there were none. */
const onTheWay = (rulings: readonly Ruling[]): readonly string[] => {
  const [first, ...others] = rulings;
  if (first === undefined) return [];
  if (others.length === 0) return [`Undervejs kom der 1 indsigelse, ${clauses[first.ruling]}.`];
  const counted = kinds.flatMap((kind) => {
    const count = rulings.filter(({ ruling }) => ruling === kind).length;
    return count === 0 ? [] : [`${count} er ${rulingTexts[kind].done}`];
  });
  return [`Undervejs kom der ${rulings.length} indsigelser: ${danishList(counted)}.`];
};

const afterVersions = ({ version }: MinutesVersion): string => (version > 1 ? ` i version ${version}` : '');

/** When the last of those who were asked could answer. */
const deadlineOf = (version: MinutesVersion): string => danishDeadline(closesAt(version));

const paragraphOf = ({ terms }: MinutesVersion): string => `forretningsordenens ${terms.approvalParagraph}`;

/** What really became of the last minutes, as the next agenda says it. */
const outcomes = {
  approvedTacitly: ({ version, rulings }) => [
    ...onTheWay(rulings),
    `Da fristen udløb ${deadlineOf(version)}, stod der ingen indsigelser mod referatet. Det er derfor godkendt${afterVersions(version)} efter ${paragraphOf(version)}.`,
  ],
  approvedByAll: ({ version, closing, rulings }) => [
    ...onTheWay(rulings),
    closing.counts.entitled === 1
      ? `Den ene, der blev spurgt, har godkendt referatet${afterVersions(version)}.`
      : `Alle ${closing.counts.entitled}, der blev spurgt, har godkendt referatet${afterVersions(version)}.`,
  ],
  approvedByTwo: ({ version, closing, rulings }) => [
    ...onTheWay(rulings),
    `${missingAnswers(closing, version)} To ansvarlige personer har derefter godkendt referatet${afterVersions(version)}.`,
  ],
  contested: ({ closing, version, rulings }) => [
    ...onTheWay(rulings),
    `Referatet er ikke godkendt. Da fristen udløb ${deadlineOf(version)}, stod der ${danishCount(Math.max(1, closing.objections.length), 'indsigelse', 'indsigelser')}, som udvalget skal tage stilling til.`,
  ],
  needsDecision: ({ closing, version, rulings }) => [
    ...onTheWay(rulings),
    `Referatet er ikke godkendt. ${missingAnswers(closing, version)} ${closing.deferredBy === undefined ? 'Udvalget skal tage stilling til det.' : 'Det er sat på dagsordenen, så udvalget kan tage stilling til det.'}`,
  ],
} as const satisfies Record<ApprovalResult, (about: About) => readonly string[]>;

const missingAnswers = ({ counts }: About['closing'], version: MinutesVersion): string => {
  if (counts.entitled === 0) return 'Ingen i udvalget havde ret til at godkende, da det blev sendt.';
  if (version.terms.approval === 'explicit')
    return `Det kræver svar fra alle (${paragraphOf(version)}), og ${danishCount(counts.silent, 'person', 'personer')} har ikke svaret.`;
  return `Beskeden nåede ikke frem til ${danishCount(counts.unreached, 'person', 'personer')} i tide, og så kan tavshed ikke tælle som godkendelse.`;
};

/** Minutes without an outcome when the agenda goes out. */
const undecided = {
  'under-approval':
    'Referatet var endnu ikke godkendt, da denne dagsorden blev sendt: medlemmerne havde det til godkendelse. Er det godkendt inden mødet, bliver det noteret her; ellers tager udvalget stilling til det.',
  'not-sent':
    'Referatet var ikke godkendt, da denne dagsorden blev sendt: det var ikke sendt til medlemmerne. Udvalget tager stilling til det på mødet.',
} as const;

export const previousMinutesWording = (
  date: string,
  meeting: ClosedMeeting | keyof typeof undecided,
): PreviousMinutesWording => {
  const title = `Godkendelse af referat fra mødet d. ${danishShortDate(date)}`;
  if (meeting === 'under-approval' || meeting === 'not-sent') return { title, summary: undecided[meeting] };
  const { closing, versions, rulings } = meeting;
  const version = versions.find((each) => each.version === closing.version) ?? versions[0];
  return { title, summary: outcomes[closing.result]({ closing, version, rulings }).join(' ') };
};
