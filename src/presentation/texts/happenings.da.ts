import type { Role } from '../../domain/committee/committee.ts';
import type { DomainEvent } from '../../domain/event.ts';
import type { NoticeChannel, NoticeFailure } from '../../domain/minutes/answer-event.ts';
import type { FiledPaper } from '../../ports/outbox.ts';
import { danishCount, danishDate, danishDeadline, danishInstant, danishTimeSpan } from '../danish-format.ts';
import { roleWords } from './committee.da.ts';
import { resultTexts } from './minutes.da.ts';
import { rulingTexts } from './objection.da.ts';

/** Names for ids; what is unknown is the reader's matter to word ("en person"). */
export type HappeningNames = { readonly person: (personId: string) => string };
export type InAnswer = { readonly version: number };

type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { readonly type: T }>;

const papers = {
  agenda: 'Dagsordenen',
  'minutes-draft': 'Udkastet til referat',
  minutes: 'Referatet',
  evidence: 'Beviset for godkendelsesforløbet',
} as const satisfies Record<FiledPaper, string>;
const formats = { docx: 'Word', pdf: 'PDF' } as const;
const failures = {
  blocked: 'botten er blokeret',
  gone: 'chatten findes ikke mere',
  failed: 'beskeden kunne ikke sendes',
  refused: 'mailserveren afviste adressen',
  'no-address': 'der er ingen mailadresse',
} as const satisfies Record<NoticeFailure, string>;
const channels = { teams: 'i Teams', mail: 'med mail' } as const satisfies Record<NoticeChannel, string>;

const seats = (mandates: readonly { readonly roles: readonly Role[] }[]): string => {
  const chair = mandates.filter(({ roles }) => roles.includes('chair')).length;
  return `${danishCount(mandates.length, 'plads', 'pladser')} i udvalget er besat${chair > 0 ? `, heraf 1 ${roleWords.chair}` : ''}.`;
};

