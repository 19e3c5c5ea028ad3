import { expect } from 'vitest';
import { fact, read } from './example-2023.ts';
import { item } from './reading.ts';

fact('twelve items have their numbers, titles and presenters', () => {
  expect(read().paper.items.map(({ number, title, presenters }) => [number, title, presenters])).toEqual([
    [1, 'Godkendelse af dagsorden samt tilføjelse til Eventuelt', []],
    [2, 'Godkendelse af referat fra mødet d. 22. september 2023', []],
    [3, 'Internationalisering', ['Anne Kirstine Wiig Jensen']],
    [4, 'Projekt i Sierra Leone', ['Erik Rasmussen']],
    [5, 'Godkendelse af Udbudspolitikken for Efter- og Videreuddannelse 2024', ['Line Kusk Andreasen']],
    [6, 'Drøftelse af oplæg om rekruttering, markedsføring, branding', ['Charlotte Mathiasen']],
    [7, 'Orientering som har relevans for LUU SOSU-AMU', ['alle']],
    [8, 'Status på Projekt Complementum', ['Maia Abildskov Jensen']],
    [9, 'Oplæg til næste møde', ['alle']],
    [10, 'Punkter til næste møde d. 15. marts 2023 i Herning', []],
    [11, 'Eventuelt', []],
    [12, 'Evaluering af mødet', []],
  ]);
});

fact('three guests arrive at their time', () => {
  const arrivals = read().paper.items.flatMap(({ number, arrival }) =>
    arrival === undefined ? [] : [[number, arrival]],
  );
  expect(arrivals).toEqual([
    [3, '09:10'],
    [4, '09:30'],
    [8, '11:15'],
  ]);
});

fact('every item has the purpose its recommendation or title says', () => {
  expect(read().paper.items.map(({ purpose }) => purpose)).toEqual([
    'approval',
    'approval',
    'information',
    'information',
    'approval',
    'discussion',
    'information',
    'information',
    'planning',
    'planning',
    'formal',
    'formal',
  ]);
});

fact('every item has the fields that are printed, and no others', () => {
  const fields = ['casePresentation', 'recommendation', 'summary', 'decision'] as const;
  const initials = read().paper.items.map((one) =>
    fields
      .filter((field) => one[field] !== undefined)
      .map((field) => field[0])
      .join(''),
  );
  expect(initials).toEqual(['d', 's', 'crs', 'crsd', 'crsd', 'crsd', 's', 'crs', 'crd', 'c', '', '']);
});

fact('wrapped lines are joined into paragraphs, also over a page', () => {
  expect(item(read().paper, 3).summary?.split('\n\n')).toHaveLength(4);
  expect(item(read().paper, 4).summary?.split('\n\n')).toHaveLength(6);
  expect(item(read().paper, 8).summary?.split('\n\n')).toHaveLength(4);
  expect(item(read().paper, 4).summary).toContain('levere 4-6 elever');
  expect(item(read().paper, 6).casePresentation).toContain('sosu-uddannelserne');
});

fact('bullets keep their levels, and sub-labels stay in the field', () => {
  const bullets = item(read().paper, 7)
    .summary?.split('\n')
    .filter((line) => /^ *- /.test(line));
  expect(bullets?.map((line) => line.indexOf('-') / 2)).toEqual([0, 1, 0, 1, 1, 1, 1, 0, 0]);
  expect(item(read().paper, 7).summary?.match(/^ {4}\S/gm)).toHaveLength(6);
  expect(item(read().paper, 6).recommendation?.match(/^- /gm)).toHaveLength(3);
  expect(item(read().paper, 9).casePresentation).toContain('\n\n### Forslag til emner:\n\n- ');
  expect(item(read().paper, 10).casePresentation).toContain('### Punkter fra årshjulet');
  expect(item(read().paper, 10).casePresentation?.match(/^ {2}- /gm)).toHaveLength(2);
});

fact('four annexes stand under their items', () => {
  expect(
    read().paper.items.flatMap(({ number, annexes }) =>
      annexes.map((annex) => [number, annex.number, annex.title]),
    ),
  ).toEqual([
    [3, '3.1', 'Internationalisering 2023_SOSU MV'],
    [5, '5.1', 'Udbudspolitik for Efter- og Videreuddannelse 2024'],
    [5, '5.2', 'Aktivitetsfolder forår 2024_SOSU MV'],
    [8, '8.1', 'Oplæg om Complementum'],
  ]);
});

fact('the meeting pauses after item 5', () => {
  expect(read().paper.breaksAfter).toEqual([5]);
});

fact('addresses at the foot of a page are no text', () => {
  expect(JSON.stringify(read().paper)).not.toContain('_gl=');
  expect(JSON.stringify(read().paper).match(/https?:/g)).toHaveLength(1);
});
