import { danishDay } from '../../domain/calendar/danish-time.ts';
import type { Answer, NoticeTry, Receipt } from '../../domain/minutes/answer.ts';
import type { VersionCourse } from '../../domain/minutes/course.ts';
import type { LogPlace } from '../../domain/operation/operation.ts';
import { capitalised, danishCount, danishTime } from '../danish-format.ts';
import { anchorFolder } from './file.da.ts';
import { channelWords, failureWords } from './timeline.da.ts';

/** "14.12.2023 kl. 10.12": in a table there is no room for weekdays. */
const stamp = (instant: Temporal.Instant | string): string => {
  const at = Temporal.Instant.from(instant);
  const day = danishDay(at);
  return `${day.day}.${day.month}.${day.year} kl. ${danishTime(at)}`;
};

const acts = {
  approve: () => 'Godkendt',
  'withdraw-approval': () => 'Godkendelse trukket tilbage',
  object: (item: string) => `Indsigelse${item}`,
  'withdraw-objection': () => 'Indsigelse trukket tilbage',
  remark: (item: string) => `Sen bemærkning${item}`,
} as const satisfies Record<Receipt['verb'], (item: string) => string>;

/** When and how the notice reached the person, or what came of the tries. */
export const noticeWords = ({ tries }: Answer): string => {
  const notices = tries.filter(({ about }) => about === 'notice');
  const reached = notices.find(({ result }) => result === 'delivered');
  if (reached !== undefined) return `${capitalised(channelWords[reached.channel])} ${stamp(reached.at)}`;
  return notices.length === 0 ? 'Ikke forsøgt' : notices.map(missed).join('; ');
};

const missed = ({ channel, result, at }: NoticeTry): string =>
  result === 'sent' || result === 'delivered'
    ? `Mail afleveret ${stamp(at)}, ikke åbnet`
    : `Ikke nået ${channelWords[channel]} ${stamp(at)}: ${failureWords[result]}`;

/** Every act with its receipt; `silence`: what saying nothing means for this person. */
export const answerWords = (
  { receipts, objections, lateRemarks }: Answer,
  silence: 'counts' | 'does-not-count' | 'awaited',
): string => {
  if (receipts.length === 0) return silenceWords[silence];
  return receipts
    .map(({ verb, receipt, receivedAt }) => {
      const made = [...objections, ...lateRemarks].find((each) => each.receipt === receipt);
      const item = made?.objection.itemNumber;
      const words = acts[verb](item === undefined ? '' : ` mod punkt ${item}`);
      return `${words} ${stamp(receivedAt)} (${receipt})`;
    })
    .join('; ');
};

const silenceWords = {
  counts: 'Intet svar',
  'does-not-count': 'Intet svar; tavsheden tæller ikke',
  awaited: 'Intet svar',
} as const;

/** With one full stop, whether the words have one or not. */
const quoted = (words: string): string => `”${words}”${/[.!?…]$/.test(words) ? '' : '.'}`;

export const evidenceTexts = {
  title: 'Bevis for godkendelsesforløbet',
  about: (committee: string, date: string, version: number) =>
    `Referat fra mødet i ${committee} ${date}, version ${version}`,
  facts: {
    result: 'Resultat',
    decided: 'Afgjort',
    byTwo: 'Godkendt af to',
    rule: 'Regel',
    sent: 'Sendt',
    deadline: 'Frist',
    moved: 'Frist flyttet',
    downtime: 'Nedetid',
    reminders: 'Påmindelser',
    earlier: 'Tidligere versioner',
    print: 'Tekstens SHA-256',
    head: 'Loggens hoved',
  },
  rule: (paragraph: string, text: string) => `Forretningsordenens ${paragraph}: ${quoted(text)}`,
  explicit: 'Alle skal godkende udtrykkeligt.',
  byTwo: (first: string, second: string, at: Temporal.Instant, reason: string) =>
    `${first} og ${second} ${stamp(at)}. Begrundelse: ${reason}`,
  downtime: (from: string, until: string) => `${stamp(from)} til ${stamp(until)}`,
  reminders: (sent: readonly (readonly [at: Temporal.Instant, persons: number])[]) =>
    sent.map(([at, persons]) => `${stamp(at)} (${persons})`).join('; '),
  earlier: ({ version, sentAt }: VersionCourse) =>
    `Version ${version.version} sendt ${stamp(sentAt)}, SHA-256 ${version.hash}`,
  personsHeading: 'Hvem fik besked, og hvem svarede',
  persons: ['Navn', 'Besked', 'Svar og kvittering'],
  others: (count: number) =>
    `Yderligere ${danishCount(count, 'person', 'personer')} fik besked og har godkendt eller ikke svaret. Hver af dem står i loggen.`,
  objectionsHeading: 'Indsigelser og afgørelser',
  objection: (name: string, item: number | undefined, version: number, receipt: string) =>
    `${name}, ${item === undefined ? 'hele referatet' : `punkt ${item}`}, version ${version} (${receipt}): `,
  recordedBy: (name: string, how: string, note: string) =>
    ` Registreret af ${name}, modtaget ${how}: ${note}.`,
  passage: (passage: string) => ` Sted: ${quoted(passage)}`,
  proposal: (wording: string) => ` Forslag: ${quoted(wording)}`,
  withdrawn: ' Trukket tilbage.',
  ruling: (at: Temporal.Instant, name: string, done: string, reason: string) =>
    ` Afgjort ${stamp(at)} af ${name}: ${done}. ${reason}`,
  unruled: ' Ikke afgjort.',
  checkHeading: 'Sådan efterprøves beviset',
  head: ({ seq, hash }: LogPlace) => `Nummer ${seq}: ${hash}`,
  check: `Kommandoen ”npm run verify -- NUMMER HOVED” med de to værdier ud for Loggens hoved går hele loggen igennem, holder den op imod ankrene i bibliotekets mappe ${anchorFolder} og siger, om afgørelsen står, som den stod. Tekstens SHA-256 er den, medlemmernes svar er bundet til.`,
} as const;
