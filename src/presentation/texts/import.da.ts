import type { UnreadableReason } from '../../ports/document-reader.ts';
import { danishCount } from '../danish-format.ts';

export const importTexts = {
  heading: 'Mødepapiret er læst',
  explained: 'Se efter, om det er læst rigtigt. Der er ikke oprettet noget endnu.',
  file: 'Fil',
  when: 'Dato og tid',
  undated: 'Papiret har ingen sikker dato',
  people: 'Personer',
  participants: (counts: { deltager: number; tilforordnet: number; afbud: number }) =>
    `${danishCount(counts.deltager, 'deltager', 'deltagere')}, ${danishCount(counts.tilforordnet, 'tilforordnet', 'tilforordnede')}, ${counts.afbud} afbud`,
  contents: 'Indhold',
  counts: (items: number, annexes: number) => `${danishCount(items, 'punkt', 'punkter')}, ${annexes} bilag`,
  items: 'Punkter',
  itemsLeftOut: (count: number) => `Og ${danishCount(count, 'punkt', 'punkter')} mere.`,
  findings: (count: number) => `${danishCount(count, 'sted', 'steder')} at se efter`,
  findingsLeftOut: (count: number) => `Og ${danishCount(count, 'sted', 'steder')} mere.`,
  noFindings: 'Der er ikke fundet noget tvivlsomt.',
  confirm: 'Bekræft dato og tid',
  create: 'Opret mødet',
  unknownCommittee: (committee: string) =>
    `Papiret er fra ${committee}, men det udvalg findes ikke her. Derfor kan mødet ikke oprettes.`,
  fallback: (file: string) => `${file} er læst`,
} as const;

const unreadableSentences = {
  'too-large': 'Filen fylder mere end 20 MB.',
  empty: 'Filen er tom.',
  'unknown-type': 'Filen er hverken et Word-dokument (.docx) eller en tekstfil (.txt).',
  damaged: 'Filen er beskadiget og kan ikke åbnes.',
  unsafe: 'Filen indeholder noget, som ikke hører hjemme i et mødepapir, for eksempel makroer.',
  'not-a-meeting-paper':
    'Filen ligner ikke en dagsorden eller et referat: der er ingen overskrift med udvalg og ingen punkter.',
} as const satisfies Record<UnreadableReason, string>;

const unreadableAdvice = {
  'too-large': 'Send papiret uden store billeder.',
  empty: 'Se efter, om det er den rigtige fil, og send den igen.',
  'unknown-type': 'Gem papiret som Word-dokument, og send det igen.',
  damaged: 'Åbn den i Word, gem den på ny, og send den igen.',
  unsafe: 'Kopiér teksten til et nyt Word-dokument, og send det.',
  'not-a-meeting-paper': 'Se efter, om det er den rigtige fil.',
} as const satisfies Record<UnreadableReason, string>;

/** A file that could not be read: what is wrong with it, that nothing happened, and what to do. */
export const unreadable = (reason: UnreadableReason) => ({
  heading: 'Filen kunne ikke læses',
  sentences: [
    unreadableSentences[reason],
    'Der er ikke oprettet eller ændret noget.',
    unreadableAdvice[reason],
  ],
});
