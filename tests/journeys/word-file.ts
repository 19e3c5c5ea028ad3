import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const body = 'word/document.xml';

/** Changes words of a Word file as Word saves it: a new file that takes the old one's name. */
export function editWordFile(path: string, from: string, to: string): void {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  const before = xmlOf(parts);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`”${from}” does not stand in ${path}`);
  writeFileSync(`${path}.saving`, zipSync({ ...parts, [body]: strToU8(after) }));
  renameSync(`${path}.saving`, path);
}

/** The paragraphs of a Word file, as text. */
export function wordsOf(docx: Uint8Array): string {
  const paragraphs = xmlOf(unzipSync(docx)).split('</w:p>');
  const texts = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  return paragraphs.map((paragraph) => texts(paragraph).join('')).join('\n');
}

function xmlOf(parts: Readonly<Record<string, Uint8Array>>): string {
  const xml = parts[body];
  if (xml === undefined) throw new Error('no Word file');
  return strFromU8(xml);
}
