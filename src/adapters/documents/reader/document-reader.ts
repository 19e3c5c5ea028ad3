import type { DocumentReader, ReadPaper, UnreadableReason } from '../../../ports/document-reader.ts';
import { decodeText } from './decode-text.ts';
import { readUnits } from './read-units.ts';
import { textUnits } from './text-units.ts';
import { withItems } from './word-items.ts';
import { wordPackage } from './word-package.ts';
import { wordUnits } from './word-units.ts';

const maximalFile = 20 * 1024 * 1024;
/** Letters of a text file: the longest papers have a fiftieth of it. */
const maximalText = 1_000_000;

const unreadable = (reason: UnreadableReason): ReadPaper => ({ kind: 'unreadable', reason });

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

const readText = (bytes: Uint8Array, fileName: string): ReadPaper => {
  const text = decodeText(bytes);
  // A Word file by its name and no text: its start was lost.
  if (text === undefined) return unreadable(/\.docx$/iu.test(fileName) ? 'damaged' : 'unknown-type');
  if (text.trim() === '') return unreadable('empty');
  return text.length > maximalText ? unreadable('too-large') : readUnits(textUnits(text));
};

/** What reads Word files is large: it is loaded with the first of them, not when the program starts. */
const readWord = async (bytes: Uint8Array): Promise<ReadPaper> => {
  const opened = wordPackage(bytes);
  if (opened.kind === 'unreadable') return opened;
  const { wordDocument } = await import('./word-document.ts');
  const units = wordUnits(await wordDocument(opened.bytes));
  return units.length === 0 ? unreadable('empty') : readUnits(withItems(units));
};

/**
 * Reads papers by what the bytes are, whatever the file is called: a Word file, or text in UTF-8, UTF-16 or
 * Windows-1252. Anything the libraries below stumble over is a damaged file, never an exception.
 */
export const createDocumentReader = (): DocumentReader => ({
  read: async (bytes, fileName) => {
    if (bytes.length === 0) return unreadable('empty');
    if (bytes.length > maximalFile) return unreadable('too-large');
    try {
      return isZip(bytes) ? await readWord(bytes) : readText(bytes, fileName);
    } catch {
      return unreadable('damaged');
    }
  },
});
