import type { ActVerb, NoticeTry } from '../../domain/minutes/answer.ts';
import type { NoticeChannel, NoticeFailure } from '../../domain/minutes/answer-event.ts';
import type { TimelineEntry } from '../../ports/timeline-view.ts';
import { danishCount, danishDate, danishDeadline, danishInstant, danishList } from '../danish-format.ts';
import { movedDeadline } from './deadline.da.ts';
import { changesSentence, outcomeCounts, resultTexts } from './minutes.da.ts';
import { rulingTexts } from './objection.da.ts';
import { sourceWords } from './record-objection.da.ts';

export type EntryOf<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { readonly kind: K }>;

export const channelWords = { teams: 'i Teams', mail: 'med mail' } as const satisfies Record<
  NoticeChannel,
  string
>;

export const failureWords = {
  blocked: 'har blokeret botten',
  gone: 'har ingen chat med botten mere',
  failed: 'beskeden kunne ikke sendes',
  refused: 'mailserveren afviste adressen',
  'no-address': 'har ingen mailadresse',
} as const satisfies Record<NoticeFailure, string>;

const namesShown = 5;

/** "Anna, Bo og 12 andre" */
export const someNames = (names: readonly string[], most = namesShown): string => {
  const more = names.length - most;
  return danishList(more > 0 ? [...names.slice(0, most), danishCount(more, 'anden', 'andre')] : names);
};

const toldSentence = ({ name, about, channel, result }: EntryOf<'told'>): string => {
  const what = about === 'notice' ? 'referatet' : 'en påmindelse';
  if (result === 'delivered') return `${name} fik ${what} ${channelWords[channel]}.`;
  if (result === 'sent') return `En mail til ${name} med ${what} er afleveret til mailserveren.`;
  const missed = about === 'notice' ? 'Referatet' : 'Påmindelsen';
  return `${missed} nåede ikke frem til ${name} ${channelWords[channel]}: ${failureWords[result]}.`;
};

/** The item, where an act names one. */
const against = (item: number | undefined): string =>
  item === undefined ? 'mod referatet' : `mod punkt ${item}`;

const deeds = {
  approve: () => 'godkendte',
  'withdraw-approval': () => 'trak sin godkendelse tilbage',
  object: (item) => `gjorde indsigelse ${against(item)}`,
  'withdraw-objection': () => 'trak sin indsigelse tilbage',
  remark: () => 'sendte en sen bemærkning',
} as const satisfies Record<ActVerb, (item: number | undefined) => string>;

const deedWords = (verb: ActVerb, item?: number): string => deeds[verb](item);

const actSentence = ({ name, verb, item, receipt, onBehalf }: EntryOf<'act'>): string => {
  const deed =
    onBehalf === undefined
      ? `${name} ${deedWords(verb, item)}`
      : `${onBehalf.by} registrerede en indsigelse ${against(item)} fra ${name}. Den kom ${sourceWords[onBehalf.source]}`;
  return `${deed} · kvittering ${receipt}`;
};

const rulingSentence = ({ name, ruling, objector, item }: EntryOf<'ruling'>): string => {
  const whose = objector === undefined ? '' : ` fra ${objector}`;
  return `${name} afgjorde indsigelsen${whose} ${against(item)}: ${rulingTexts[ruling].done}.`;
};

const sentSentence = (version: number, { asked, deadline, changes }: EntryOf<'sent'>): string =>
  [
    `Version ${version} blev sendt til ${danishCount(asked, 'person', 'personer')} med frist ${danishDeadline(deadline)}.`,
    ...(version === 1 ? [] : [changesSentence(version, changes)]),
  ].join(' ');

const extensionSentence = ({ cause, until, names }: EntryOf<'extension'>): string =>
  movedDeadline({ cause, until, ...(names === undefined ? {} : { persons: [someNames(names)] }) });

