import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendDraft } from '../../support/bench-story.ts';
import { drain, mustBeDone, sweep, writeDraft } from '../../support/committee-bench.ts';
import { openPage, pressButton } from '../../support/personal-page.ts';
import { type FormBench, openFormBench } from './form-bench.ts';

let form: FormBench;
beforeEach(async () => {
  form = await openFormBench();
});
afterEach(() => form.close());

const objection = { itemNumber: '2', text: 'Der blev sagt 50.' };

describe('when it is over', () => {
  it('a version that another took the place of is closed to answers, and says so', async () => {
    const [approving, objecting] = [await form.page('godkend'), await form.page('indsigelse')];
    form.setTime('2025-09-13 10:00');
    await writeDraft(form, form.meetingId, (paper) => ({ ...paper, theme: 'Et andet tema' }));
    await sendDraft(form);
    await drain(form);
    const start = await form.page();
    expect(start.text).toContain('Version 2 er sendt ud.');
    expect(start.text).not.toContain('Det kan du gøre');
    expect((await form.page('indsigelse')).text).toContain('Version 2 er sendt ud.');
    const late = await pressButton(approving);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Svaret er ikke talt med.');
    // R4: an objection that was written while the version stood is kept with it
    expect((await pressButton(objecting, objection)).text).toContain('Din indsigelse er modtaget');
  });

  it('an act after the deadline is refused; an objection is kept as a late remark', async () => {
    const approving = await form.page('godkend');
    form.setTime('2025-09-25 00:00');
    const refused = await pressButton(approving);
    expect(refused.text).toContain('Fristen udløb onsdag den 24. september 2025 kl. 24.00');
    const remark = await pressButton(await form.page('indsigelse'), objection);
    expect(remark.text).toContain('gemt som en sen bemærkning');
    expect(form.eventsOf('bo')).toContain('LateRemarkMade');
    expect(form.eventsOf('bo')).not.toContain('ObjectionRaised');
  });

  it('a decided version says how it ended', async () => {
    await pressButton(await form.page());
    form.setTime('2025-09-25 00:02');
    await sweep(form);
    const { text } = await form.page();
    expect(text).toContain('Referatet er godkendt: ingen indsigelser inden fristen.');
    expect(text).toContain('Skriv en sen bemærkning …');
    expect(text).not.toContain('Godkend …');
  });

  it('a request that came in time holds the closing up until it is answered (R3)', async () => {
    const confirm = await form.page('godkend');
    const [arrived, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    form.through({
      approveMinutes: async (request) => {
        arrived.resolve();
        await goOn.promise;
        return form.useCases.approveMinutes(request);
      },
    });
    form.setTime('2025-09-24 23:59');
    const pressed = pressButton(confirm);
    await arrived.promise;
    form.setTime('2025-09-25 00:02');
    const deadline = Temporal.Instant.from('2025-09-24T22:02:00Z');
    expect(await form.useCases.closeMinutes(form.meetingId, 1, deadline)).toBe(false);
    goOn.resolve();
    expect((await pressed).text).toContain('Din godkendelse er gemt');
    expect(await form.useCases.closeMinutes(form.meetingId, 1, deadline)).toBe(true);
  });

  it('somebody who has no seat any more is told that, and nothing else', async () => {
    const event = { type: 'MandateEnded', personId: 'bo', until: form.clock.now().toString() } as const;
    await form.log.transact({
      load: {},
      decide: () => ({
        result: undefined,
        append: [{ stream: 'committee/luu', events: [event] }],
        at: form.clock.now(),
      }),
    });
    const page = await form.page();
    expect(page.status).toBe(403);
    expect(page.text).toContain('Du har ikke plads i udvalget lige nu');
    expect(page.text).not.toContain('Referat');
  });

  it('an act acknowledged in Teams shows here as well', async () => {
    const card = form.messenger.shown('mads', 'minutes-for-approval');
    if (card === undefined) throw new TypeError('no card');
    const press = { ...form.by('mads'), meetingId: form.meetingId, version: 1, hash: card.hash, nonce: 'n' };
    const { receipt } = await mustBeDone(form.useCases.approveMinutes(press));
    expect((await openPage(form.linkOf('mads'))).text).toContain(receipt);
  });
});
