import type { Unreached } from '../../ports/unreached.ts';
import { danishCount } from '../danish-format.ts';

const inTeams = {
  delivered: 'fik beskeden for sent til, at tavshed tæller',
  blocked: 'har blokeret botten i Teams',
  gone: 'har ikke længere en chat med botten i Teams',
  'no-account': 'har ingen konto i Teams',
  none: 'har ikke fået besked i Teams endnu',
} as const satisfies Record<Unreached['teams'], string>;

const byMail = {
  delivered: 'åbnede referatet fra mailen for sent til, at tavshed tæller',
  sent: 'har fået en mail, men har ikke åbnet referatet endnu',
  refused: 'mailserveren afviste adressen',
  failed: 'mailen kan ikke sendes herfra',
  waiting: 'mailen er ikke sendt endnu',
  'no-address': 'vi har ingen mailadresse',
} as const satisfies Record<Unreached['mail'], string>;

/** A card that came too late says all there is to say; where no card was tried with effect, the mail says the rest. */
const why = ({ teams, mail }: Unreached): string => {
  if (mail === 'delivered') return byMail.delivered;
  if (teams === 'delivered') return inTeams.delivered;
  if (teams === 'none' && mail === 'waiting') return inTeams.none;
  return `${inTeams[teams]}, og ${byMail[mail]}`.replace(/, og har /, ' og har ');
};

/** What can be done about one person, by what stands in the way. */
const remedy = ({ teams, mail }: Unreached): string => {
  if (mail === 'sent') return 'Ring, hvis du vil være sikker på, at mailen er set.';
  if (mail === 'refused') return 'Få den rigtige mailadresse lagt ind.';
  if (mail === 'failed') return 'Tal med den, der driver programmet, om mailserveren.';
  if (mail === 'no-address' && teams === 'blocked')
    return 'Bed personen om at ophæve blokeringen, eller få en mailadresse lagt ind.';
  if (mail === 'no-address' && teams !== 'delivered' && teams !== 'none')
    return 'Få en mailadresse lagt ind.';
  return '';
};

const shownAtMost = 8;

/** For the secretary: each person who was not reached, why, and what to do. Nothing where all were. */
export const unreachedLines = (unreached: readonly Unreached[]): readonly string[] => {
  if (unreached.length === 0) return [];
  const lines = unreached
    .slice(0, shownAtMost)
    .map((each) => [`${each.name} ${why(each)}.`, remedy(each)].filter((part) => part !== '').join(' '));
  const more = unreached.length - shownAtMost;
  return [
    unreached.length === 1
      ? 'Beskeden er ikke nået sikkert frem til 1 person, så tavshed tæller ikke for den person:'
      : `Beskeden er ikke nået sikkert frem til ${danishCount(unreached.length, 'person', 'personer')}, så tavshed tæller ikke for dem:`,
    ...lines,
    ...(more > 0 ? [`Og ${danishCount(more, 'anden', 'andre')}.`] : []),
  ];
};
