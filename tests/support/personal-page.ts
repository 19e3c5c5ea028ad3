import { until } from './local-person.ts';

type LocalMail = {
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** The newest mail to this person that speaks of this, waited for. */
export function mailTo(origin: string, name: string, subject: string): Promise<LocalMail> {
  return until(`a mail to ${name} about ${subject}`, async () => {
    const mails = (await (await fetch(`${origin}/local/api/mails`)).json()) as readonly LocalMail[];
    return mails.find((mail) => mail.to === name && mail.subject.includes(subject));
  });
}

/** Every address in a mail, in order. */
export function linksIn({ text }: Pick<LocalMail, 'text'>): readonly string[] {
  return [...text.matchAll(/https?:\/\/\S+/g)].map(([href]) => href);
}

export type OpenedPage = {
  readonly status: number;
  readonly url: string;
  /** What a person reads, on one line. */
  readonly text: string;
  readonly html: string;
  readonly headers: Headers;
};

/** Follows a link as a person, or a mail scanner, does. */
export async function openPage(url: string, init: RequestInit = {}): Promise<OpenedPage> {
  const response = await fetch(url, init);
  const html = await response.text();
  const text = html
    .replaceAll(/<(style|title)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  return { status: response.status, url: response.url, text, html, headers: response.headers };
}

/** Presses the page's button: what is hidden goes along, and `fields` as a person filled them in. */
export function pressButton(
  { html, url }: OpenedPage,
  fields: Readonly<Record<string, string>> = {},
): Promise<OpenedPage> {
  const form = /<form method="post" action="([^"]+)">(.*?)<\/form>/s.exec(html);
  if (form === null) throw new Error(`no form on ${url}`);
  const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  const body = new URLSearchParams({
    ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    ...fields,
  });
  return openPage(new URL(form[1] ?? '', url).href, { method: 'POST', body });
}
