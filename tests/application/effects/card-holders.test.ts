import { expect, it } from 'vitest';
import { pressOf, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep } from '../../support/committee-bench.ts';
import { seat } from '../../support/invented-committee.ts';

it('R6: whoever got the right after the sending and used it sees the decision on their card too', async () => {
  const bench = await sentMinutes();
  const at = bench.clock.now();
  const mandates = [seat('ida', { from: at.toString() })];
  await bench.log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: [{ stream: 'committee/luu', events: [{ type: 'MandatesGranted', mandates }] }],
      at,
    }),
  });
  await bench.log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: [
        {
          stream: 'people',
          events: [
            {
              type: 'PeopleRegistered',
              people: [
                {
                  personId: 'ida',
                  name: 'Ida Indtrådt-Prøve',
                  title: '',
                  organisationId: 'prøvekommune',
                  identities: [{ tenantId: 'aaaaaaaa-0000-4000-8000-000000000001', objectId: 'ida' }],
                },
              ],
            },
          ],
        },
      ],
      at,
    }),
  });
  await mustBeDone(bench.useCases.approveMinutes({ ...pressOf(bench, 'mads'), ...bench.by('ida') }));
  await drain(bench);
  expect(bench.messenger.shown('ida', 'minutes-for-approval')?.state).toEqual({ kind: 'open' });
  bench.setTime('2025-09-25 00:03');
  await sweep(bench);
  await drain(bench);
  expect(bench.messenger.shown('ida', 'minutes-for-approval')?.state).toMatchObject({ kind: 'closed' });
});
