import type { Finding, MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';
import { findingTexts } from '../../../presentation/texts/paper.da.ts';
import { findAnnexes } from './find-annexes.ts';
import { findDates } from './find-dates.ts';
import { findSpellings } from './find-names.ts';
import { findPresenters } from './find-presenters.ts';
import { findTextDoubts } from './find-text-doubts.ts';
import type { ItemBody } from './item-body.ts';
import type { MeetingDate } from './meeting-date.ts';
import type { PersonRead } from './people.ts';

export type Doubtful = {
  readonly paper: MeetingPaper;
  readonly people: readonly PersonRead[];
  readonly bodies: readonly { readonly number: number; readonly body: ItemBody }[];
  readonly date: MeetingDate;
  /** Addresses of the head's pages. */
  readonly headLinks: readonly string[];
};

const unclearPeople = (people: readonly PersonRead[]): readonly Finding[] =>
  people
    .filter(({ sure }) => !sure)
    .map(({ printed }) => ({
      code: 'participant.list-unclear' as const,
      where: 'participants',
      message: findingTexts.listUnclear(printed),
    }));

const skippedNumbers = (paper: MeetingPaper): readonly Finding[] =>
  paper.items.flatMap(({ number }, at): readonly Finding[] => {
    const before = paper.items[at - 1]?.number ?? 0;
    return number === before + 1
      ? []
      : [
          {
            code: 'item.number-skipped',
            where: `items.${number}`,
            message: findingTexts.numberSkipped(before, number),
          },
        ];
  });

const unknownLabels = (bodies: Doubtful['bodies']): readonly Finding[] =>
  bodies.flatMap(({ number, body }) =>
    body.misspelt.map(({ printed, understoodAs }) => ({
      code: 'item.unknown-label' as const,
      where: `items.${number}`,
      message: findingTexts.unknownLabel(printed, understoodAs),
    })),
  );

/** Everything in a paper a person must look at, in the order of the paper as far as it has one. */
export const findDoubts = ({ paper, people, bodies, date, headLinks }: Doubtful): readonly Finding[] => {
  const links = [
    ...headLinks.map((href) => ({ where: 'participants', href })),
    ...bodies.flatMap(({ number, body }) => body.links.map((href) => ({ where: `items.${number}`, href }))),
  ];
  return [
    ...findDates(paper, date),
    ...unclearPeople(people),
    ...skippedNumbers(paper),
    ...unknownLabels(bodies),
    ...findSpellings(paper),
    ...findPresenters(paper),
    ...findTextDoubts(paper, links),
    ...findAnnexes(paper),
  ];
};
