import { z } from 'zod';
import { plain } from '../../../presentation/escape-text.ts';

/** Pieces of what cards send. A blank input is the same as one left out. */
export const id = z.string().min(1).max(200);
export const isoDate = z.iso.date();
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const versionNumber = z.coerce.number().int().min(1);

/** What a person wrote: half characters are mended and composed and decomposed letters are one, so that it can be stored. */
function sound(value: unknown): unknown {
  return typeof value === 'string'
    ? value.toWellFormed().replaceAll('\r\n', '\n').normalize('NFC').trim()
    : value;
}

/** Free text of a person: at most so many characters, blank is absent. */
export function optionalText(max: number) {
  const text = z.string().max(max).optional();
  return z.preprocess((value) => (sound(value) === '' ? undefined : sound(value)), text);
}

/** A list where nothing was chosen sends an empty text, which is not the number 0. */
function chosen(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** "0" stands for the whole of the minutes. */
export const itemChoice = z.preprocess(chosen, z.coerce.number().int().min(0).max(200));

/** A list of which several can be chosen sends them in one text. */
export const severalChosen = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((each) => each !== '') : (value ?? [])),
  z.array(id).max(300),
);

/** Letters that are drawn as nothing are no text either. */
export function requiredText(max: number) {
  const text = z.string().max(max);
  return z.preprocess(
    sound,
    text.refine((written) => plain(written).length > 0),
  );
}

export const onVersion = {
  meetingId: id,
  version: versionNumber,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
};
