import { readFileSync } from 'node:fs';
import { createDocumentReader } from '../../../../src/adapters/documents/reader/document-reader.ts';
import type { Finding, MeetingPaper, PaperItem } from '../../../../src/domain/meeting/meeting-paper.ts';
import type { ReadPaper } from '../../../../src/ports/document-reader.ts';

export type Readable = Extract<ReadPaper, { kind: 'read' }>;

export const reader = createDocumentReader();

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/papers/${name}`, import.meta.url));

export const ownPaper = 'luu-proeveby-2025-06-12.txt';

export const readable = async (bytes: Uint8Array, fileName = 'paper.txt'): Promise<Readable> => {
  const read = await reader.read(bytes, fileName);
  if (read.kind !== 'read') throw new Error(`not read: ${read.reason}`);
  return read;
};

export const item = (paper: MeetingPaper, number: number): PaperItem => {
  const found = paper.items.find((one) => one.number === number);
  if (found === undefined) throw new Error(`no item ${number}`);
  return found;
};

export const messages = (findings: readonly Finding[], code: Finding['code']): readonly string[] =>
  findings.filter((one) => one.code === code).map((one) => one.message);

/** A small paper in plain lines: a head with two people, and the items given. */
export const paperWith = (items: string, head = 'Fredag den 8. december 2023 kl. 9.00 – 12.00'): string =>
  [
    'Referat fra møde i LUU Prøve',
    '',
    head,
    '',
    'Deltagere:',
    'Anna Prøvesen, lærer, SOSU Prøve',
    'Bo Eksempelsen, chef, Prøve Kommune',
    '',
    'Afbud:',
    'Cara Fraværsen, konsulent, Prøve Kommune',
    '',
    'Mødeleder:',
    'Anna Prøvesen',
    '',
    'Referent:',
    'Dan Skriversen',
    '',
    items,
    '',
  ].join('\n');
