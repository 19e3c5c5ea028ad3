/** The fewest bytes a key has: as many as the hash it goes into. */
export const keyLength = 32;

/** Hex or base64 of at least 32 bytes; undefined for anything else. */
export function readLinkKey(text: string): Uint8Array | undefined {
  const written = text.trim();
  const bytes = bytesOf(written);
  return bytes.length >= keyLength ? bytes : undefined;
}

/** What could be either is hex, which says less: a short key is not to pass for a longer one. */
function bytesOf(written: string): Buffer {
  if (/^[0-9a-f]+$/i.test(written)) return Buffer.from(written, 'hex');
  return /^[\w+/-]+={0,2}$/.test(written) ? Buffer.from(written, 'base64') : Buffer.alloc(0);
}
