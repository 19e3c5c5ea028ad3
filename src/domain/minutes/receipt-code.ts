/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `K7F3-92`: the first 30 bits of a SHA-256 in hex. Short enough to say, long enough not to meet twice by chance. */
export function receiptCode(sha256Hex: string): string {
  const bits = Number.parseInt(sha256Hex.slice(0, 8), 16) >>> 2;
  const symbols = Array.from({ length: 6 }, (_, index) => alphabet[(bits >>> (25 - index * 5)) & 31]);
  return `${symbols.slice(0, 4).join('')}-${symbols.slice(4).join('')}`;
}
