import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Finding } from '../../../../src/domain/meeting/meeting-paper.ts';
import { examples, fact, read } from './example-2023.ts';
import { messages, reader } from './reading.ts';

fact('exactly the doubtful places are found, each where it stands', () => {
  const places = read().findings.map(({ code, where }): readonly [Finding['code'], string] => [code, where]);
  expect(places).toEqual([
    ['date.year-missing', 'date'],
    ['date.year-wrong', 'items.9.recommendation'],
    ['date.year-wrong', 'items.10.title'],
    ['name.two-spellings', 'items.7'],
    ['presenter.sent-apologies', 'items.7'],
    ['item.empty-bullet', 'items.7'],
    ['item.empty-bullet', 'items.7'],
    ['text.added-after-meeting', 'items.7'],
    ['link.tracking', 'items.7'],
    ['annex.file-missing', 'items.3.annexes'],
    ['annex.file-missing', 'items.5.annexes'],
    ['annex.file-missing', 'items.5.annexes'],
    ['annex.file-missing', 'items.8.annexes'],
  ]);
});

fact('the findings name the words and the proposal', () => {
  const { findings } = read();
  expect(messages(findings, 'date.year-missing')[0]).toContain('fredag den 8. december 2023');
  for (const message of messages(findings, 'date.year-wrong'))
    expect(message).toContain('fredag den 15. marts 2024');
  expect(messages(findings, 'name.two-spellings')[0]).toMatch(/Vinnie Schubert.*Vinni Schubert/);
  expect(messages(findings, 'presenter.sent-apologies')[0]).toContain('Henrik Saul');
  expect(messages(findings, 'item.empty-bullet').join()).toMatch(/Elevrådene.*øvrige udvalgsmedlemmer/);
  expect(messages(findings, 'link.tracking')[0]).toContain('”https://www.sevu.dk/nyheder”');
});

fact('the other example papers are no meeting papers', async () => {
  for (const name of ['case-sheet-2020.txt', 'strategy-2024-2028.txt', 'amu-agreement-2019-2022.txt']) {
    const other = new URL(name, examples);
    if (!existsSync(other)) continue;
    expect(await reader.read(readFileSync(other), name), name).toEqual({
      kind: 'unreadable',
      reason: 'not-a-meeting-paper',
    });
  }
});
