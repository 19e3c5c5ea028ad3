import type { Finding, MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';
import { findingTexts } from '../../../presentation/texts/paper.da.ts';
import { calendarDay, type PrintedDate, printedDates } from './danish-dates.ts';
import { firstAfter, lastBefore, type MeetingDate, nearestFittingYear } from './meeting-date.ts';
import { onceEach, type Place, placesOf } from './paper-places.ts';

const headFindings = (read: MeetingDate): readonly Finding[] => {
  const at = (code: Finding['code'], message: string): readonly Finding[] => [
    { code, where: 'date', message },
  ];
  if (read.printed === undefined) return at('date.missing', findingTexts.dateMissing());
  if (read.date === undefined) {
    return read.proposed
      ? at('date.year-missing', findingTexts.yearMissingNoProposal(read.printed))
      : at('date.missing', findingTexts.dateMissing());
  }
  if (read.proposed) return at('date.year-missing', findingTexts.yearMissing(read.printed, read.date));
  if (read.weekdayMismatch === undefined) return [];
  const { proposal } = read.weekdayMismatch;
  return at('date.year-wrong', findingTexts.weekdayDoesNotFit(read.printed, read.date, proposal));
};

const next = /(?:næste|kommende)\s+(?:ordinære\s+)?møde\P{L}[^.?!\n]{0,40}$|næste gang[^.?!\n]{0,30}$/iu;
const earlier =
  /(?:referat\p{L}*\s+(?:fra|af)\s+(?:det\s+)?(?:sidste\s+|forrige\s+|seneste\s+)?|sidste\s+|forrige\s+|seneste\s+)møde\p{L}*\P{L}[^.?!\n]{0,20}$/iu;

/** "d." before the date is an abbreviation, no end of a sentence. */
const before = (place: Place, date: PrintedDate): string =>
  place.text
    .slice(Math.max(0, date.at - 120), date.at)
    .replaceAll(/\s+/gu, ' ')
    .replace(/(?<!\p{L})d\.\s*$/u, '');

const judged = (
  place: Place,
  date: PrintedDate,
  meeting: Temporal.PlainDate | undefined,
): string | undefined => {
  const day = date.year === undefined ? undefined : calendarDay(date.year, date.month, date.day);
  if (day === undefined) return undefined;
  if (date.weekday !== undefined && day.dayOfWeek !== date.weekday) {
    return findingTexts.weekdayDoesNotFit(date.printed, day, nearestFittingYear(date, day.year));
  }
  if (meeting === undefined) return undefined;
  const words = `${before(place, date)} `;
  const order = Temporal.PlainDate.compare(day, meeting);
  const after = order <= 0 && next.test(words) ? firstAfter(day, meeting) : undefined;
  if (after !== undefined) return findingTexts.nextMeetingInThePast(date.printed, after);
  const past = order >= 0 && earlier.test(words) ? lastBefore(day, meeting) : undefined;
  return past === undefined ? undefined : findingTexts.earlierMeetingInTheFuture(date.printed, past);
};

/** The meeting's own date, and every date of the items whose year cannot be. */
export const findDates = (paper: MeetingPaper, read: MeetingDate): readonly Finding[] => [
  ...headFindings(read),
  ...onceEach(
    placesOf(paper).flatMap((place) =>
      printedDates(place.text).flatMap((date) => {
        const message = judged(place, date, read.date);
        return message === undefined
          ? []
          : [{ code: 'date.year-wrong' as const, where: place.where, message }];
      }),
    ),
    ({ where, message }) => where + message,
  ),
];
