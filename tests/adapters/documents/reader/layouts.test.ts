import { expect, test } from 'vitest';
import { bytesOf, item, paperWith, readable } from './reading.ts';

const paper = async (text: string) => (await readable(bytesOf(text))).paper;

test('lines wrapped without empty lines between them are joined', async () => {
  const read = await paper(
    paperWith(`1. Et opdigtet punkt med en titel der fylder mere end en linje og derfor
ombrydes v. Anna Prøvesen

Sagsfremstilling:
Første afsnit fylder to linjer, og det er meningen, at de to linjer
bliver til et afsnit igen.

Andet afsnit.

2. Eventuelt`),
  );
  expect(item(read, 1).title).toBe(
    'Et opdigtet punkt med en titel der fylder mere end en linje og derfor ombrydes',
  );
  expect(item(read, 1).casePresentation?.split('\n\n')).toHaveLength(2);
});

test('an initial or an abbreviation at a line end ends no sentence', async () => {
  const read = await paper(
    paperWith(`1. Punkt

Resumé:
Det opdigtede værksted åbner i januar, og det blev fortalt af Anna P.
Prøvesen, som har været med fra begyndelsen og kender alle maskiner i bygningen.

Et andet afsnit fylder en hel linje og lidt til, så bredden af linjerne kendes af læseren
med sikkerhed og ikke kun på gæt, for det er bredden, der afgør, om en linje er ombrudt.

2. Eventuelt`),
  );
  expect(item(read, 1).summary?.split('\n')).toHaveLength(3);
});

test('lines beneath a bullet are shorter, and joined by their own width', async () => {
  const beneath =
    'o Nyt fra skolen\nEt hold begynder i januar, og der er plads til fire nu.\nAlle kan melde sig inden jul, hvis de vil være med til det.';
  const text = 'Et afsnit uden for punkterne fylder hele linjen, som er meget længere end linjerne i dem.';
  const read = await paper(paperWith(`1. Punkt\n\n${`${beneath}\n\n${text}\n\n`.repeat(4)}`));
  expect(item(read, 1).summary?.split('\n\n')[0]?.split('\n')).toHaveLength(2);
});

test('paragraphs of one long line each are left apart', async () => {
  const long = 'Et langt afsnit i en eneste linje, '.repeat(9).trim();
  const read = await paper(paperWith(`1. Punkt\n\nResumé:\n\n${long}\n\n${long}\n${long}\n\n2. Eventuelt`));
  expect(item(read, 1).summary?.split('\n\n')).toHaveLength(3);
});

test('labels with their text on the same line are labels', async () => {
  const read = await paper(
    paperWith('1. Punkt\n\nIndstilling: Til drøftelse.\n\nBeslutning: Godkendt.\n\nBilag: Bilag 1.1 Plan'),
  );
  expect(item(read, 1)).toMatchObject({
    purpose: 'discussion',
    recommendation: 'Til drøftelse.',
    decision: 'Godkendt.',
    annexes: [{ number: '1.1', title: 'Plan' }],
  });
});

test('a date at a line start and a numbered list inside an item begin no item', async () => {
  const read = await paper(
    paperWith(`1. Punkt

Resumé:
Vi mødes igen i et nyt lokale, som alle kender fra tidligere møder d.
2. marts 2024 og taler videre.

Der var tre ønsker:
1. Flere borde
2. Flere stole
3. Mere tid

2. Eventuelt`),
  );
  expect(read.items.map(({ title }) => title)).toEqual(['Punkt', 'Eventuelt']);
  expect(item(read, 1).summary).toContain('2. Flere stole');
});

test('a list of contents above the items is not read as the items', async () => {
  const read = await paper(
    paperWith('1. Velkomst\n2. Eventuelt\n\n1. Velkomst\n\nBeslutning:\nGodkendt.\n\n2. Eventuelt'),
  );
  expect(read.items.map(({ number, decision }) => [number, decision])).toEqual([
    [1, 'Godkendt.'],
    [2, undefined],
  ]);
});

test('an agenda presents its case where no label stands', async () => {
  const text = paperWith('1. Punkt\n\nEn opdigtet sag.');
  expect(item(await paper(text), 1).summary).toBe('En opdigtet sag.');
  const agenda = await paper(text.replace('Referat fra', 'Dagsorden til'));
  expect(item(agenda, 1).casePresentation).toBe('En opdigtet sag.');
  expect(agenda.committee).toBe('LUU Prøve');
});

test('text before the first label introduces the case', async () => {
  const read = await paper(
    paperWith('1. Punkt\n\nKort fortalt.\n\nSagsfremstilling:\nMere fortalt.\n\nBeslutning:\nJa.'),
  );
  expect(item(read, 1)).toMatchObject({
    casePresentation: 'Kort fortalt.\n\nMere fortalt.',
    decision: 'Ja.',
  });
});

test('names in one line and nobody at all are lists too', async () => {
  const text = paperWith('1. Punkt')
    .replace('Cara Fraværsen, konsulent, Prøve Kommune', 'Ingen')
    .replace(/Deltagere:\n.*\n.*\n/, 'Deltagere: Anna Prøvesen, Bo Eksempelsen og Else Modelgaard\n');
  expect((await paper(text)).participants).toEqual([
    { name: 'Anna Prøvesen', list: 'deltager' },
    { name: 'Bo Eksempelsen', list: 'deltager' },
    { name: 'Else Modelgaard', list: 'deltager' },
  ]);
});

test('two presenters are two, but a title of a presenter is none', async () => {
  const read = await paper(
    paperWith(`1. A v. Anna Prøvesen, uddannelseschef og Bo Eksempelsen

2. B v. Bo Eksempelsen, direktør for Sundhed og Omsorg

3. C v. skolen, formanden og alle`),
  );
  expect(read.items.map(({ presenters }) => presenters)).toEqual([
    ['Anna Prøvesen, uddannelseschef', 'Bo Eksempelsen'],
    ['Bo Eksempelsen, direktør for Sundhed og Omsorg'],
    ['skolen', 'formanden', 'alle'],
  ]);
});

test('dates in figures and hours without minutes are read', async () => {
  expect(await paper(paperWith('1. Punkt', 'Fredag d. 08.12.2023 kl. 9-12'))).toMatchObject({
    date: '2023-12-08',
    from: '09:00',
    to: '12:00',
  });
});
