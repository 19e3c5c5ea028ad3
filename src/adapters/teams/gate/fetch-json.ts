const limitBytes = 1_000_000;
const patienceMs = 5_000;

/** JSON from an address, at most 1 MB within 5 s, no redirects. Rejects on anything else. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok || response.body === null) throw new Error(`The address answered ${response.status}.`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > limitBytes) throw new Error('The answer is too large.');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
