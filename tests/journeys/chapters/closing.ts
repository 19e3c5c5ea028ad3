import { expect } from 'vitest';
import { until } from '../../support/local-person.ts';
import { beginningOf, committee, folder, inChat, minutesCard, nextStep, type Story } from '../story.ts';
import { wordsOf } from '../word-file.ts';

const noteOf = async ({ teams }: Story, ending: string) =>
  (await teams.documents()).find(
    ({ path }) => path.startsWith(`${folder}/Referat/Referat `) && path.endsWith(ending),
  )?.note;

/** At the deadline nothing counts any more, and a little later the silence has approved. */
export async function silenceApproves(told: Story): Promise<void> {
  await told.teams.moveClock({ to: 'deadline' });
  expect((await told.teams.clock()).now).toMatch(/^2023-12-27T23:00:0/);
  const late = await told.karen.press(await minutesCard(told.karen, 2), { verb: 'minutes.approve' });
  expect(late.text).toContain('Fristen udløb onsdag den 27. december 2023 kl. 24.00');
  expect((await told.teams.happenings()).some(({ text }) => text.includes('er afgjort'))).toBe(false);
  await told.teams.moveClock({ to: 'pastDeadline' });
  const outcome = await told.mette.cardWith([
    'Referatet er godkendt: ingen indsigelser inden fristen.',
    '8 personer er spurgt',
  ]);
  expect(outcome.text).toContain(
    '8 personer er spurgt · 2 har godkendt · 0 har gjort indsigelse · 6 har ikke svaret',
  );
  for (const [words, beginning] of [
    ['Åbn referat', '%PDF'],
    ['Åbn i Word', 'PK\u0003\u0004'],
  ]) {
    const link = outcome.links.find((each) => each.words === words);
    expect(await beginningOf(told, link?.href)).toBe(beginning);
  }
  const shared = await inChat(told, ['version 2', 'Referatet er godkendt: ingen indsigelser inden fristen.']);
  expect(shared.buttons).toEqual([]);
  await nextStep(told, 'Mødet er ført til ende');
}

/** The library says of each paper what became of it. */
export async function stampedPapers(told: Story): Promise<void> {
  for (const ending of ['version 2.docx', 'version 2.pdf']) {
    const note = await until('the stamp', async () => {
      const found = await noteOf(told, ending);
      return found?.includes('godkendt') === true && found;
    });
    expect(note).toMatch(/^version 2 · Referatet er godkendt · /);
    expect(await noteOf(told, ending.replace('2', '1'))).toBe('version 1 · sendt til godkendelse');
  }
  const evidence = await until('the paper on the decision', async () =>
    (await told.teams.documents()).find(({ path }) =>
      path.startsWith(`${folder}/Referat/Godkendelsesforløb `),
    ),
  );
  expect(evidence.note).toBe('version 2 · Referatet er godkendt');
  expect(await beginningOf(told, evidence.href)).toBe('%PDF');
  const files = (await told.teams.documents()).filter(({ path }) => path.startsWith(`${folder}/Referat/`));
  expect(files.map(({ path }) => path)).toHaveLength(6);
}

/** Whoever serves the committee sees who answered what; a member sees the own act by its receipt. */
export async function courseAndReceipt(told: Story): Promise<void> {
  const step = await nextStep(told, 'Se forløbet');
  const course = await told.sanne.openDialog(step, { title: 'Se forløbet' });
  for (const words of [
    'Version 1 blev sendt til 8 personer',
    'gjorde indsigelse mod punkt 6',
    'Resultat: Referatet er godkendt.',
  ])
    expect(course.text).toContain(words);
  const { receipt } = /godkendte · kvittering (?<receipt>[A-Z0-9]{4}-[A-Z0-9]{2})/.exec(
    course.text.split('Version 2').at(-1) ?? '',
  )?.groups ?? { receipt: 'none' };
  await told.mette.say(`status ${receipt?.toLowerCase().replace('-', ' ')}`);
  const answer = await told.mette.cardWith([`Kvittering ${receipt}`]);
  for (const words of ['godkendte du version 2', 'Godkendelsen står.', 'ingen indsigelser inden fristen'])
    expect(answer.text).toContain(words);
  await told.bo.say(`status ${receipt}`);
  await told.bo.cardWith(['Kvitteringen findes ikke blandt dine egne']);
}

/** The next meeting’s agenda says what became of these minutes. */
export async function nextAgenda(told: Story): Promise<void> {
  await told.sanne.say('hjælp');
  const menu = await told.sanne.cardWith(['Dine udvalg']);
  const planning = await told.sanne.openDialog(menu, { title: 'Planlæg møde …' });
  const planned = await planning.send({
    Udvalg: committee,
    Dato: '2024-03-15',
    Fra: '09:00',
    Til: '12:00',
    Sted: 'SOSU MV Herning',
  });
  expect(planned.text).toMatch(/^Mødet er oprettet\..*fredag den 15\. marts 2024/);
  const next = await told.sanne.cardWith(['Næste skridt', 'fredag den 15. marts 2024', 'Send dagsordenen']);
  await told.sanne.press(next, { verb: 'agenda.publish' });
  const agenda = await inChat(told, ['Møde fredag den 15. marts 2024', 'Åbn dagsorden (PDF)']);
  const item = 'Godkendelse af referat fra mødet d. 8. december 2023';
  expect(agenda.text).toContain(item);
  const about = await told.mette.openDialog(agenda, { title: `Læs mere om punkt 2, ${item}` });
  const word = await until('the agenda as Word', async () =>
    (await told.teams.documents()).find(({ path }) => path.includes('2024-03-15') && path.endsWith('.docx')),
  );
  const words = wordsOf(await told.teams.open(word.href));
  for (const text of [about.text, words]) {
    expect(text).toMatch(/Undervejs kom der 1 indsigelse.*taget til følge/);
    expect(text).toContain('onsdag den 27. december 2023 kl. 24.00');
    expect(text).toMatch(/godkendt i version 2 efter forretningsordenens punkt 6/);
  }
}

/** In the end nothing waits, nothing was given up, and the log is whole. */
export async function nothingWaits({ program }: Story): Promise<void> {
  await until('an empty outbox', async () => (await program.ask('status')).out.includes(' 0 venter,'));
  expect((await program.ask('status')).out).toMatch(
    /^Udbakke: \d+ udført, 0 venter, 0 venter på en person, 0 opgivet\.\s*$/,
  );
  expect(await program.ask('verify')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Hændelsesloggen er hel'),
  });
  const { code, err } = await program.stop();
  expect({ code, err }).toEqual({ code: 0, err: '' });
}
