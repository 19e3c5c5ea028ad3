/** The fewest bytes a key has: as many as the hash it goes into. */
export const keyLength = 32;

/** Hex or base64 of at least 32 bytes; undefined for anything else. */
export function readLinkKey(text: string): Uint8Array | undefined {
  const written = text.trim();
  if (/^(?:[0-9a-f]{2})+$/i.test(written) && written.length >= 2 * keyLength)
    return Buffer.from(written, 'hex');
  const bytes = /^[\w+/-]+={0,2}$/.test(written) ? Buffer.from(written, 'base64') : Buffer.alloc(0);
  return bytes.length >= keyLength ? bytes : undefined;
}