/** One thing that happened, after its time of day. */
export const entrySentence = (version: number, entry: TimelineEntry): string => {
  switch (entry.kind) {
    case 'sent':
      return sentSentence(version, entry);
    case 'told':
      return toldSentence(entry);
    case 'reminded':
      return `Påmindelse til ${danishCount(entry.persons, 'person', 'personer')}, der ikke har svaret.`;
    case 'act':
      return actSentence(entry);
    case 'ruling':
      return rulingSentence(entry);
    case 'extension':
      return extensionSentence(entry);
    case 'downtime':
      return `Systemet var ude af drift indtil ${danishInstant(entry.until)}.`;
    case 'closed':
      return `Resultat: ${resultTexts[entry.result].heading}. ${outcomeCounts(entry.counts)}.`;
    case 'proposed':
      return `${entry.name} foreslog at godkende referatet uden at regne tavshed med.`;
    case 'by-two':
      return `${entry.first} og ${entry.second} godkendte referatet.`;
    case 'deferred':
      return `${entry.name} satte referatet på dagsordenen til næste møde.`;
  }
};

const persons = (count: number): string => danishCount(count, 'person', 'personer');

/** What many did or had done to them, in one sentence. */
const summedActs = {
  approve: (count: number) => `${persons(count)} godkendte.`,
  'withdraw-approval': (count: number) => `${persons(count)} trak deres godkendelse tilbage.`,
  object: (count: number) => `${danishCount(count, 'indsigelse', 'indsigelser')} blev modtaget.`,
  'withdraw-objection': (count: number) =>
    `${danishCount(count, 'indsigelse', 'indsigelser')} blev trukket tilbage.`,
  remark: (count: number) => `${danishCount(count, 'sen bemærkning', 'sene bemærkninger')} blev modtaget.`,
} as const satisfies Record<ActVerb, (count: number) => string>;

const summedTold = (
  { about, channel, result }: Pick<NoticeTry, 'about' | 'channel' | 'result'>,
  names: readonly string[],
): string => {
  const what = about === 'notice' ? 'referatet' : 'en påmindelse';
  const count = persons(names.length);
  if (result === 'delivered') return `${count} fik ${what} ${channelWords[channel]}.`;
  if (result === 'sent') return `Mails til ${count} med ${what} er afleveret til mailserveren.`;
  return `Nåede ikke frem til ${someNames(names)} ${channelWords[channel]}: ${failureWords[result]}.`;
};

const summedRulings = ({ name, ruling }: EntryOf<'ruling'>, count: number): string =>
  `${name} afgjorde ${danishCount(count, 'indsigelse', 'indsigelser')}: ${rulingTexts[ruling].done}.`;

/** What is summed up together; everything else that happened stays by itself. */
export type Summed = EntryOf<'act' | 'told' | 'ruling'>;

/** Several entries of one sort; `last`: when the last of them happened, where that is another time. */
export const summedSentence = (entries: readonly [Summed, ...Summed[]], last: Temporal.Instant): string => {
  const [first] = entries;
  const sentence =
    first.kind === 'act'
      ? summedActs[first.verb](entries.length)
      : first.kind === 'ruling'
        ? summedRulings(first, entries.length)
        : summedTold(
            first,
            entries.map(({ name }) => name),
          );
  return Temporal.Instant.compare(first.at, last) === 0
    ? sentence
    : `${sentence} Den sidste ${danishInstant(last)}.`;
};

export const timelineTexts = {
  at: (time: string, words: string) => `Kl. ${time} · ${words}`,
  open: 'Se forløbet',
  heading: (date: string) => `Forløbet for referatet fra mødet ${danishDate(date)}`,
  explained: 'Navnene er kun for sekretær, formand og referent. Vis dem ikke videre.',
  version: (version: number) => `Version ${version}`,
  left: (count: number) =>
    `${danishCount(count, 'linje mere', 'linjer mere')} kan læses i beviset for godkendelsesforløbet, når referatet er afgjort.`,
} as const;
