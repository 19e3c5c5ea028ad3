import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { plain } from '../../presentation/escape-text.ts';
import {
  emptyObjection,
  type ObjectionFault,
  type ObjectionFields,
  objectionLimits,
} from '../../presentation/pages/objection-page.ts';

/** The whole body, or undefined when it was too large and has been answered. */
export type ReadBody = (
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
) => Promise<Buffer | undefined>;

/** Room for the longest objection with every letter written as three bytes of three signs each. */
export const bodyLimit = 262_144;

const isForm = /^application\/x-www-form-urlencoded(\s*;|$)/i;

/** The fields of a form by name; undefined for anything that no form of ours sends. Of two fields of a name the first. */
export function fieldsOf(request: IncomingMessage, body: Buffer): ReadonlyMap<string, string> | undefined {
  if (!isForm.test(request.headers['content-type'] ?? '')) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (!fields.has(name)) fields.set(name, value.replaceAll(/\r\n?/g, '\n'));
  }
  return fields;
}

const act = z.object({
  nonce: z.string().regex(/^[\w-]{1,100}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What every form carries: its own mark against doubling (R5), and the text that the person had before them (R4). */
export type ActFields = Readonly<z.infer<typeof act>>;

export function actFields(fields: ReadonlyMap<string, string>): ActFields | undefined {
  const parsed = act.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : undefined;
}

export function objectionFields(fields: ReadonlyMap<string, string>): ObjectionFields {
  const written = (name: keyof ObjectionFields) => (fields.get(name) ?? '').toWellFormed();
  return {
    ...emptyObjection,
    itemNumber: written('itemNumber'),
    passage: written('passage'),
    text: written('text'),
    proposedWording: written('proposedWording'),
  };
}

/** Letters that are drawn as nothing are no text. */
export function isWritten(words: string): boolean {
  return plain(words).length > 0;
}

export function objectionFaults(written: ObjectionFields): readonly ObjectionFault[] {
  const long = (['text', 'passage', 'proposedWording'] as const)
    .filter((field) => written[field].length > objectionLimits[field])
    .map((field) => ({ field, fault: 'too-long' }) as const);
  return [
    ...(/^\d{1,3}$/.test(written.itemNumber) ? [] : [{ field: 'itemNumber', fault: 'missing' } as const]),
    ...(isWritten(written.text) ? [] : [{ field: 'text', fault: 'missing' } as const]),
    ...long,
  ];
}
