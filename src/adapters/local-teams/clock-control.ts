import { z } from 'zod';
import { danishZone } from '../../domain/calendar/danish-time.ts';
import { capitalised, danishDate, danishDeadline, danishTime } from '../../presentation/danish-format.ts';
import { localPageTexts } from '../../presentation/texts/local-page.da.ts';
import type { DemoClock } from './contract.ts';
import { HttpFault } from './http-parts.ts';

/** How far: to a named point, to a moment, to Danish local time, or a number of days with the time of day kept. */
export const clockWish = z.union([
  z.strictObject({ to: z.enum(['deadline', 'pastDeadline']) }),
  z.strictObject({ instant: z.iso.datetime({ offset: true }) }),
  z.strictObject({ local: z.iso.datetime({ local: true }) }),
  z.strictObject({ days: z.int().min(1).max(366) }),
]);

/** Enough for the sweep that closes a deadline to have run, its period of grace included. */
const pastDeadline = Temporal.Duration.from({ minutes: 5 });
/** A slip of the keyboard must not carry the demo to a year without a way back. */
const farthest = { years: 5 };

/** Moves the demo's clock forward; backward is refused, because what has happened has happened. */
export async function moveClock(clock: DemoClock, wish: z.infer<typeof clockWish>): Promise<void> {
  const now = clock.now();
  const target = await targetOf(clock, now, wish);
  const limit = now.toZonedDateTimeISO(danishZone).add(farthest).toInstant();
  if (Temporal.Instant.compare(target, now) <= 0) {
    throw new HttpFault(409, 'OnlyForward', localPageTexts.clock.onlyForward);
  }
  if (Temporal.Instant.compare(target, limit) > 0) {
    throw new HttpFault(409, 'TooFar', localPageTexts.clock.tooFar);
  }
  await clock.advanceTo(target);
}

/** For programs, and in Danish for people; `local` as a date-time field of a page takes it. */
export async function describeClock(clock: DemoClock) {
  const deadline = await clock.nextDeadline();
  const now = clock.now();
  const local = now.toZonedDateTimeISO(danishZone).toPlainDateTime();
  return {
    now: now.toString(),
    nextDeadline: deadline?.toString() ?? null,
    date: capitalised(danishDate(now)),
    time: danishTime(now),
    deadline: deadline === undefined ? null : capitalised(danishDeadline(deadline)),
    local: local.toString({ smallestUnit: 'minute' }),
  };
}

async function targetOf(
  clock: DemoClock,
  now: Temporal.Instant,
  wish: z.infer<typeof clockWish>,
): Promise<Temporal.Instant> {
  if ('instant' in wish) return Temporal.Instant.from(wish.instant);
  if ('local' in wish) return Temporal.PlainDateTime.from(wish.local).toZonedDateTime(danishZone).toInstant();
  if ('days' in wish) return now.toZonedDateTimeISO(danishZone).add({ days: wish.days }).toInstant();
  const deadline = await clock.nextDeadline();
  if (deadline === undefined) throw new HttpFault(409, 'NoDeadline', localPageTexts.clock.noDeadline);
  return wish.to === 'deadline' ? deadline : deadline.add(pastDeadline);
}
