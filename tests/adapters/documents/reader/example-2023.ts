import { existsSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import type { PaperParticipant } from '../../../../src/domain/meeting/meeting-paper.ts';
import { type Readable, readable } from './reading.ts';

/** The real minutes of 2023 stand beside the project; where they are absent their facts are not checked. */
export const examples = new URL('../../../../../shared/examples/', import.meta.url);
const example = new URL('luu-sosu-amu-2023-12-08.txt', examples);
const present = existsSync(example);
if (!present) process.stdout.write('The example paper of 2023 is not here; its facts are not checked.\n');

export const fact = test.runIf(present);

const once = present ? await readable(readFileSync(example), 'luu-sosu-amu-2023-12-08.txt') : undefined;

export const read = (): Readable => {
  if (once === undefined) throw new Error('the example is absent');
  return once;
};

export const person = (name: string): PaperParticipant | undefined =>
  read().paper.participants.find((one) => one.name === name);

export const listed = (list: PaperParticipant['list']): readonly string[] =>
  read()
    .paper.participants.filter((one) => one.list === list)
    .map(({ name }) => name);
