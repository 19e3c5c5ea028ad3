import fc from 'fast-check';
import type { RowChange } from '../../../src/ports/read-models.ts';
import { someInstant } from '../../contracts/told-events.ts';

const id = fc.constantFrom('x', 'y', 'z');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Leaves out what is undefined, as events do. */
function given(change: object): RowChange {
  return JSON.parse(JSON.stringify(change)) as RowChange;
}

function answerRow(row: object, told: number | undefined): RowChange {
  const { row: kept } = given({ model: 'answer', row });
  const toldAt = told === undefined ? {} : { toldAt: someInstant.add({ hours: told }) };
  return { model: 'answer', row: { ...kept, ...toldAt } } as RowChange;
}

function dueRow(key: string, hours: number | null): RowChange {
  return { model: 'due', row: { key, at: hours === null ? null : someInstant.add({ hours }) } };
}

/** Any change of any read model, often of the same few rows. */
export const arbitraryChange: fc.Arbitrary<RowChange> = fc.oneof(
  fc
    .record({ meetingId: id, committeeId: maybe(id), date: maybe(id), situation: maybe(id) })
    .map((row) => given({ model: 'meeting', row })),
  fc
    .record({
      meetingId: id,
      version: fc.integer({ min: 1, max: 2 }),
      personId: id,
      stance: maybe(fc.constantFrom('silent', 'approved', 'objected')),
      reached: maybe(fc.boolean()),
      told: maybe(fc.integer({ min: 0, max: 3 })),
    })
    .map(({ told, ...row }) => answerRow(row, told)),
  fc
    .record({ receipt: id, meetingId: id, version: fc.integer({ min: 1, max: 2 }), personId: id })
    .map((row) => ({ model: 'receipt', row }) as const),
  fc
    .record({ committeeId: id, name: maybe(id), conversationId: maybe(id) })
    .map((row) => given({ model: 'committee', row })),
  fc
    .record({ key: id, hours: fc.option(fc.integer({ min: 0, max: 9 })) })
    .map(({ key, hours }) => dueRow(key, hours)),
);
