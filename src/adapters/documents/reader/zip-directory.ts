import { crc32, inflateRawSync } from 'node:zlib';

/** What the central directory of a zip file says about one entry. Nothing is unpacked yet. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
};

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const maximalComment = 65_535;

const findDirectoryEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - maximalComment); at -= 1) {
    if (view.getUint32(at, true) === directoryEnd) return at;
  }
  return -1;
};

const entryAt = (view: DataView, bytes: Uint8Array, at: number): ZipEntry | undefined => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  if (at + 46 + nameLength > view.byteLength) return undefined;
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  };
};

/** How many entries the file says it has; `undefined` when its directory is missing, as in a truncated file. */
const announced = (view: DataView): { readonly count: number; readonly at: number } | undefined => {
  const end = view.byteLength < 22 ? -1 : findDirectoryEnd(view);
  return end === -1
    ? undefined
    : { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
};

export type ZipDirectory =
  | { readonly kind: 'directory'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'damaged' };

/** The entries of a zip file, at most `limit`. Zip64 is for files larger than a paper can be, and counts as damaged. */
export const zipDirectory = (bytes: Uint8Array, limit: number): ZipDirectory => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = announced(view);
  if (directory === undefined) return { kind: 'damaged' };
  if (directory.count > limit) return { kind: 'too-many' };
  const entries: ZipEntry[] = [];
  let { at } = directory;
  for (let index = 0; index < directory.count; index += 1) {
    const entry = entryAt(view, bytes, at);
    if (entry === undefined) return { kind: 'damaged' };
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { kind: 'directory', entries };
};

const packedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localHeader) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + entry.packedSize > bytes.length ? undefined : bytes.subarray(from, from + entry.packedSize);
};

const inflated = (packed: Uint8Array, entry: ZipEntry): Uint8Array | 'unsafe' | 'damaged' => {
  try {
    // The limit holds a file that unpacks to more than it announced.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    const grew = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return grew ? 'unsafe' : 'damaged';
  }
};

/** One entry unpacked, never to more than it announced, and only if its checksum holds. */
export const unzipEntry = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | 'unsafe' | 'damaged' => {
  const packed = packedBytes(bytes, entry);
  const encrypted = (entry.flags & 1) === 1;
  if (packed === undefined || encrypted || (entry.method !== 0 && entry.method !== 8)) return 'damaged';
  const unpacked = entry.method === 0 ? packed : inflated(packed, entry);
  if (typeof unpacked === 'string') return unpacked;
  return unpacked.length === entry.size && crc32(unpacked) === entry.crc ? unpacked : 'damaged';
};
