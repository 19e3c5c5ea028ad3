import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './support/project-files.ts';
import { creatorOf, type Layers, strayRootWords } from './support/root-words.ts';

function filesOf(folder: string, ending: string): readonly string[] {
  return projectFiles(`${folder}/**/*${ending}`).map((file) =>
    file.path.slice(folder.length + 1, -ending.length),
  );
}

const layers: Layers = {
  application: filesOf('src/application', '.ts'),
  domain: filesOf('src/domain', '.ts'),
  texts: filesOf('src/presentation/texts', '.da.ts'),
};

/** A use case stands in the folder of its noun; what lies beside the folders serves all of them. */
const useCases = layers.application.filter((file) => file.includes('/'));

describe('one root word', () => {
  it('names a use case in every layer', () => {
    expect(strayRootWords(layers)).toEqual([]);
  });

  it('names the function that makes the use case', () => {
    const made = (file: string): boolean =>
      new RegExp(`export (const|function) ${creatorOf(file)}\\b`).test(
        readProjectFile(`src/application/${file}.ts`).text,
      );
    expect(useCases.filter((file) => !made(file))).toEqual([]);
    expect(creatorOf('minutes/object-to-minutes')).toBe('createObjectToMinutes');
  });

  it('is seen to be missing', () => {
    const domain = ['minutes/object-to-minutes', 'agenda/agenda'];
    const application = [
      'minutes/object-to-minutes',
      'minutes/approve-all',
      'minutes/show-minutes',
      'votes/count-votes',
    ];
    expect(strayRootWords({ application, domain, texts: ['minutes'] })).toEqual([
      'minutes/approve-all: no rule of this name in the domain',
      'votes/count-votes: the domain has no folder votes/',
      'votes/count-votes: no rule of this name in the domain',
      'votes/count-votes: no texts/votes.da.ts',
    ]);
  });
});
