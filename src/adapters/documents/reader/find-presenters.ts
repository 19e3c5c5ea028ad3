import type { Finding, MeetingPaper, PaperItem } from '../../../domain/meeting/meeting-paper.ts';
import { findingTexts } from '../../../presentation/texts/paper.da.ts';
import { means } from './find-names.ts';
import { splitNames } from './item-title.ts';
import { onceEach } from './paper-places.ts';
import { isName } from './person-names.ts';

/** Presenters are printed behind the title, and behind the bullets of an item in several parts. */
const bulletPresenters = (item: PaperItem): readonly string[] =>
  [item.casePresentation, item.recommendation, item.summary]
    .flatMap((text) => (text ?? '').split('\n'))
    .filter((line) => /^ *- /u.test(line))
    .flatMap((line) => {
      const behind = / v\. ([^():;]{3,200})/u.exec(line)?.[1];
      return behind === undefined ? [] : splitNames(behind);
    });

/** What belongs to the next meeting says nothing about who came to this one. */
const isOfThisMeeting = (item: PaperItem): boolean => item.purpose !== 'planning';

const absent = (paper: MeetingPaper, item: PaperItem): readonly Finding[] => {
  const apologies = paper.participants.filter(({ list }) => list === 'afbud');
  return [...item.presenters, ...bulletPresenters(item)].flatMap((printed) =>
    apologies
      .filter(({ name }) => means(printed.split(',')[0] ?? '', name))
      .map(({ name }) => ({
        code: 'presenter.sent-apologies' as const,
        where: `items.${item.number}`,
        message: findingTexts.presenterSentApologies(name),
      })),
  );
};

const unknown = (paper: MeetingPaper, item: PaperItem): readonly Finding[] => {
  const people = [
    ...paper.participants.map(({ name }) => name),
    paper.presidingPerson ?? '',
    paper.minuteTaker ?? '',
  ];
  if (item.arrival !== undefined || paper.participants.length === 0) return [];
  return item.presenters
    .map((printed) => printed.split(',')[0] ?? '')
    .filter((printed) => isName(printed) && !people.some((name) => means(printed, name)))
    .map((name) => ({
      code: 'presenter.unknown' as const,
      where: `items.${item.number}`,
      message: findingTexts.presenterUnknown(name),
    }));
};

export const findPresenters = (paper: MeetingPaper): readonly Finding[] =>
  onceEach(
    paper.items.filter(isOfThisMeeting).flatMap((item) => [...absent(paper, item), ...unknown(paper, item)]),
    ({ where, message }) => where + message,
  );
