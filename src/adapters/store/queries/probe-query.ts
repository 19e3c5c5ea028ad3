import type { Dialect } from './dialect.ts';
import { statement } from './statement.ts';

/** Writes durably, and changes nothing. */
export function probeQuery({ db }: Dialect) {
  return statement<object>('probe', () =>
    db
      .insertInto('meta')
      .values({ name: 'probe', value: '' })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: '' })),
  );
}
