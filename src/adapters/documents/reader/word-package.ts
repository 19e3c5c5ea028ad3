import { zipSync } from 'fflate';
import type { UnreadableReason } from '../../../ports/document-reader.ts';
import { unzipEntry, type ZipEntry, zipDirectory } from './zip-directory.ts';

const maximalEntries = 2_000;
const maximalUnpacked = 60 * 1024 * 1024;
/** All XML that is read, for it is parsed at a stretch: a paper of ten pages has a tenth of it. */
const maximalXml = 2 * 1024 * 1024;

/** Only these parts are unpacked at all; pictures, fonts and embedded files never are. */
const readPart =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/[^/]+\.rels)$/i;
const mainPart = /^word\/document\d*\.xml$/i;
const program = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml)$|^word\/activex\//i;

const relation = /<(?:\w{1,20}:)?relationship\s[^<>]{0,4000}>/gi;
const outside = /targetmode\s*=\s*["']external["']/i;
const loadedByWord = /type\s*=\s*["'][^"']*\/(?:attachedtemplate|oleobject|frame|subdocument|afchunk)["']/i;

/** An organisation's own template on its file server: Word notes it in every file made from it, and here it is never loaded. */
const houseTemplate = /type\s*=\s*["'][^"']*\/attachedtemplate["']/i;
const onFileServer = /target\s*=\s*["']file:/i;

const isLoadedFromElsewhere = (words: string): boolean =>
  outside.test(words) && loadedByWord.test(words) && !(houseTemplate.test(words) && onFileServer.test(words));

/** Parts that declare a document type can hide entities; Word never writes one. */
const hasDoctype = (text: string): boolean => text.includes('<!DOCTYPE') || text.includes('<!ENTITY');

const isUnsafeText = (name: string, text: string): boolean => {
  if (hasDoctype(text)) return true;
  if (/\.rels$/i.test(name))
    return [...text.matchAll(relation)].some(([words]) => isLoadedFromElsewhere(words));
  return /content_types/i.test(name) && /macroenabled/i.test(text);
};

export type WordPackage =
  | { readonly kind: 'package'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

const unreadable = (reason: UnreadableReason): WordPackage => ({ kind: 'unreadable', reason });

const sum = (entries: readonly ZipEntry[]): number => entries.reduce((total, { size }) => total + size, 0);

const repacked = (bytes: Uint8Array, parts: readonly ZipEntry[]): WordPackage => {
  const files: Record<string, Uint8Array> = {};
  for (const part of parts) {
    const content = unzipEntry(bytes, part);
    if (typeof content === 'string') return unreadable(content);
    if (isUnsafeText(part.name, new TextDecoder().decode(content))) return unreadable('unsafe');
    files[part.name] = content;
  }
  return { kind: 'package', bytes: zipSync(files, { level: 0 }) };
};

/**
 * A Word file reduced to the parts that hold its words, all checked before anything is unpacked: a bomb, a program or a
 * template from elsewhere never reaches the library that reads Word.
 */
export const wordPackage = (bytes: Uint8Array): WordPackage => {
  const directory = zipDirectory(bytes, maximalEntries);
  if (directory.kind === 'damaged') return unreadable('damaged');
  if (directory.kind === 'too-many' || sum(directory.entries) > maximalUnpacked) return unreadable('unsafe');
  const { entries } = directory;
  if (!entries.some(({ name }) => mainPart.test(name))) return unreadable('unknown-type');
  if (entries.some(({ name }) => program.test(name))) return unreadable('unsafe');
  const parts = entries.filter(({ name }) => readPart.test(name));
  return sum(parts) > maximalXml ? unreadable('too-large') : repacked(bytes, parts);
};
