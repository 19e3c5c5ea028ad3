import type { ServerResponse } from 'node:http';
import { type Page, pageHtml } from '../../presentation/pages/page.ts';

/** What a request to a personal page is answered with. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: Page;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** After an act: a page that can be opened again without acting again. */
  | { readonly kind: 'redirect'; readonly to: string };

export function shown(page: Page, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { kind: 'page', status, page, headers };
}

/** No script, nothing from elsewhere, in no frame, kept by nobody, and the address is told to nobody. */
const headersOfPage = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** To HEAD Node itself answers without the body. */
export function send(response: ServerResponse, answer: Answer, stylePath: string): void {
  if (answer.kind === 'redirect') {
    response.writeHead(303, { ...headersOfPage, location: answer.to, 'content-length': 0 });
    response.end();
    return;
  }
  const bytes = Buffer.from(pageHtml(answer.page, stylePath));
  response.writeHead(answer.status, {
    ...headersOfPage,
    ...answer.headers,
    'content-length': bytes.byteLength,
  });
  response.end(bytes);
}

export function sendStyle(response: ServerResponse, css: Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'text/css; charset=utf-8',
    'content-length': css.byteLength,
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
  });
  response.end(css);
}
