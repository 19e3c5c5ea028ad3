import { describe, expect, it } from 'vitest';
import { pressOf, sentMinutes } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep, typesOf, wanted } from '../../support/committee-bench.ts';
import { danish } from '../../support/danish-calendar.ts';
import { know } from '../../support/mailed-committee.ts';

/** Three days before the last day, moved back from a Sunday to the Friday before. */
const morning = '2025-09-19 08:00';

type Sent = Awaited<ReturnType<typeof sentMinutes>>;

const remindersOf = ({ events }: Sent) =>
  events.flatMap(({ stream, event }) =>
    event.type === 'ReminderDelivered' ? [stream.split('/').at(-1)] : [],
  );

describe('a reminder', () => {
  it('falls due in the morning some days before the deadline, and goes to the silent only', async () => {
    const bench = await sentMinutes();
    await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'mads')));
    await drain(bench);
    bench.setTime('2025-09-19 07:59:59');
    await sweep(bench);
    expect(typesOf(bench)).not.toContain('MembersReminded');
    bench.setTime(morning);
    await sweep(bench);
    expect(bench.events.at(-1)).toMatchObject({
      actor: { system: 'sweep' },
      event: { type: 'MembersReminded', version: 1, number: 1, persons: ['frida', 'bo'] },
    });
    expect(await wanted(bench)).toEqual(['minutes-reminder 1 → bo', 'minutes-reminder 1 → frida']);
    await sweep(bench);
    expect(typesOf(bench).filter((type) => type === 'MembersReminded')).toHaveLength(1);
  });

  it('has the buttons of the card it reminds of, and is recorded when it came', async () => {
    const bench = await sentMinutes();
    bench.setTime(morning);
    await sweep(bench);
    await drain(bench);
    const reminder = bench.messenger.shown('bo', 'minutes-reminder');
    const card = bench.messenger.shown('bo', 'minutes-for-approval');
    expect(reminder).toEqual({ ...card, card: 'minutes-reminder', number: 1, nonce: reminder?.nonce });
    expect(remindersOf(bench).toSorted()).toEqual(['bo', 'frida', 'mads']);
    const press = { ...pressOf(bench, 'bo'), nonce: reminder?.nonce ?? '' };
    await mustBeDone(bench.useCases.approveMinutes(press));
    await drain(bench);
    expect(bench.messenger.shown('bo', 'minutes-reminder')?.mine).toMatchObject({ stance: 'approved' });
    expect(bench.messenger.shown('mads', 'minutes-reminder')?.mine).toEqual({ stance: 'silent' });
  });

  it('is not shown to whoever answered before it was carried out', async () => {
    const bench = await sentMinutes();
    bench.setTime(morning);
    await sweep(bench);
    await mustBeDone(bench.useCases.approveMinutes(pressOf(bench, 'bo')));
    await drain(bench);
    expect(bench.messenger.shown('bo', 'minutes-reminder')).toBeUndefined();
    expect(remindersOf(bench).toSorted()).toEqual(['frida', 'mads']);
  });

  it('shows the result like every other card, and comes to nobody after it', async () => {
    const bench = await sentMinutes();
    bench.setTime(morning);
    await sweep(bench);
    await drain(bench);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.messenger.shown('bo', 'minutes-reminder')?.state).toEqual({
      kind: 'closed',
      result: 'approvedTacitly',
    });
    expect(await bench.readModels.due(danish('2026-01-01 00:00'), 10)).toEqual([]);
  });

  it('waits for working hours, and is not sent once the deadline is over', async () => {
    const bench = await sentMinutes();
    bench.setTime('2025-09-19 22:00');
    await expect(sweep(bench)).rejects.toThrow('working hours');
    expect(typesOf(bench)).not.toContain('MembersReminded');
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    await drain(bench);
    expect(bench.events.find(({ event }) => event.type === 'MembersReminded')?.event).toMatchObject({
      persons: [],
    });
    expect(remindersOf(bench)).toEqual([]);
  });

  it('goes by the channel that reaches the person: by mail where Teams does not, and not at all where nothing does', async () => {
    const bench = await sentMinutes();
    await know(bench, 'bo', { identities: [], email: 'bo@prøve.example' });
    await know(bench, 'mads', { identities: [] });
    bench.setTime(morning);
    await sweep(bench);
    expect(await wanted(bench)).toEqual(['mail minutes-reminder 1 → bo', 'minutes-reminder 1 → frida']);
  });
});
