import { expect, test } from 'vitest';
import { paperAsJson } from '../../../../src/adapters/documents/reader/paper-as-json.ts';
import { meetingPaper } from '../../../../src/domain/meeting/meeting-paper.ts';
import { bytesOf, fixture, item, messages, ownPaper, readable } from './reading.ts';

const text = new TextDecoder().decode(fixture(ownPaper));
const read = await readable(fixture(ownPaper));
const { paper, findings } = read;

test('the head of an invented paper comes out whole', () => {
  expect(paper).toMatchObject({
    committee: 'LUU Prøveby-AMU',
    date: '2025-06-12',
    from: '08:30',
    to: '11:15',
    place: { site: 'SOSU Prøveby', street: 'Opdigtet Allé 12', room: 'lokale 1.4' },
    theme: 'Prøver og eksempler',
    presidingPerson: 'Ane Opdigtet Andersen',
    minuteTaker: 'Jytte Skrivested',
    breaksAfter: [4],
  });
});

test('people are divided into name, title, organisation, role and whom they stand in for', () => {
  expect(paper.participants).toEqual([
    {
      name: 'Ane Opdigtet Andersen',
      title: 'Faglig leder for opdigtede fag',
      organisation: 'FOA Prøveby',
      role: 'formand i LUU',
      list: 'deltager',
    },
    {
      name: 'Bo Eksempel Bæk',
      title: 'Sundheds- og ældrechef',
      organisation: 'Vesterby Kommune',
      role: 'næstformand i LUU',
      list: 'deltager',
    },
    {
      name: 'Carla F. Prøvested',
      title: 'Chefsygeplejerske på Opdigtet afdeling',
      organisation: 'Regionshospitalet Østerby',
      list: 'deltager',
    },
    { name: 'Dan Digtersen', organisation: 'Nordby', role: 'elevrepræsentant', list: 'deltager' },
    {
      name: 'Else Modelgaard',
      title: 'Vejleder for opdigtede elever i Sønderby',
      organisation: 'FOA Prøveby',
      list: 'deltager',
    },
    {
      name: 'Finn Tænktved',
      title: 'Konsulent',
      organisation: 'Østerby Kommune',
      substituteFor: 'Gerda Fraværsen',
      list: 'deltager',
    },
    {
      name: 'Hans-Ole Figursen',
      title: 'Oplæringskoordinator',
      organisation: 'SOSU Prøveby',
      list: 'tilforordnet',
    },
    { name: 'Gerda Fraværsen', title: 'Centerchef', organisation: 'Østerby Kommune', list: 'afbud' },
    { name: 'Ib Påfundsen', title: 'Uddannelseschef', organisation: 'SOSU Prøveby', list: 'afbud' },
  ]);
});

test('arrival, length, several presenters and a wrapped title are read off the headings', () => {
  expect(item(paper, 3)).toMatchObject({
    title: 'Rundvisning i det opdigtede værksted',
    presenters: ['Kaj Gæsteby Holm'],
    arrival: '08:45',
    durationMin: 20,
  });
  expect(item(paper, 4).title).toBe(
    'Godkendelse af plan for opdigtede kurser i efteråret 2025 og foråret 2026',
  );
  expect(item(paper, 4).presenters).toEqual(['Hans-Ole Figursen']);
  expect(item(paper, 5).presenters).toEqual(['Ane Andersen', 'Bo Eksempel Bæk']);
});

test('bullets of three levels keep the paragraph that stands beneath one, over a page and its foot', () => {
  expect(
    item(paper, 6)
      .summary?.split('\n')
      .map((line) => line.slice(0, 26)),
  ).toEqual([
    '- Formanden',
    '  - Nyt fra det opdigtede ',
    '- Skolen v. Ib Påfundsen o',
    '  - Optag i sommeren:',
    '    Der er optaget 31 elev',
    '    - Nordby får ét hold',
    '    - Prøveby får ét hold',
    '- Orientering fra elevråde',
  ]);
  expect(item(paper, 6).summary).toContain('og skolen venter');
});

test('a hyphen at a line end stays, and two paragraphs stay two', () => {
  expect(item(paper, 3).summary).toContain('borde-nes højde');
  expect(item(paper, 3).summary?.split('\n\n')).toHaveLength(2);
});

test('the findings are those of the paper and no more', () => {
  expect(findings.map(({ code, where }) => [code, where])).toEqual([
    ['date.year-missing', 'date'],
    ['date.year-wrong', 'items.7.title'],
    ['name.two-spellings', 'items.3'],
    ['presenter.sent-apologies', 'items.6'],
    ['item.empty-bullet', 'items.6'],
    ['text.added-after-meeting', 'items.6'],
    ['link.tracking', 'items.6'],
    ['annex.file-missing', 'items.3.annexes'],
    ['annex.file-missing', 'items.4.annexes'],
    ['annex.file-missing', 'items.4.annexes'],
    ['annex.cited-not-listed', 'items.3.summary'],
  ]);
  expect(messages(findings, 'link.tracking')[0]).toContain('”https://example.org/nyheder?id=7”');
  expect(messages(findings, 'annex.cited-not-listed')[0]).toContain('bilag 3.9');
});

test('the JSON is the paper with its findings, and fits the content model', () => {
  const { findings: doubts, ...rest } = JSON.parse(JSON.stringify(paperAsJson(read)));
  expect(meetingPaper.parse(rest)).toEqual(paper);
  expect(doubts).toEqual(findings);
});

const sameAs = (bytes: Uint8Array) => expect(readable(bytes)).resolves.toEqual(read);

test('decomposed letters, Windows line ends and byte order marks change nothing', async () => {
  await sameAs(bytesOf(text.normalize('NFD')));
  await sameAs(bytesOf(text.replaceAll('\n', '\r\n')));
  await sameAs(bytesOf(`\ufeff${text}`));
});

test('soft hyphens and invisible marks change nothing', async () => {
  await sameAs(bytesOf(text.replaceAll('værksted', 'værk\u00adsted').replaceAll('Else', 'E\u200blse')));
});

test('Windows-1252 and UTF-16 are read as UTF-8 is', async () => {
  const oneByte = new Map([
    ['–', 0x96],
    ['•', 0x95],
    ['”', 0x94],
  ]);
  const plain = text.replaceAll('▪', '§');
  const windows = Uint8Array.from(plain, (sign) => oneByte.get(sign) ?? sign.charCodeAt(0));
  await sameAs(windows);
  const wide = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer);
  await sameAs(wide);
});
