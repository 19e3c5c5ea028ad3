import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { UnreadableReason } from '../../../../src/ports/document-reader.ts';
import { bytesOf, fixture, ownPaper, paperWith, reader } from './reading.ts';
import { p, packageOf, wordFile, wordHead } from './word-files.ts';

const refused = async (bytes: Uint8Array, reason: UnreadableReason, fileName = 'a.docx') =>
  expect(await reader.read(bytes, fileName)).toEqual({ kind: 'unreadable', reason });

const good = wordFile(wordHead + p('1. Plan'));

test('the Word file that the bad ones are made from is good', async () => {
  expect((await reader.read(good, 'a.docx')).kind).toBe('read');
});

test('nothing, and nothing but spaces, is empty', async () => {
  await refused(new Uint8Array(), 'empty');
  await refused(bytesOf(' \n\t\n'), 'empty', 'a.txt');
  await refused(wordFile(''), 'empty');
});

test('random text and a paper without items are no meeting papers', async () => {
  await refused(bytesOf('Kære alle\n\n1. Husk mælk\n2. Husk brød\n'), 'not-a-meeting-paper', 'a.txt');
  await refused(bytesOf(paperWith('')), 'not-a-meeting-paper', 'a.txt');
  await refused(wordFile(p('1. Husk mælk')), 'not-a-meeting-paper');
});

test('the content decides, not the name', async () => {
  expect((await reader.read(fixture(ownPaper), 'referat.docx')).kind).toBe('read');
  expect((await reader.read(good, 'referat.txt')).kind).toBe('read');
});

test('PDF, old Word, RTF, HTML, pictures and other zip files are of unknown type', async () => {
  for (const start of ['%PDF-1.7\n', '{\\rtf1', '<!DOCTYPE html><html>', '<html>', '<?xml version="1.0"?>']) {
    await refused(bytesOf(start + paperWith('1. Plan')), 'unknown-type', 'a.txt');
  }
  await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'unknown-type', 'a.doc');
  await refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'unknown-type', 'a.png');
  await refused(zipSync({ 'xl/workbook.xml': bytesOf('<x/>') }), 'unknown-type', 'a.xlsx');
});

test('a file above 20 MB, a very long text and a very long Word file are too large', async () => {
  await refused(new Uint8Array(20 * 1024 * 1024 + 1).fill(65), 'too-large', 'a.txt');
  await refused(bytesOf(paperWith(`1. Plan\n\n${'ord '.repeat(300_000)}`)), 'too-large', 'a.txt');
  await refused(bytesOf(paperWith(`1. Plan\n\n${'ord '.repeat(20_000)}`)), 'too-large', 'a.txt');
  await refused(wordFile(p('ord '.repeat(600_000))), 'too-large');
});

test('a truncated Word file is damaged', async () => {
  await refused(good.subarray(0, good.length - 30), 'damaged');
  await refused(good.subarray(0, 200), 'damaged');
  await refused(good.subarray(5), 'damaged');
});

test('broken XML, endless nesting and a missing part are damaged', async () => {
  await refused(wordFile('<w:p><w:r><w:t>a</w:q>'), 'damaged');
  await refused(
    wordFile('<w:tbl><w:tr><w:tc>'.repeat(9_000) + '</w:tc></w:tr></w:tbl>'.repeat(9_000)),
    'damaged',
  );
  await refused(packageOf({ 'word/document.xml': '' }), 'damaged');
});

test('programs and templates from elsewhere are unsafe', async () => {
  await refused(wordFile(wordHead + p('1. Plan'), { 'word/vbaProject.bin': Uint8Array.of(1) }), 'unsafe');
  const macroEnabled =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  await refused(wordFile(p('1. Plan'), { '[Content_Types].xml': macroEnabled }), 'unsafe');
  const template =
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/evil.dotm" TargetMode="External"/></Relationships>';
  await refused(wordFile(p('1. Plan'), { 'word/_rels/settings.xml.rels': template }), 'unsafe');
});

test("a file made from the organisation's own template is read", async () => {
  const template =
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///\\\\server\\skabeloner\\referat.dotx" TargetMode="External"/></Relationships>';
  const made = wordFile(wordHead + p('1. Plan'), { 'word/_rels/settings.xml.rels': template });
  expect(await reader.read(made, 'Referat.docx')).toMatchObject({ kind: 'read' });
});

test('entities are unsafe, whatever they would become', async () => {
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body>&b;</w:body></w:document>';
  await refused(packageOf({ 'word/document.xml': bomb }), 'unsafe');
});

test('zip bombs are unsafe and nothing of them is unpacked', async () => {
  const zeros = new Uint8Array(61 * 1024 * 1024);
  await refused(wordFile(p('1. Plan'), { 'word/media/a.bin': zeros }), 'unsafe');
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`word/media/${at}`, 'x']));
  await refused(wordFile(p('1. Plan'), many), 'unsafe');
});

/** Says in its directory that the document's part is small. */
const understated = (bytes: Uint8Array, size: number): Uint8Array => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1) {
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 63));
    if (view.getUint32(at, true) === 0x02014b50 && name === 'word/document.xml')
      view.setUint32(at + 24, size, true);
  }
  return copy;
};

test('a part that unpacks to more than it announced is unsafe', async () => {
  await refused(understated(wordFile(p('ord '.repeat(900_000))), 500), 'unsafe');
});

test('a part whose checksum does not hold is damaged, though its words could be read', async () => {
  const stored = zipSync(unzipSync(wordFile(wordHead + p('1. Punkt'))), { level: 0 });
  expect((await reader.read(stored, 'a.docx')).kind).toBe('read');
  const at = Buffer.from(stored).indexOf('1. Punkt');
  stored[at + 4] = 'a'.charCodeAt(0);
  await refused(stored, 'damaged');
});
