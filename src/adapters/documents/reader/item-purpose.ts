import type { Purpose } from '../../../domain/meeting/meeting-paper.ts';

const standing: readonly (readonly [RegExp, Purpose])[] = [
  [/^(?:eventuelt|evt\.?)$/iu, 'formal'],
  [/^evaluering af møde/iu, 'formal'],
  [/^(?:velkomst|mødet hæves|valg af (?:mødeleder|ordstyrer|referent|dirigent))/iu, 'formal'],
  [/(?:oplæg|punkter|emner|temaer?)\b.{0,20} til (?:det )?næste møde/iu, 'planning'],
  [/^næste møde/iu, 'planning'],
];

const short: readonly (readonly [RegExp, Purpose])[] = [
  [/\btil godkendelse\b/iu, 'approval'],
  [/\btil (?:beslutning|afgørelse)\b/iu, 'decision'],
  [/\btil (?:drøftelse|debat)\b/iu, 'discussion'],
  [/\btil (?:orientering|efterretning)\b/iu, 'information'],
];

const verbs: readonly (readonly [RegExp, Purpose])[] = [
  [/(?<!\p{L})godkend(?:er|es|e)(?!\p{L})/iu, 'approval'],
  [/(?<!\p{L})(?:beslutter|træffer|tager stilling)(?!\p{L})/iu, 'decision'],
  [/(?<!\p{L})(?:drøfter|drøftes|drøfte)(?!\p{L})/iu, 'discussion'],
  [/(?<!\p{L})(?:orienteres|til efterretning)(?!\p{L})/iu, 'information'],
];

const titles: readonly (readonly [RegExp, Purpose])[] = [
  [/^godkendelse af/iu, 'approval'],
  [/^drøftelse af|^drøftelse\b/iu, 'discussion'],
  [/^(?:orientering|nyt fra|meddelelser|status)(?!\p{L})/iu, 'information'],
  [/^(?:beslutning|valg) (?:om|af)/iu, 'decision'],
];

const first = (
  table: readonly (readonly [RegExp, Purpose])[],
  text: string | undefined,
): Purpose | undefined => (text === undefined ? undefined : table.find(([words]) => words.test(text))?.[1]);

/**
 * What an item is for: the standing items by their title, else what the recommendation asks, else the title's first
 * word. The outcome says nothing about it: an item for information may end in a decision.
 */
export const purposeOf = (title: string, recommendation: string | undefined): Purpose | undefined =>
  first(standing, title) ??
  first(short, recommendation) ??
  first(verbs, recommendation) ??
  first(titles, title);
