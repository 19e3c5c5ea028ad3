import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, pressButton } from '../../support/personal-page.ts';
import { type FormBench, openFormBench } from './form-bench.ts';

let form: FormBench;
beforeEach(async () => {
  form = await openFormBench();
});
afterEach(() => form.close());

const codeIn = (text: string) => /kvittering ([0-9A-Z]{4}-[0-9A-Z]{2})/.exec(text)?.[1] ?? 'none';
const objection = { itemNumber: '2', text: 'Der blev sagt 50.' };

describe('opening the pages', () => {
  it.each(['', 'referat', 'godkend', 'fortryd', 'indsigelse', 'forskelle'])(
    '/%s changes nothing',
    async (part) => {
      const before = form.events.length;
      for (const method of ['GET', 'HEAD']) expect((await form.page(part, { method })).status).toBe(200);
      expect(form.events.length).toBe(before);
    },
  );

  it('says whose they are, what is asked until when, and what silence means', async () => {
    const { text } = await form.page();
    expect(text).toContain('Siden hører til Bo Bisidder-Prøve.');
    expect(text).toContain('Læs referatet, og svar senest onsdag den 24. september 2025 kl. 24.00.');
    expect(text).toContain('Hører vi ikke fra dig, er referatet godkendt (forretningsordenens punkt 6).');
  });

  it('shows the text to whoever asked for it, and is the notice from then on', async () => {
    expect((await form.page('referat')).text).not.toContain('Praktikpladser');
    const read = await pressButton(await form.page());
    expect(read.text).toContain('Praktikpladser');
    expect(form.eventsOf('bo')).toEqual(['NoticeSent', 'NoticeDelivered']);
    await pressButton(await form.page());
    expect(form.eventsOf('bo')).toHaveLength(2);
  });
});

describe('answering', () => {
  it('approves after a yes, with a receipt that stays', async () => {
    const receipt = await pressButton(await form.page('godkend'));
    expect(receipt.text).toContain('Din godkendelse er gemt');
    expect(form.eventsOf('bo')).toEqual(['NoticeSent', 'ApprovalGiven', 'NoticeDelivered']);
    const code = codeIn(receipt.text);
    expect((await form.page(`kvittering/${code}`)).text).toContain('Din godkendelse er gemt');
    expect((await form.page()).text).toContain(`kvittering ${code}`);
  });

  it('counts a doubled press once, with the same receipt (R5)', async () => {
    const confirm = await form.page('godkend');
    const [first, second] = [await pressButton(confirm), await pressButton(confirm)];
    expect(codeIn(second.text)).toBe(codeIn(first.text));
    expect(form.eventsOf('bo').filter((type) => type === 'ApprovalGiven')).toHaveLength(1);
  });

  it('takes an approval back', async () => {
    await pressButton(await form.page('godkend'));
    const receipt = await pressButton(await form.page('fortryd'));
    expect(receipt.text).toContain('Din godkendelse er trukket tilbage');
    expect((await form.page()).text).toContain('Godkend …');
  });

  it('objects to an item, in place and with a wording, and takes it back', async () => {
    const more = { passage: '40 pladser', proposedWording: 'Udvalget anbefaler 50 pladser.' };
    const receipt = await pressButton(await form.page('indsigelse'), { ...objection, ...more });
    expect(receipt.text).toContain('Din indsigelse er modtaget');
    expect(receipt.text).toContain('Formand og referent ser din indsigelse.');
    const raised = form.events.find(({ event }) => event.type === 'ObjectionRaised')?.event;
    expect(raised).toMatchObject({ objection: { itemNumber: 2, text: 'Der blev sagt 50.', ...more } });
    const start = await form.page();
    const part = /href="[^"]*\/(traek-tilbage\/[0-9a-f]+)"/.exec(start.html)?.[1] ?? 'none';
    const confirm = await form.page(part);
    expect(confirm.text).toContain('Der blev sagt 50.');
    expect((await pressButton(confirm)).text).toContain('Din indsigelse er trukket tilbage');
    expect(form.eventsOf('bo').at(-1)).toBe('ObjectionWithdrawn');
  });

  it('keeps what was written when something is missing, and sends nothing', async () => {
    const again = await pressButton(await form.page('indsigelse'), {
      itemNumber: '',
      text: '  ',
      passage: '<40> & "flere"',
    });
    expect(again.status).toBe(422);
    expect(again.html).toContain('<title>Fejl: Gør indsigelse');
    expect(again.text).toContain('Vælg det punkt, indsigelsen gælder.');
    expect(again.text).toContain('Skriv, hvad der er forkert eller mangler.');
    expect(again.html).toContain('\n&lt;40&gt; &amp; &quot;flere&quot;</textarea>');
    expect(form.eventsOf('bo')).toEqual(['NoticeSent']);
    const sent = await pressButton(again, objection);
    expect(sent.text).toContain('Din indsigelse er modtaget');
  });

  it('takes a long objection, and says which field is too long', async () => {
    const long = await pressButton(await form.page('indsigelse'), {
      itemNumber: '0',
      text: 'æ'.repeat(8_001),
    });
    expect(long.status).toBe(422);
    expect(long.text).toContain(
      'Feltet ”Hvad er forkert eller mangler?” er for langt. Skriv højst 8.000 tegn.',
    );
    expect((await pressButton(long, { itemNumber: '0', text: 'æ'.repeat(8_000) })).text).toContain(
      'er modtaget',
    );
  });

  it.each([
    ['godkend', 'Du har en indsigelse, der ikke er trukket tilbage'],
    ['fortryd', 'Du har ingen godkendelse at trække tilbage'],
  ])('is refused in words, at /%s', async (part, words) => {
    const confirm = await form.page('godkend');
    await pressButton(await form.page('indsigelse'), objection);
    const action = confirm.html.replaceAll('/godkend"', `/${part}"`);
    const refused = await pressButton({ ...confirm, html: action });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(words);
  });

  it('of a member whose card reached them in Teams is told by the same link', async () => {
    const confirm = await openPage(`${form.linkOf('mads')}/godkend`);
    expect((await pressButton(confirm)).text).toContain('Din godkendelse er gemt');
    expect(form.eventsOf('mads')).toEqual(['NoticeDelivered', 'ApprovalGiven']);
  });
});
