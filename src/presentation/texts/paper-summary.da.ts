import type { Finding, MeetingPaper, PaperItem } from '../../domain/meeting/meeting-paper.ts';
import { danishCount, danishDate, danishTimeSpan } from '../danish-format.ts';

/** A read paper on a terminal: head, people, items, and what a person must look at. */
export const paperSummary = (paper: MeetingPaper, findings: readonly Finding[]): string => {
  const { committee, date, from, to, place, theme } = paper;
  const when = date === undefined ? 'ingen sikker dato' : danishDate(date);
  const hours = from === undefined || to === undefined ? '' : ` ${danishTimeSpan(from, to)}`;
  const where = [place?.site, place?.street, place?.room].filter((part) => part !== undefined).join(', ');
  return [
    `${committee}: møde ${when}${hours}`,
    ...(where === '' ? [] : [`Sted: ${where}`]),
    ...(theme === undefined ? [] : [`Tema: ${theme}`]),
    `Personer: ${peopleLine(paper)}`,
    '',
    ...paper.items.map(itemLine),
    '',
    findings.length === 0
      ? 'Der er ikke fundet noget tvivlsomt.'
      : `${danishCount(findings.length, 'sted', 'steder')} at se efter:`,
    ...findings.map(({ where: location, message }) => `- ${message} (${location})`),
  ].join('\n');
};

const peopleLine = ({ participants }: MeetingPaper): string => {
  const count = (list: string) => participants.filter((each) => each.list === list).length;
  return `${count('deltager')} deltagere, ${count('tilforordnet')} tilforordnede, ${count('afbud')} afbud`;
};

const itemLine = ({ number, title, presenters, annexes }: PaperItem): string => {
  const presented = presenters.length === 0 ? '' : ` v. ${presenters.join(', ')}`;
  const attached =
    annexes.length === 0 ? '' : ` (${annexes.map((annex) => `bilag ${annex.number}`).join(', ')})`;
  return `${number}. ${title}${presented}${attached}`;
};
