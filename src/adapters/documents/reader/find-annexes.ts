import type { Finding, MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';
import { findingTexts } from '../../../presentation/texts/paper.da.ts';
import { onceEach, placesOf } from './paper-places.ts';

const listed = (paper: MeetingPaper): readonly Finding[] =>
  paper.items.flatMap((item) =>
    item.annexes.flatMap((annex): readonly Finding[] => {
      const where = `items.${item.number}.annexes`;
      const missing: Finding = {
        code: 'annex.file-missing',
        where,
        message: findingTexts.annexFileMissing(annex.number, annex.title),
      };
      return annex.number.startsWith(`${item.number}.`)
        ? [missing]
        : [
            missing,
            {
              code: 'annex.number-mismatch',
              where,
              message: findingTexts.annexNumberMismatch(annex.number, item.number),
            },
          ];
    }),
  );

const cited = (paper: MeetingPaper): readonly Finding[] => {
  const numbers = new Set(paper.items.flatMap((item) => item.annexes.map(({ number }) => number)));
  return placesOf(paper).flatMap((place) =>
    [...place.text.matchAll(/(?<!\p{L})bilag\s+(\d{1,3}\.\d{1,3})(?!\d)/giu)]
      .map((match) => match[1] ?? '')
      .filter((number) => !numbers.has(number))
      .map((number) => ({
        code: 'annex.cited-not-listed' as const,
        where: place.where,
        message: findingTexts.annexCitedNotListed(number),
      })),
  );
};

/** A paper comes alone: every annex it lists still lacks its file, until somebody adds it. */
export const findAnnexes = (paper: MeetingPaper): readonly Finding[] =>
  onceEach([...listed(paper), ...cited(paper)], ({ code, where, message }) => code + where + message);
