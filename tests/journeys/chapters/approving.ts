import { expect } from 'vitest';
import { actionOf, until } from '../../support/local-person.ts';
import {
  approve,
  editDraft,
  edited,
  folder,
  inChat,
  minutesCard,
  object,
  objection,
  objectionCard,
  openSending,
  receiptIn,
  rule,
  ruling,
  type Story,
  sendVersion,
} from '../story.ts';
import { wordsOf } from '../word-file.ts';

/** What the secretary writes in Word is what is sent; a file changed after her look is not. */
export async function sendsWhatTheFileSays(told: Story): Promise<void> {
  await editDraft(told, edited.from, 'Dagsordenen blev godkendt uden videre.');
  await told.teams.moveClock({ local: '2023-12-11T10:00' });
  const looked = await openSending(told, 1);
  expect(looked.text).toContain(
    '8 personer bliver spurgt og kan svare indtil fredag den 22. december 2023 kl. 24.00.',
  );
  await editDraft(told, 'Dagsordenen blev godkendt uden videre.', edited.to);
  const refused = await looked.send();
  expect(refused.text).toContain(
    'Referatets Word-fil er ændret, siden du så den igennem. Der er ikke sendt noget.',
  );
  expect(await told.mette.cardsWith(['Vigtigste beslutninger'])).toEqual([]);

  const sent = await (await openSending(told, 1)).send();
  expect(sent.text).toBe(
    'Version 1 er sendt til godkendelse. 8 personer er spurgt, og de kan svare indtil fredag den 22. december 2023 kl. 24.00.',
  );
  const card = await minutesCard(told.mette, 1);
  expect(card.text).toContain('Læs referatet, og svar senest fredag den 22. december 2023 kl. 24.00.');
  expect(card.text).toContain('Hører vi ikke fra dig, er referatet godkendt (forretningsordenens punkt 6).');
  expect(card.text).toContain(edited.to);
  const version = await until('version 1 as Word', async () =>
    (await told.teams.documents()).find(
      ({ path }) => path.startsWith(folder) && path.endsWith('version 1.docx'),
    ),
  );
  expect(version.note).toBe('version 1 · sendt til godkendelse');
  expect(wordsOf(await told.teams.open(version.href))).toContain(edited.to);
}

/** An approval has one receipt, however often it is pressed; an objection is counted and not told. */
export async function approvalAndObjection(told: Story): Promise<void> {
  await told.teams.moveClock({ local: '2023-12-12T10:12' });
  const card = await minutesCard(told.mette, 1);
  told.kept.oldCard = await minutesCard(told.bo, 1);
  const approval = actionOf(card, 'minutes.approve');
  const presses = await Promise.all([1, 2, 3].map(() => told.mette.press(card, approval)));
  expect(new Set(presses.map(({ text }) => receiptIn(text))).size).toBe(1);
  expect(presses[0]?.text).toContain('Du har godkendt tirsdag den 12. december 2023 kl. 10.12 · kvittering ');

  const objected = await object(told);
  expect(objected.text).toContain(
    'Din indsigelse er modtaget. Modtaget tirsdag den 12. december 2023 kl. 10.12',
  );
  expect(objected.text).toContain('Formand og referent ser din indsigelse.');
  const shared = await inChat(told, ['version 1', '2 af 8 har svaret · 1 indsigelse']);
  expect(shared.text).not.toContain(objection.text);
  expect(shared.text).not.toContain('Pia');
  expect((await minutesCard(told.pia, 1)).text).toContain(
    `Du har gjort indsigelse mod punkt 6 tirsdag den 12. december 2023 kl. 10.12 · kvittering ${receiptIn(objected.text)}`,
  );
}

/** Chair and minute-taker see the objection beside today’s words, and the chair’s ruling goes to the objector. */
export async function rulingOnObjection(told: Story): Promise<void> {
  for (const ruler of [told.karen, told.sanne]) {
    const card = await objectionCard(ruler);
    expect(card.text).toContain('Pia Skrøne');
    expect(card.text).toContain(objection.proposedWording);
    expect(card.text).toContain('Sådan står der nu');
  }
  expect(await told.mette.cardsWith([objection.text])).toEqual([]);
  expect((await rule(told)).text).toContain('Afgørelsen er gemt. Indsigelsen er taget til følge.');
  const ruled = await told.pia.cardWith(['Din indsigelse er taget til følge']);
  expect(ruled.text).toContain(ruling.reason);
  await told.sanne.cardWith(['Indsigelse modtaget', 'Indsigelsen er taget til følge.']);
}

/** Version 2 says what was changed and opens a window of its own; a press on version 1 is not counted. */
export async function secondVersion(told: Story): Promise<void> {
  await told.teams.moveClock({ local: '2023-12-18T09:00' });
  const sent = await sendVersion(told, 2);
  expect(sent.text).toContain('Version 2 er sendt til godkendelse.');
  expect(sent.text).toContain('onsdag den 27. december 2023 kl. 24.00');
  const card = await minutesCard(told.mette, 2);
  expect(card.text).toContain('Ændret siden version 1: punkt 6 (Beslutning).');
  expect(card.text).toContain(ruling.decision);
  expect(card.text).toContain(
    'Den nye version har sin egen frist, 7 dage efter udsendelsen, flyttet på grund af en weekend eller helligdag.',
  );
  expect(card.buttons).toContain('Godkend');

  const superseded = await told.mette.cardWith(['version 1', 'Version 2 er sendt ud']);
  expect(superseded.buttons).toEqual([]);
  const oldCard = told.kept.oldCard ?? superseded;
  const press = await told.bo.press(oldCard, actionOf(oldCard, 'minutes.approve'));
  expect(press.text).toContain('Version 2 er sendt ud. Kortet, du svarede på, viser en ældre tekst');
  await inChat(told, ['version 2', '0 af 8 har svaret · 0 indsigelser']);
}

/** Version 2 is approved from the own chat and from the shared one, with a receipt each. */
export async function approvalsOfSecond(told: Story): Promise<void> {
  const own = await approve(told.mette, 2);
  expect(own.text).toContain(`kvittering ${receiptIn(own.text)}`);
  const shared = await inChat(told, ['version 2', 'har svaret']);
  const approval = actionOf(shared, 'minutes.approve');
  const first = await told.bo.press(shared, approval);
  const second = await told.bo.press(shared, approval);
  expect(first).toMatchObject({ kind: 'message', text: expect.stringContaining('Din godkendelse er gemt.') });
  expect(second.text).toContain('Det tæller én gang.');
  expect(receiptIn(second.text)).toBe(receiptIn(first.text));
  expect(receiptIn(first.text)).not.toBe(receiptIn(own.text));
  await inChat(told, ['version 2', '2 af 8 har svaret · 0 indsigelser']);
}
