import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo, type LocalPerson, type LocalTeams } from '../support/local-person.ts';
import { linksIn, mailTo, openPage, pressButton } from '../support/personal-page.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';

/** The demo's own meeting; the deadline follows its rules: fourteen days after it. */
const meeting = 'torsdag den 30. november 2023';
const deadline = 'torsdag den 14. december 2023 kl. 24.00';

type World = {
  readonly program: RunningProgram;
  readonly teams: LocalTeams;
  readonly sanne: LocalPerson;
  readonly karen: LocalPerson;
};

async function block(origin: string, person: string): Promise<void> {
  await fetch(`${origin}/local/api/block`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, blocked: true }),
  });
}

/** The minutes are out; whoever is named has blocked the bot before. */
async function sendMinutes(...blocked: readonly string[]): Promise<World> {
  const program = await startProgram();
  const teams = connectTo(program.origin);
  const sanne = teams.person('sanne');
  await sanne.cardWith(['Næste skridt · LUU PA-AMU', 'Hold mødet']);
  for (const person of blocked) await block(program.origin, person);
  await teams.moveClock({ local: '2023-11-30T12:00' });
  const held = await sanne.cardWith(['Næste skridt · LUU PA-AMU', 'Gør referatet klar']);
  await sanne.press(held, { verb: 'meeting.hold' });
  const ready = await sanne.cardWith([
    'Næste skridt · LUU PA-AMU',
    'Send referatet, version 1',
    'Referat, udkast',
  ]);
  await (await sanne.openDialog(ready, { title: 'Send version 1 …' })).send();
  return { program, teams, sanne, karen: teams.person('karen') };
}

/** Papers may still be on their way into the library; what members did is another matter. */
const ofMembers = async ({ teams }: World) =>
  (await teams.happenings()).filter(({ text }) => text.includes('medlem'));

const told = async ({ teams }: World, words: string) =>
  (await teams.happenings()).filter(({ text }) => text.includes(words)).length;

describe('a member whose chat cannot be reached', () => {
  let world: World;
  let links: readonly string[];

  beforeAll(async () => {
    world = await sendMinutes('ole', 'bo');
    links = linksIn(await mailTo(world.program.origin, 'Ole Påfund', 'Referat til godkendelse'));
  });

  afterAll(() => world.program.close());

  it('is named to the secretary, with what was done about it', async () => {
    const card = await world.sanne.cardWith(['Næste skridt', 'Ole Påfund har blokeret botten i Teams']);
    expect(card.text).toContain('har fået en mail, men har ikke åbnet referatet endnu');
  });

  it('has links that a mail scanner may follow: nothing happens', async () => {
    const before = await ofMembers(world);
    expect(links).toHaveLength(3);
    for (const link of [...links, ...links.map((each) => `${each}/`)]) {
      for (const method of ['GET', 'HEAD']) {
        const page = await openPage(link, { method });
        expect(page.status).toBeLessThan(500);
        expect(page.headers.get('cache-control')).toBe('no-store');
      }
    }
    expect(await ofMembers(world)).toEqual(before);
    expect(await told(world, 'Et medlem har fået version 1 med mail')).toBe(0);
  });

  it('reads the minutes: from then on the notice has reached them', async () => {
    const start = await openPage(links[0] ?? '');
    expect(start.text).toContain('Siden hører til Ole Påfund');
    expect(start.text).toContain(`svar senest ${deadline}`);
    const read = await pressButton(start);
    expect(read.text).toContain('Oplæringsvejlederens rolle');
    expect(await told(world, 'Et medlem har fået version 1 med mail')).toBe(1);
    await pressButton(await openPage(links[0] ?? ''));
    expect(await told(world, 'Et medlem har fået version 1 med mail')).toBe(1);
  });

  it('approves in two steps, and has a receipt that is in the log', async () => {
    const confirm = await openPage(links[1] ?? '');
    expect(confirm.text).toContain(`godkende version 1 af referatet fra mødet ${meeting} i LUU PA-AMU`);
    const receipt = await pressButton(confirm);
    expect(receipt.status).toBe(200);
    expect(receipt.text).toContain('Din godkendelse er gemt');
    const code = /kvittering ([0-9A-Z]{4}-[0-9A-Z]{2})/.exec(receipt.text)?.[1] ?? 'no receipt';
    expect(receipt.url.endsWith(`/kvittering/${code}`)).toBe(true);
    expect(await told(world, 'Et medlem har godkendt version 1')).toBe(1);
    const doubled = await pressButton(confirm);
    expect(doubled.text).toContain(code);
    expect(await told(world, 'Et medlem har godkendt version 1')).toBe(1);
  });

  it('keeps silent, having opened the text: silence counts, and the outcome comes by mail', async () => {
    const mail = await mailTo(world.program.origin, 'Bo Tænkt', 'Referat til godkendelse');
    await pressButton(await openPage(linksIn(mail)[0] ?? ''));
    await world.teams.moveClock({ local: '2023-12-15T00:05' });
    await world.karen.cardWith(['Referatet er godkendt: ingen indsigelser inden fristen.']);
    const outcome = await mailTo(world.program.origin, 'Bo Tænkt', 'Referatet er godkendt');
    const page = await openPage(linksIn(outcome)[0] ?? '');
    expect(page.text).toContain('Sagen er afgjort');
    expect(page.text).not.toContain('Godkend …');
  });

  it('writes afterwards: it is kept as a late remark', async () => {
    const form = await openPage(links[2] ?? '');
    const receipt = await pressButton(form, { itemNumber: '0', text: 'Det kom for sent.' });
    expect(receipt.text).toContain('gemt som en sen bemærkning');
    expect((await world.program.ask('verify')).code).toBe(0);
  });
});

describe('a member who never opens the mail', () => {
  let world: World;

  beforeAll(async () => {
    world = await sendMinutes('ole');
  });

  afterAll(() => world.program.close());

  it('is not taken to agree: the minutes need a decision, and the person is named', async () => {
    const mail = await mailTo(world.program.origin, 'Ole Påfund', 'Referat til godkendelse');
    for (const link of linksIn(mail)) await openPage(link);
    await world.teams.moveClock({ local: '2023-12-15T00:05' });
    const card = await world.sanne.cardWith(['Næste skridt', 'Referatet kræver stillingtagen']);
    expect(card.text).toContain('Ole Påfund har blokeret botten i Teams og har fået en mail');
  });
});
