/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `K7F3-92`: the first 30 bits of a SHA-256 in hex. Short enough to say, long enough not to meet twice by chance. */
export function receiptCode(sha256Hex: string): string {
  const bits = Number.parseInt(sha256Hex.slice(0, 8), 16) >>> 2;
  const symbols = Array.from({ length: 6 }, (_, index) => alphabet[(bits >>> (25 - index * 5)) & 31]);
  return spelt(symbols.join(''));
}

const symbol = /^[0-9A-HJKMNP-TV-Z]{6}$/;

/**
 * A code as a person wrote it: small letters, blanks, quotes and any kind of dash are passed over, and the letters that no code
 * has are read as the digits they look like. Undefined for what cannot be a code.
 */
export function readReceiptCode(written: string): string | undefined {
  const symbols = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\p{P}\s`´]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return symbol.test(symbols) ? spelt(symbols) : undefined;
}

function spelt(symbols: string): string {
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}
