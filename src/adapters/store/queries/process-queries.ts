import type { Dialect } from './dialect.ts';
import { statement } from './statement.ts';

export type BeatRow = { readonly instance: string; readonly beatAt: number; readonly workedOff: number };

/** The processes at work on the log of one school. */
export function processQueries(dialect: Dialect, school: string) {
  return { ...ownWord(dialect, school), ...fencing(dialect, school), ...wordOfAll(dialect, school) };
}

function ownWord({ db }: Dialect, school: string) {
  const alive = db.updateTable('instance').where('school', '=', school).where('ended', 'is', null);
  return {
    join: statement<{ instance: string }>('join', ({ instance }) =>
      db.insertInto('instance').values({ school, instance, beat_at: null, worked_off: null, ended: null }),
    ),
    /** Finds no row when the process was fenced, or has left. */
    beat: statement<BeatRow, { instance: string }>('beat', ({ instance, beatAt, workedOff }) =>
      alive
        .set({ beat_at: beatAt, worked_off: workedOff })
        .where('instance', '=', instance)
        .returning('instance'),
    ),
    alive: statement<{ instance: string }, { instance: string }>('alive', ({ instance }) =>
      db
        .selectFrom('instance')
        .select('instance')
        .where('school', '=', school)
        .where('instance', '=', instance)
        .where('ended', 'is', null),
    ),
    leave: statement<{ instance: string }>('leave', ({ instance }) =>
      alive.set({ ended: 'left' }).where('instance', '=', instance),
    ),
  };
}

function fencing({ db }: Dialect, school: string) {
  return {
    fence: statement<{ instance: string; before: number }>('fence', ({ instance, before }) =>
      db
        .updateTable('instance')
        .set({ ended: 'fenced' })
        .where('school', '=', school)
        .where('instance', '<>', instance)
        .where('ended', 'is', null)
        .where('beat_at', '<', before),
    ),
    fenceAll: statement<object>('fence all', () =>
      db
        .updateTable('instance')
        .set({ ended: 'fenced' })
        .where('school', '=', school)
        .where('ended', 'is', null),
    ),
  };
}

function wordOfAll({ db }: Dialect, school: string) {
  return {
    others: statement<{ instance: string }, BeatRow>('others', ({ instance }) =>
      db
        .selectFrom('instance')
        .select(['instance', 'beat_at as beatAt', 'worked_off as workedOff'])
        .where('school', '=', school)
        .where('instance', '<>', instance)
        .where('ended', 'is', null)
        .where('beat_at', 'is not', null)
        .orderBy('instance')
        .$castTo<BeatRow>(),
    ),
    lastBeat: statement<object, { at: number | null }>('last beat', () =>
      db
        .selectFrom('instance')
        .select((eb) => eb.fn.max('beat_at').as('at'))
        .where('school', '=', school),
    ),
    forgetEnded: statement<{ before: number }>('forget ended', ({ before }) =>
      db
        .deleteFrom('instance')
        .where('school', '=', school)
        .where('ended', 'is not', null)
        .where('beat_at', '<', before),
    ),
  };
}
