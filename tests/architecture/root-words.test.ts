import { describe, expect, it } from 'vitest';
import { type ProjectFile, sourceFiles } from './support/project-files.ts';
import { strayRootWords } from './support/root-words.ts';

const rule = (word: string, command: string, path: string): ProjectFile => ({
  path,
  text: `export function ${word}(meeting: Meeting, command: ${command}): Outcome {}\n`,
});
const useCase = (name: string, path: string): ProjectFile => ({
  path,
  text: `export function create${name}(ports: Ports) {}\n`,
});

const told = rule('objectToMinutes', 'ObjectToMinutes', 'src/domain/minutes/object-to-minutes.ts');
const made = useCase('ObjectToMinutes', 'src/application/minutes/object-to-minutes.ts');

const texts: ProjectFile = { path: 'src/presentation/texts/minutes.da.ts', text: '' };

describe('one root word', () => {
  it('names rule, command, use case and file', () => {
    expect(strayRootWords(sourceFiles())).toEqual([]);
  });

  it('is seen to lead nowhere', () => {
    expect(strayRootWords([told, texts])).toEqual([
      'src/domain/minutes/object-to-minutes.ts is carried out by no use case of its name',
    ]);
    const deciding = { ...made, text: `${made.text}  return refuse({ code: 'not-permitted' });\n` };
    expect(strayRootWords([deciding])).toEqual([
      'src/application/minutes/object-to-minutes.ts refuses without a rule of its name in the domain',
    ]);
    expect(strayRootWords([told, texts, useCase('Protest', made.path)])).toEqual([
      'src/application/minutes/object-to-minutes.ts makes Protest',
    ]);
  });

  it('is seen to lack its texts', () => {
    expect(strayRootWords([told, made])).toEqual(['src/presentation/texts/minutes.da.ts is missing']);
  });

  it('asks nothing of parts of a rule and of use cases that only show', () => {
    const part = {
      path: 'src/domain/minutes/timeliness.ts',
      text: 'export function isTimely(): boolean {}\n',
    };
    const shown = useCase('ShowMinutes', 'src/application/minutes/show-minutes.ts');
    const notFound = { ...shown, text: `${shown.text}  return refuse({ code: 'no-meeting' });\n` };
    const beside = useCase('Gate', 'src/application/in-flight.ts');
    expect(strayRootWords([told, texts, made, part, notFound, beside])).toEqual([]);
  });
});
