import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it, onTestFailed } from 'vitest';
import { examplesFolder } from '../prerequisites.ts';
import { type RunningProgram, startProgram } from '../support/running-program.ts';
import { chapters } from './chapters/all.ts';
import { inventedPaper, type Story, storyPaper, tellStory } from './story.ts';

const papers = [
  { name: 'an invented paper', file: inventedPaper },
  { name: 'the real paper', file: join(examplesFolder, 'luu-sosu-amu-2023-12-08.txt') },
];

describe.for(papers)('the story of a meeting, from $name', ({ file }) => {
  let program: RunningProgram;
  let story: Story;
  let broken = false;

  beforeAll(async () => {
    if (!existsSync(file)) return;
    program = await startProgram();
    story = tellStory(program, storyPaper(file));
  });
  afterAll(async () => program?.close());

  it.skipIf(!existsSync(file)).for(chapters)('%s', async ([, tell], { skip }) => {
    skip(broken, 'an earlier chapter failed');
    onTestFailed(async () => {
      broken = true;
      process.stdout.write(program.said() + (await program.ask('status')).out);
    });
    await tell(story);
  });
});
