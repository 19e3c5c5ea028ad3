const deepest = 40;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON from outside, or undefined when it is not well-formed UTF-8, not JSON, nested deeper than 40, or holds a key
 * that would change an object's prototype when it is copied.
 */
export function parseSoundJson(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(body));
    return isSound(value, 1) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSound(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || !isSound(inner, depth + 1)) return false;
  }
  return true;
}
