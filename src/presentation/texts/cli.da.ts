import type { LogPlace } from '../../domain/operation/operation.ts';
import type { Anchor } from '../../ports/anchors.ts';
import { danishCount, danishInstant, danishNumber } from '../danish-format.ts';

/** What the commands of the terminal say. */
export const cliTexts = {
  usage: [
    'Brug: npm run import -- FIL [--json]',
    'npm run status',
    'npm run verify [-- NUMMER HOVED]',
    'npm run verify-diff -- ÆLDRE',
    'npm run backup -- FIL',
    'npm run restore -- FIL [--replace]',
  ].join(' · '),
  noSuchFile: (file: string) => `Filen ${file} findes ikke eller kan ikke læses.`,
} as const;

const events = (seq: number): string => danishCount(seq, 'hændelse', 'hændelser');
const place = ({ seq, hash }: LogPlace): string => `${events(seq)}, hoved ${hash}`;
const when = ({ at }: Pick<Anchor, 'at'>): string => danishInstant(Temporal.Instant.from(at));
const number = (seq: number | undefined): string => (seq === undefined ? '' : ` ved nummer ${seq}`);

/** What an operator is told of the log, its anchors and its copies. */
export const logTexts = {
  broken: (seq: number) =>
    `Hændelsesloggen er brudt ved nummer ${seq}: den er ændret, siden den blev skrevet.`,
  damaged:
    'Hændelsesloggen er skadet: dens opslag passer ikke med hændelserne. Hent en sikkerhedskopi frem, eller spørg en, der kan reparere lageret.',
  whole: (head: LogPlace) => `Hændelsesloggen er hel: ${place(head)}.`,
  anchored: (count: number, newest: Anchor | undefined) =>
    newest === undefined
      ? 'Der er endnu ingen ankre at holde den op imod.'
      : `Den passer med ${danishCount(count, 'anker', 'ankre')}. Det nyeste er nummer ${newest.seq}, ${when(newest)}.`,
  proved: (seq: number) => `Hændelse nummer ${seq} står, som den stod ved afgørelsen.`,
  notProved: (seq: string) =>
    `Loggen er hel, men hændelse nummer ${seq} har ikke det hoved, som beviset siger: beviset hører til en anden log, eller tallene er skrevet forkert.`,
  contradicted: (head: LogPlace, anchor: Anchor) => {
    if (anchor.hash === '')
      return `Ankeret ${anchor.occasion} kan ikke læses. Det er det nyeste, og uden det kan ingen se, om loggen er hel til enden.`;
    return anchor.seq > head.seq
      ? `Loggen ender ved nummer ${head.seq}, men et anker ${when(anchor)} siger nummer ${anchor.seq}: enden af loggen mangler.`
      : `Loggen passer ikke med ankeret ${when(anchor)} ved nummer ${anchor.seq}: den er skrevet om, siden ankeret blev sat.`;
  },
  prefix: ({ older, newer }: { readonly older: LogPlace; readonly newer: LogPlace }) =>
    `Den ældre kopi er begyndelsen på loggen: ${danishCount(older.seq, 'hændelse er uændret', 'hændelser er uændrede')}, og der er kommet ${danishNumber(newer.seq - older.seq)} til.`,
  'older-broken': (seq: number) => `Den ældre kopi er selv brudt ved nummer ${seq} og beviser intet.`,
  'newer-broken': (seq: number) =>
    `Loggen begynder som den ældre kopi, men er brudt senere, ved nummer ${seq}.`,
  differs: (seq: number) => `Loggen er en anden end den ældre kopi fra nummer ${seq}.`,
  shorter: (seq: number) => `Loggen mangler det, som den ældre kopi har fra nummer ${seq}.`,
  noStore: (file: string) => `Filen ${file} er ikke en kopi af lageret.`,
  dump: (file: string) =>
    `Loggen ligger i PostgreSQL, så kopien tages med: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  undump: (file: string) =>
    `Loggen ligger i PostgreSQL, så kopien hentes frem i en tom database, mens programmet står stille, med: pg_restore --exit-on-error --no-owner --dbname="$DATABASE_URL" ${file}`,
  backedUp: (file: string, head: LogPlace) =>
    `Kopien ligger i ${file} og er efterprøvet: ${place(head)}. Biblioteket kopieres for sig.`,
  exists: (file: string) => `${file} findes allerede. Der er ikke skrevet noget. Vælg et andet navn.`,
  'no-folder': (file: string) => `Mappen til ${file} findes ikke. Der er ikke skrevet noget.`,
  notWritten: (where: string, code: string) =>
    `Der kan ikke skrives til ${where} (${code}). Der er ikke ændret noget.`,
  backupBroken: (seq: number | undefined) =>
    `Kopien er kasseret: hændelsesloggen er brudt${number(seq)}. Det er den også i lageret.`,
  fileBroken: (file: string, seq: number | undefined) =>
    `${file} er brudt${number(seq)} og er ikke lagt på plads.`,
  notEmpty: (dataDir: string, count: number | 'unknown') =>
    `Der ligger allerede et lager i ${dataDir}${count === 'unknown' ? '' : ` med ${events(count)}`}. Tilføj --replace, hvis det skal lægges til side.`,
  restored: ({ head, dataDir, aside, newest }: Restored) =>
    [
      `Kopien er lagt på plads i ${dataDir}: ${place(head)}.`,
      ...(aside === undefined ? [] : [`Det tidligere lager ligger ved siden af som ${aside}.`]),
      ...(newest === undefined || newest.seq <= head.seq
        ? []
        : [
            `Det nyeste anker siger nummer ${newest.seq}. Ved næste start afgør programmet derfor intet, før to personer har taget stilling.`,
          ]),
    ].join(' '),
} as const;

type Restored = {
  readonly head: LogPlace;
  readonly dataDir: string;
  readonly aside?: string;
  readonly newest: Anchor | undefined;
};
