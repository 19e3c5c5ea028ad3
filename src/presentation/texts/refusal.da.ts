import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import type { NoticeView } from '../cards/notice.ts';
import { danishCount, danishDate, danishDeadline, danishInstant } from '../danish-format.ts';
import { roleWords } from './committee.da.ts';

type Of<C extends RefusalCode> = Extract<Refusal, { readonly code: C }>;
/** Heading first, then the sentences. */
type Said = readonly [string, ...string[]];
type Text<C extends RefusalCode> = Said | ((refusal: Of<C>) => Said);

const unchanged = 'Der er ikke ændret noget.';
const asBefore = 'Dit tidligere svar gælder stadig.';

/** "sekretær eller formand" */
const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`;

/** A no names the rule, says that nothing was lost, and what can be done. */
const texts = {
  'not-a-member': [
    'Du har ikke plads i udvalget lige nu',
    unchanged,
    'Skriv til udvalgets sekretær, hvis det er en fejl.',
  ],
  'not-entitled': [
    'Din plads i udvalget giver ikke ret til at godkende eller gøre indsigelse',
    unchanged,
    'Du kan skrive til formand eller referent, hvis noget i referatet er forkert.',
  ],
  'not-permitted': ({ needs }) => [
    `Det kan kun udvalgets ${either(needs.map((role) => roleWords[role]))} gøre`,
    unchanged,
  ],
  'not-invited': [
    'Du er ikke indkaldt til mødet som medlem eller tilforordnet',
    'Dit svar er ikke gemt. Skal du med til mødet, så skriv til sekretæren.',
  ],
  'ruling-not-written': [
    'Afgørelsen er ikke skrevet ind i referatet endnu',
    'Der er ikke sendt noget. Vent et øjeblik, og prøv igen. Varer det ved, så ret teksten i Word, som afgørelsen siger.',
  ],
  'conversation-not-linked': [
    'Chatten er ikke knyttet til et udvalg',
    'Udvalgets sekretær kan knytte den ved at skrive ”hjælp” her i chatten.',
  ],
  'conversation-linked-elsewhere': ['Chatten er allerede knyttet til et andet udvalg', unchanged],
  'no-rules': [
    'Udvalget har ingen forretningsorden, der gælder på mødedagen',
    'Uden den kan fristerne ikke beregnes.',
    unchanged,
  ],
  'no-meeting': ['Der er intet møde at vise', unchanged, 'Skriv ”møde” for at se udvalgets møder.'],
  'agenda-locked': [
    'Dagsordenen er sendt og derfor låst',
    unchanged,
    'Nye punkter kan komme på en tillægsdagsorden eller på næste møde.',
  ],
  'agenda-empty': ['Dagsordenen har ingen punkter', 'Den er ikke sendt.'],
  'agenda-not-sent': ['Dagsordenen er ikke sendt endnu', unchanged],
  'meeting-over': ['Mødet er slut, og tilmeldingen er lukket', asBefore],
  'meeting-not-begun': ({ begins }) => [
    'Mødet er ikke begyndt',
    `Det begynder ${danishInstant(begins)}. Først derefter kan det meldes holdt.`,
    unchanged,
  ],
  'meeting-held': ['Mødet er holdt, og tilmeldingen er lukket', asBefore],
  'meeting-exists': ({ date }) => [
    `Udvalget har allerede et møde ${danishDate(date)}`,
    'Der er ikke oprettet et nyt.',
  ],
  'meeting-ends-first': [
    'Mødet slutter, før det begynder',
    'Der er ikke oprettet noget. Ret klokkeslættene, og prøv igen.',
  ],
  'no-minutes': ['Der er intet referat til godkendelse', unchanged],
  'minutes-under-approval': [
    'Den tekst er allerede sendt til godkendelse',
    'Ret referatet i Word, før du sender en ny version.',
  ],
  'draft-missing': [
    'Referatets Word-fil ligger ikke i biblioteket mere',
    'Der er ikke sendt noget. Læg filen tilbage under sit gamle navn, og prøv igen.',
  ],
  'draft-unreadable': [
    'Referatets Word-fil kan ikke læses',
    'Der er ikke sendt noget. Åbn den i Word, gem den på ny, og prøv igen.',
  ],
  'draft-changed': [
    'Referatets Word-fil er ændret, siden du så den igennem',
    'Der er ikke sendt noget. Åbn dialogen igen, og se filen igennem, før du sender.',
  ],
  'unreadable-paper': [
    'Mødepapiret kan ikke læses mere',
    'Der er ikke oprettet noget. Send filen igen her i chatten.',
  ],
  'no-such-committee': ['Udvalget findes ikke her', unchanged],
  'unanswered-objections': ({ count }) => [
    `${danishCount(count, 'indsigelse er', 'indsigelser er')} ikke afgjort`,
    'Formand eller referent må tage stilling, før en ny version kan sendes. Der er ikke sendt noget.',
  ],
  'version-superseded': ({ newest }) => [
    `Version ${newest} er sendt ud`,
    'Kortet, du svarede på, viser en ældre tekst, så svaret er ikke talt med. Svar på kortet med den nyeste version.',
  ],
  'too-late': ({ deadline }) => [
    `Fristen udløb ${danishDeadline(deadline)}`,
    'Dit svar kunne ikke tælle med. Det, du svarede før fristen, gælder stadig.',
  ],
  'objection-stands': [
    'Du har en indsigelse, der ikke er trukket tilbage',
    'Den gælder stadig. Træk den tilbage først, hvis du vil godkende referatet.',
  ],
  'already-decided': ['Sagen om referatet er afgjort', unchanged, 'Resultatet står på kortet.'],
  'no-such-objection': ['Indsigelsen findes ikke', unchanged],
  'objection-ruled': ['Indsigelsen er allerede afgjort', 'Den første afgørelse gælder.'],
  'objection-withdrawn': ['Indsigelsen er trukket tilbage', unchanged],
  'no-such-item': [
    'Punktet findes ikke i referatet',
    'Indsigelsen er ikke sendt. Åbn dialogen igen, og vælg punktet på listen.',
  ],
  'nothing-to-withdraw': ['Du har ingen godkendelse at trække tilbage', unchanged],
  'no-decision-needed': ['Referatet venter ikke på en stillingtagen', unchanged],
  'second-person-needed': [
    'Der skal to forskellige personer til',
    'Du har allerede sagt ja. Nu mangler en anden. Der er ikke ændret noget.',
  ],
  'no-proposal': [
    'Der er ikke længere et forslag at sige ja til',
    unchanged,
    'Find det nyeste kort i chatten, og prøv derfra.',
  ],
  'deadline-not-later': ({ deadline }) => [
    'En frist kan kun flyttes til en senere dag',
    `Fristen er ${danishDeadline(deadline)}. Vælg en senere dag.`,
    unchanged,
  ],
  'person-not-asked': ['Personen er ikke spurgt om denne version af referatet', unchanged],
  'impossible-instant': [
    'Tidspunktet kan ikke passe',
    'En indsigelse kan tidligst være kommet, da referatet blev sendt, og senest nu. Der er ikke gemt noget.',
  ],
  'clock-not-doubted': ['Tvivlen om uret er allerede afklaret', unchanged],
  'reason-needed': ['Der mangler en begrundelse', unchanged],
  'not-in-safe-mode': ['Programmet er ikke i sikker tilstand', unchanged],
  'no-such-receipt': [
    'Kvitteringen findes ikke blandt dine egne',
    'Se efter, om koden er skrevet rigtigt, for eksempel K7F3-92.',
  ],
  'no-such-person': ['Personen findes ikke', unchanged],
  'no-such-seat': ['Personen har ingen plads i udvalget, der kan ophøre', unchanged],
  'last-secretary': [
    'Udvalget skal have en sekretær',
    'Pladsen er ikke afsluttet. Giv først en anden opgaven.',
  ],
} as const satisfies { readonly [C in RefusalCode]: Text<C> };

const said = <C extends RefusalCode>(refusal: Of<C> & { readonly code: C }): Said => {
  const text: Text<C> = (texts as { readonly [K in C]: Text<K> })[refusal.code];
  return typeof text === 'function' ? text(refusal) : text;
};

export const refusalNotice = (refusal: Refusal): NoticeView => {
  const [heading, ...sentences] = said(refusal);
  return { heading, sentences };
};