/** One line for each thing that can have happened. Answers to minutes are told without names and without their words. */
export const happeningTexts = {
  OrganisationsRegistered: ({ organisations }) =>
    `${danishCount(organisations.length, 'organisation', 'organisationer')} er lagt ind.`,
  PeopleRegistered: ({ people }) => `${danishCount(people.length, 'person', 'personer')} er lagt ind.`,
  IdentityAttached: ({ personId }, { person }) => `${person(personId)} har fået en konto knyttet til sig.`,
  CommitteeFounded: ({ name }) => `Udvalget ${name} er oprettet.`,
  MandatesGranted: ({ mandates }) => seats(mandates),
  MandateEnded: ({ personId, until, successorId }, { person }) =>
    `${person(personId)} har plads i udvalget til ${danishDeadline(Temporal.Instant.from(until))}.${successorId === undefined ? '' : ` ${person(successorId)} overtager pladsen.`}`,
  RulesAdopted: ({ rules }) => `Forretningsordenen gælder fra ${danishDate(rules.validFrom)}.`,
  ConversationLinked: ({ linkedBy }, { person }) => `${person(linkedBy)} har knyttet en chat til udvalget.`,
  ConversationTaken: () => 'Chatten hører nu til ét udvalg og kan ikke knyttes til et andet.',
  ConversationReleased: () => 'Udvalget har forladt chatten, så den kan knyttes til et andet udvalg.',
  MeetingPlanned: ({ date, from, to }) =>
    `Mødet ${danishDate(date)} ${danishTimeSpan(from, to)} er planlagt.`,
  AgendaDrafted: ({ items }) => `Dagsordenen er sat op med ${danishCount(items.length, 'punkt', 'punkter')}.`,
  AgendaPublished: ({ invited }) =>
    `Dagsordenen er sendt til ${danishCount(invited.length, 'person', 'personer')}.`,
  AttendanceAnnounced: ({ personId }, { person }) => `${person(personId)} deltager i mødet.`,
  ApologiesSent: ({ personId, substitute }, { person }) =>
    `${person(personId)} har sendt afbud${substitute === undefined ? '' : ` med ${substitute.name} som suppleant`}.`,
  MeetingTimeCame: () => 'Mødets tid er kommet.',
  MeetingHeld: () => 'Mødet er meldt holdt.',
  MinutesDrafted: () => 'Referatet er gjort klar til at skrive i.',
  MinutesSent: ({ version, entitled, deadline }) =>
    `Referatets version ${version} er sendt til godkendelse hos ${danishCount(entitled.length, 'person', 'personer')}. Fristen er ${danishDeadline(Temporal.Instant.from(deadline))}.`,
  ObjectionRuled: ({ ruling, ruledBy }, { person }) =>
    `${person(ruledBy)} har afgjort en indsigelse: ${rulingTexts[ruling].done}.`,
  MinutesClosed: ({ version, result }) => `Version ${version} er afgjort. ${resultTexts[result].sentence}`,
  PaperFiled: ({ paper, version, format }) =>
    `${papers[paper]}${paper === 'minutes' ? `, version ${version},` : ''} ligger i biblioteket som ${formats[format]}.`,
  MeetingCancelled: () => 'Mødet er aflyst.',
  MeetingMoved: ({ date, from, to }) =>
    `Mødet er flyttet til ${danishDate(date)} ${danishTimeSpan(from, to)}.`,
  MinutesPublished: ({ version }) => `Referatets version ${version} er offentliggjort.`,
  MinutesNoted: () => 'Referatet er noteret på det næste møde.',
  MeetingArchived: () => 'Mødet er arkiveret.',
  DeadlineExtended: ({ version, deadline, persons }) =>
    `Fristen for version ${version} er nu ${danishDeadline(Temporal.Instant.from(deadline))}${persons === undefined ? '' : ` for ${danishCount(persons.length, 'person', 'personer')}`}.`,
  MembersReminded: ({ version, persons }) =>
    persons.length === 0
      ? `Ingen får en påmindelse om version ${version}.`
      : `${danishCount(persons.length, 'person', 'personer')}, der ikke har svaret på version ${version}, får en påmindelse.`,
  ApprovalProposed: ({ proposedBy, version }, { person }) =>
    `${person(proposedBy)} har foreslået at godkende version ${version}. En anden skal sige ja.`,
  MinutesApprovedByTwo: ({ version, first, second }, { person }) =>
    `${person(first)} og ${person(second)} har godkendt version ${version}.`,
  MinutesDeferred: ({ version, deferredBy }, { person }) =>
    `${person(deferredBy)} har sat version ${version} på næste mødes dagsorden.`,
  NoticeDelivered: ({ channel }, _names, { version }) =>
    `Et medlem har fået version ${version} ${channels[channel]}.`,
  NoticeSent: (_event, _names, { version }) => `Version ${version} er sendt til et medlem med mail.`,
  ReminderDelivered: ({ channel }, _names, { version }) =>
    `Et medlem har fået en påmindelse om version ${version} ${channels[channel]}.`,
  NoticeFailed: ({ reason }, _names, { version }) =>
    `Version ${version} nåede ikke frem til et medlem: ${failures[reason]}.`,
  ApprovalGiven: (_event, _names, { version }) => `Et medlem har godkendt version ${version}.`,
  ApprovalWithdrawn: (_event, _names, { version }) =>
    `Et medlem har trukket sin godkendelse af version ${version} tilbage.`,
  ObjectionRaised: (_event, _names, { version }) => `Et medlem har gjort indsigelse mod version ${version}.`,
  ObjectionWithdrawn: (_event, _names, { version }) =>
    `Et medlem har trukket sin indsigelse mod version ${version} tilbage.`,
  LateRemarkMade: (_event, _names, { version }) =>
    `Der er kommet en sen bemærkning til version ${version}. Den ændrer ikke udfaldet.`,
  DowntimeRecorded: ({ from, until }) =>
    `Programmet var ude af drift fra ${danishInstant(Temporal.Instant.from(from))} til ${danishInstant(Temporal.Instant.from(until))}.`,
  ClockDoubted: ({ from, to }) =>
    `Uret sprang fra ${danishInstant(Temporal.Instant.from(from))} til ${danishInstant(Temporal.Instant.from(to))}. Intet afgøres, før tiden er bekræftet.`,
  ClockConfirmed: ({ confirmedBy }, { person }) =>
    confirmedBy === 'witness'
      ? 'Tiden er bekræftet af en underskrevet besked udefra.'
      : `${person(confirmedBy)} har bekræftet, at tiden passer.`,
  DecisionHeldBack: () =>
    'Fristen for et referat er udløbet, men referatet afgøres ikke, før tiden er bekræftet.',
  SafeModeEntered: () =>
    'Loggen passer ikke med sit nyeste anker. Programmet afgør intet, før to personer har taget stilling.',
  SafeModeEndProposed: ({ proposedBy }, { person }) =>
    `${person(proposedBy)} har foreslået at gå videre uden det, der mangler i loggen. En anden skal sige ja.`,
  SafeModeEnded: ({ first, second }, { person }) =>
    `${person(first)} og ${person(second)} har besluttet at gå videre uden det, der mangler i loggen.`,
} as const satisfies {
  readonly [T in DomainEvent['type']]: (event: EventOf<T>, names: HappeningNames, about: InAnswer) => string;
};
