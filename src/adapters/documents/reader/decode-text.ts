/** Bytes that are no text: a control character no paper holds, among the first bytes. */
const looksBinary = (bytes: Uint8Array): boolean => {
  let control = 0;
  for (const byte of bytes.subarray(0, 4096)) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control += 1;
  }
  return control > 4;
};

const otherFormats = [
  '%PDF',
  '{\\rtf',
  '<!doctype',
  '<html',
  '<?xml',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
];

const startsLikeAnotherFormat = (bytes: Uint8Array): boolean => {
  const start = String.fromCharCode(...bytes.subarray(0, 64))
    .trimStart()
    .toLowerCase();
  return otherFormats.some((mark) => start.startsWith(mark.toLowerCase()));
};

const marked = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Danish papers saved by older programs: every byte has a meaning there, so this never fails.
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/**
 * Text of a paper: UTF-8, UTF-16 with its mark, else Windows-1252; composed letters, no soft hyphens, no invisible
 * marks. `undefined` when the bytes are no text.
 */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const encoding = marked(bytes);
  if (encoding === undefined && (startsLikeAnotherFormat(bytes) || looksBinary(bytes))) return undefined;
  const text = encoding === undefined ? decoded(bytes) : new TextDecoder(encoding).decode(bytes);
  return cleanText(text);
};

/** NFC; soft hyphens, zero-width and direction marks carry no words and would hide a name from a search. */
export const cleanText = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .toWellFormed()
    .normalize('NFC');
