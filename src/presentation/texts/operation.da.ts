import type { ClockDoubtView, OpenSafeModeView } from '../../ports/operation-card-view.ts';
import type { NoticeView } from '../cards/notice.ts';
import { danishCount, danishInstant } from '../danish-format.ts';

type OpenClock = Extract<ClockDoubtView, { readonly state: 'open' }>;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** "3 sekunder", "45 minutter", "12 timer", "9 dage": the largest unit of which there are at least two. */
const spanOfTime = (from: Temporal.Instant, to: Temporal.Instant): string => {
  const length = Math.abs(to.epochMilliseconds - from.epochMilliseconds);
  if (length < 2 * minute) return danishCount(Math.round(length / second), 'sekund', 'sekunder');
  if (length < 2 * hour) return danishCount(Math.round(length / minute), 'minut', 'minutter');
  if (length < 2 * day) return danishCount(Math.round(length / hour), 'time', 'timer');
  return danishCount(Math.round(length / day), 'dag', 'dage');
};

const kept = 'Medlemmernes svar bliver modtaget og gemt som altid.';
const decidedNow = 'Referater, hvis frist er udløbet, bliver afgjort nu.';
const secondIsNeeded = 'En anden sekretær, formand eller næstformand skal sige ja, før noget bliver afgjort.';

export const doubtTexts = {
  kicker: (committee: string) => `Drift · ${committee}`,
  fallback: (committee: string, heading: string) => `${committee}: ${heading}`,
} as const;

export const clockTexts = {
  heading: 'Bekræft, at klokken passer',
  jump: ({ kind, from, to }: OpenClock): string =>
    kind === 'back'
      ? `Serverens ur er sprunget ${spanOfTime(from, to)} tilbage og viste derefter ${danishInstant(to)}.`
      : `Serverens ur er gået ${spanOfTime(from, to)} frem, fra ${danishInstant(from)} til ${danishInstant(to)}, uden at programmet var i gang imellem. Det kan være rigtigt, men uret kan også være stillet forkert.`,
  held: 'Fristen for et referat er udløbet efter det ur. Referatet bliver først afgjort, når tiden er bekræftet.',
  kept,
  shownAt: 'Serverens ur, da kortet blev sendt',
  toDo: 'Passer det med det rigtige klokkeslæt, så tryk på knappen. Passer det ikke, så bed den, der driver programmet, om at stille uret.',
  confirm: 'Klokken passer',
  over: { heading: 'Klokken er bekræftet', sentence: `Der er ikke længere tvivl om uret. ${decidedNow}` },
} as const;

const anchor = ({ anchoredAt }: OpenSafeModeView): string =>
  anchoredAt === undefined
    ? 'Et anker, som programmet selv har lagt i biblioteket,'
    : `Et anker, som programmet selv lagde i biblioteket ${danishInstant(anchoredAt)},`;

const lacks = (doubt: OpenSafeModeView): string =>
  `Loggen slutter ${doubt.endsAt === undefined ? 'for tidligt' : danishInstant(doubt.endsAt)}. ${anchor(doubt)} viser, at der mangler mindst ${danishCount(doubt.missing, 'hændelse', 'hændelser')}. Det kan være godkendelser, indsigelser og afgørelser.`;

export const safeModeTexts = {
  heading: 'Programmet er i sikker tilstand',
  what: (doubt: OpenSafeModeView): readonly string[] => {
    switch (doubt.what) {
      case 'missing':
        return [lacks(doubt), 'Det sker, når en ældre sikkerhedskopi er lagt ind.'];
      case 'differs':
        return [
          `${anchor(doubt)} passer ikke med loggen. Enten er loggen ændret siden, eller også er en anden log lagt ind.`,
        ];
      case 'unreadable':
        return [
          'Det nyeste anker i biblioteket kan ikke læses. Programmet kan derfor ikke se, om der mangler noget i loggen.',
        ];
    }
  },
  held: `Intet referat bliver afgjort. ${kept}`,
  toDo: {
    missing:
      'Bed den, der driver programmet, om at lægge den nyeste sikkerhedskopi ind. Findes den ikke, kan to personer beslutte at gå videre uden det, der mangler.',
    differs:
      'Bed den, der driver programmet, om at finde den rigtige log. Findes den ikke, kan to personer beslutte at gå videre uden ankeret.',
    unreadable:
      'Bed den, der driver programmet, om at finde ankeret frem igen. Kan det ikke lade sig gøre, kan to personer beslutte at gå videre uden det.',
  },
  goOn: {
    missing: 'Gå videre uden det, der mangler …',
    differs: 'Gå videre uden ankeret …',
    unreadable: 'Gå videre uden ankeret …',
  },
  proposed: (name: string) => `${name} har foreslået at gå videre. ${secondIsNeeded}`,
  reason: 'Begrundelse',
  agree: 'Sig ja til at gå videre …',
  over: {
    heading: 'Programmet er ude af sikker tilstand',
    sentence: 'Referater bliver afgjort igen, når deres frist er udløbet.',
  },
} as const;

/** The dialog: what it means to go on, before anybody does. */
export const endSafeModeTexts = {
  heading: { first: 'Foreslå at gå videre', second: 'Sig ja til at gå videre' },
  lost: {
    missing: 'Det, der mangler i loggen, er tabt, når I går videre. Det kan ikke fortrydes.',
    differs: 'Den log, der ligger her nu, gælder, når I går videre. Det kan ikke fortrydes.',
    unreadable: 'Mangler der noget i loggen, er det tabt, når I går videre. Det kan ikke fortrydes.',
  },
  ask: 'Spørg medlemmerne, om de har svaret i mellemtiden, og bed dem om at svare igen.',
  secondNeeded: secondIsNeeded,
  reasonHint: 'Hvorfor kan det, der mangler, ikke skaffes?',
  reasonMissing: 'Skriv, hvorfor I går videre.',
  submit: { first: 'Foreslå at gå videre', second: 'Gå videre' },
} as const;

/** What is said after a press. */
export const operationActs = {
  clockConfirmed: (at: Temporal.Instant): NoticeView => ({
    heading: 'Klokken er bekræftet',
    sentences: [`Serverens ur viser ${danishInstant(at)}.`, decidedNow],
  }),
  endProposed: { heading: 'Dit forslag er gemt', sentences: [secondIsNeeded] },
  ended: { heading: 'Programmet går videre', sentences: [decidedNow] },
} as const;
