import type { ServerResponse } from 'node:http';
import { sendMethodNotAllowed, sendProblem } from './problem.ts';
import type { Route } from './route.ts';

/** The file at a path of the library (segments separated by '/'), or undefined when there is none. */
export type OpenFile = (
  path: string,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;

const prefix = '/library/';

/** Serves the document library of one machine. For local mode only: whoever reaches the address may read. */
export function createLibraryRoute(open: OpenFile): Route {
  return async (request, response) => {
    const target = request.url?.split('?')[0] ?? '';
    if (!target.startsWith(prefix)) return false;
    if (!isLoopback(request.headers.host)) {
      sendProblem(response, 404);
      return true;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendMethodNotAllowed(response, 'GET, HEAD');
      return true;
    }
    const path = libraryPath(target.slice(prefix.length));
    const file = path === undefined ? undefined : await open(path);
    if (file === undefined) sendProblem(response, 404);
    else sendFile(response, file.name, file.bytes);
    return true;
  };
}

/** A foreign name that was pointed at this machine would let a foreign page read the papers. */
function isLoopback(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host ?? '');
}

/** Undefined for anything that is not a plain path below the library's root. */
function libraryPath(encoded: string): string | undefined {
  const segments: string[] = [];
  for (const part of encoded.split('/')) {
    const segment = decoded(part);
    if (segment === undefined || isUnsafe(segment)) return undefined;
    segments.push(segment);
  }
  return segments.join('/');
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isUnsafe(segment: string): boolean {
  return segment === '' || /^\.{1,2}$|[/\\\p{Cc}]/u.test(segment);
}

function sendFile(response: ServerResponse, name: string, bytes: Uint8Array): void {
  const isPdf = /\.pdf$/i.test(name);
  const isText = /\.txt$/i.test(name);
  const disposition = isPdf || isText ? 'inline' : 'attachment';
  response.writeHead(200, {
    'content-type': contentType(name),
    'content-disposition': `${disposition}; filename*=UTF-8''${extendedValue(name)}`,
    'content-length': bytes.byteLength,
    // Chromium shows no PDF in a sandboxed document; its viewer runs in a process and origin of its own.
    'content-security-policy': `${isPdf ? '' : 'sandbox; '}default-src 'none'; style-src 'unsafe-inline'`,
  });
  response.end(bytes);
}

function contentType(name: string): string {
  const ending = /\.([a-z]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return contentTypes[ending] ?? 'application/octet-stream';
}

const contentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
};

/** RFC 8187: what encodeURIComponent leaves but the header's grammar does not allow is encoded too. */
function extendedValue(name: string): string {
  const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent);
}
