import { expect, test } from 'vitest';
import type { FindingCode } from '../../../../src/domain/meeting/meeting-paper.ts';
import { bytesOf, messages, paperWith, readable } from './reading.ts';

const doubts = async (text: string) =>
  (await readable(bytesOf(text))).findings.map(({ code, where }) => `${code} ${where}`);

const told = async (text: string, code: FindingCode) =>
  messages((await readable(bytesOf(text))).findings, code);

test('a paper without faults has no findings', async () => {
  expect(
    await doubts(
      paperWith(`1. Godkendelse af referat fra mødet d. 22. september 2023

Beslutning:
Godkendt.

2. Besøg v. Anna Prøvesen

Resumé:
Annas oplæg, Bo Eksempelsens svar og Cara Fraværsens spørgsmål blev drøftet. Næste møde er den 15. marts 2024.

- Hvad nu?
  - Intet.

3. Nyt fra en gæst v. Erik Gæsteby (deltager kl. 9.10)`),
    ),
  ).toEqual([]);
});

test('a missing year is proposed from the weekday and the years the text speaks of', async () => {
  const text = paperWith('1. Plan for 2018\n\nDet gik godt i 2017.', 'Fredag den 8. december kl. 9.00');
  expect((await readable(bytesOf(text))).paper.date).toBe('2017-12-08');
  expect(await told(text, 'date.year-missing')).toEqual([
    expect.stringContaining('fredag den 8. december 2017'),
  ]);
});

test('of several fitting years the newest counts that the paper speaks of often', async () => {
  const inText = async (words: string) =>
    (await readable(bytesOf(paperWith(`1. Plan\n\n${words}`, 'Fredag den 8. december kl. 9.00')))).paper.date;
  expect(await inText('2017, 2017, 2017 og 2023.')).toBe('2023-12-08');
  expect(await inText('2023, 2023, 2023, 2023, 2023 og frem til 2028.')).toBe('2023-12-08');
});

test('without any year in the paper the date stays open', async () => {
  const text = paperWith('1. Plan', 'Fredag den 8. december kl. 9.00');
  expect((await readable(bytesOf(text))).paper.date).toBeUndefined();
  expect(await told(text, 'date.year-missing')).toHaveLength(1);
});

test('a year that does not fit the weekday is kept and flagged with a proposal', async () => {
  const text = paperWith('1. Plan', 'Fredag den 8. december 2022 kl. 9.00');
  expect((await readable(bytesOf(text))).paper.date).toBe('2022-12-08');
  expect(await told(text, 'date.year-wrong')).toEqual([
    expect.stringMatching(/torsdag.*fredag den 8\. december 2023/),
  ]);
});

test('a paper without a date says so', async () => {
  expect(await doubts(paperWith('1. Plan', 'kl. 9.00 – 12.00'))).toEqual(['date.missing date']);
});

test('an earlier meeting that lies ahead, and a weekday in the text that does not fit, are flagged', async () => {
  expect(
    await doubts(
      paperWith(
        '1. Godkendelse af referat fra mødet d. 22. september 2024\n\nResumé:\nKurset begynder tirsdag den 2. januar 2023.',
      ),
    ),
  ).toEqual(['date.year-wrong items.1.title', 'date.year-wrong items.1.summary']);
});

test('a past date that is no next meeting is none of our business', async () => {
  expect(
    await doubts(
      paperWith('1. Plan\n\nPå mødet d. 3. marts 2023 blev emnet valgt. Næste møde aftales senere.'),
    ),
  ).toEqual([]);
});

test('two spellings are asked about once; short forms and namesakes are not', async () => {
  const text = paperWith(`1. Plan v. Anna Prøvesen

Resumé:
Bo Eksempelson talte. Bo Eksempelson svarede. Bo Eksempelsens svar var langt. Ane Andersen og Bo Jensen kom.`);
  expect(await told(text, 'name.two-spellings')).toEqual([
    expect.stringMatching(/Bo Eksempelson.*Bo Eksempelsen/),
  ]);
});

test('other people with a similar name are other people', async () => {
  const head = paperWith('1. Plan\n\nResumé:\nCaia Nielsen, Anne Larsen og Hanne Pedersen vandt.');
  const text = head
    .replace('Anna Prøvesen, lærer', 'Maia Nielsen, lærer')
    .replace('Bo Eksempelsen, chef', 'Anne Hansen, chef')
    .replace('Cara Fraværsen', 'Hanne Andersen');
  expect(await told(text, 'name.two-spellings')).toEqual([]);
});

test('a presenter with apologies is flagged, but not for the next meeting', async () => {
  expect(
    await doubts(
      paperWith(
        '1. Plan v. Cara Fraværsen\n\n2. Punkter til næste møde\n\nSagsfremstilling:\n- Plan v. Cara Fraværsen',
      ),
    ),
  ).toEqual(['presenter.sent-apologies items.1']);
});

test('a presenter nobody knows is asked about, unless a time of arrival says guest', async () => {
  expect(
    await doubts(
      paperWith(
        '1. Plan v. Erik Gæsteby\n\n2. Plan v. Eva Gæsteby (deltager kl. 10.00)\n\n3. Plan v. Prøve Kommune',
      ),
    ),
  ).toEqual(['presenter.unknown items.1']);
});

test('prompts without an answer are empty bullets; points and questions of a recommendation are not', async () => {
  expect(
    await doubts(
      paperWith(`1. Orientering v. alle

• Formanden
• Orientering fra elevrådet
• Andet?
• Nyt fra skolen: tre hold er begyndt.

2. Mål

Indstilling:
• Hvad vil vi?`),
    ),
  ).toEqual(['item.empty-bullet items.1', 'item.empty-bullet items.1']);
});

test('a bullet mark without words is flagged wherever it stands', async () => {
  expect(await doubts(paperWith('1. Plan\n\nBeslutning:\n• Ja\n•'))).toEqual(['item.empty-bullet items.1']);
});

test('skipped numbers, misspelt labels and annexes of another item are flagged', async () => {
  const text = paperWith(`1. Plan

Indstiling:
Til orientering.

Bilag:
Bilag 1.1 Plan
Bilag 3.1 Tal

3. Eventuelt`);
  expect(await doubts(text)).toEqual([
    'item.number-skipped items.3',
    'item.unknown-label items.1',
    'annex.file-missing items.1.annexes',
    'annex.file-missing items.1.annexes',
    'annex.number-mismatch items.1.annexes',
  ]);
  expect((await readable(bytesOf(text))).paper.items[0]).toMatchObject({
    purpose: 'information',
    recommendation: 'Til orientering.',
  });
});

test('a line of people that cannot be divided for certain is shown', async () => {
  const text = paperWith('1. Plan').replace(
    'Bo Eksempelsen, chef, Prøve Kommune',
    'Bo Eksempelsen Kranfører ved Havnen',
  );
  expect(await doubts(text)).toEqual(['participant.list-unclear participants']);
});

test('links that follow people are flagged with the clean address', async () => {
  const text = paperWith(
    '1. Plan\n\nSe https://example.org/a?utm_source=x&side=2 og https://example.org/b?side=3.',
  );
  expect(await told(text, 'link.tracking')).toEqual([
    expect.stringContaining('”https://example.org/a?side=2”'),
  ]);
});

test('what was added after the meeting is said with the words that say it', async () => {
  const text = paperWith('1. Plan\n\nBo var syg (afsnittet er tilføjet efter mødet ved mail fra Bo).');
  expect(await told(text, 'text.added-after-meeting')).toEqual([
    expect.stringContaining('tilføjet efter mødet ved mail fra Bo'),
  ]);
});
