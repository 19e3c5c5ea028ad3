import { z } from 'zod';
import type { ServiceTrust } from '../gate/service-url.ts';
import type { FileRefusal } from '../handlers.ts';

export const fileType = 'application/vnd.microsoft.teams.file.download.info';

const downloadInfo = z.looseObject({ downloadUrl: z.string().max(8_192) });

export type Download =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: FileRefusal };

const limitBytes = 20 * 1_024 * 1_024;
const patienceMs = 20_000;

/**
 * The bytes of a file that a person sent in the personal chat. The address came in an activity: only SharePoint is
 * asked, without any token of ours and without following it elsewhere.
 */
export async function downloadFile(content: unknown, trust: ServiceTrust): Promise<Download> {
  const info = downloadInfo.safeParse(content);
  if (!info.success) return refused('malformed');
  if (!isFileHost(info.data.downloadUrl, trust)) return refused('foreign-host');
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(info.data.downloadUrl, { redirect: 'error', signal });
    if (!response.ok || response.body === null) return refused('unavailable');
    if (Number(response.headers.get('content-length') ?? 0) > limitBytes) return await tooLarge(response);
    return await collect(response.body);
  } catch {
    return refused('unavailable');
  }
}

function isFileHost(address: string, trust: ServiceTrust): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (trust.kind === 'local') return url.origin === trust.origin();
  return url.protocol === 'https:' && url.port === '' && /^[a-z\d-]+\.sharepoint\.com$/.test(url.hostname);
}

async function collect(body: ReadableStream<Uint8Array>): Promise<Download> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > limitBytes) return refused('too-large');
    parts.push(part);
  }
  return { kind: 'read', bytes: Buffer.concat(parts) };
}

async function tooLarge(response: Response): Promise<Download> {
  await response.body?.cancel();
  return refused('too-large');
}

function refused(reason: FileRefusal): Download {
  return { kind: 'refused', reason };
}
