import { describe, expect, it } from 'vitest';
import { wording } from '../../../src/presentation/wording.ts';
import { inventedMails } from '../../texts/invented-pages.ts';

const mails = Object.entries(inventedMails).map(([name, view]) => [name, wording.mail(view), view] as const);

describe.each(mails)('the mail ”%s”', (_name, { subject, text, html }, view) => {
  it('says the same in text and in HTML', () => {
    const wordsOf = (words: string) =>
      words
        .split(/\s+/)
        .map((word) => word.replace(/:$/, ''))
        .filter((word) => word.length > 3);
    const shown = html
      .replaceAll(/<a href="([^"]+)">/g, ' $1 ')
      .replaceAll(/<title>.*?<\/title>|<[^>]+>/g, ' ');
    const told = new Set(wordsOf(shown.replaceAll('&quot;', '"')));
    const missing = wordsOf(text).filter((word) => !told.has(word));
    expect(missing).toEqual([]);
  });

  it('has its links alone on their lines, below the person’s own page', () => {
    const links = text.split('\n').filter((line) => line.includes('://'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((line) => !line.startsWith(view.link) || /\s/.test(line))).toEqual([]);
  });

  it('fetches nothing, runs nothing, and tells nobody that it was read', () => {
    expect(html).not.toMatch(/<img|<script|<link|url\(|src=|cid:/i);
  });

  it('has a subject on one line', () => {
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThanOrEqual(200);
  });
});

describe('what people wrote, in a mail', () => {
  it('is no markup and no line of its own', () => {
    const notice = inventedMails['besked'];
    if (notice?.mail !== 'minutes-notice') throw new TypeError('no notice');
    const evil = 'Evil\r\nBcc: x@y.example <script>alert(1)</script> [Godkendt](https://evil.example)';
    const meeting = { ...notice.view.meeting, committee: evil };
    const mail = wording.mail({ ...notice, name: evil, view: { ...notice.view, meeting } });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).not.toContain('href="https://evil.example');
    expect(mail.text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });
});
