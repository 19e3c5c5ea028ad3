/** A header as a mail program shows it: unfolded, and its encoded words read. */
export function headerOf(mail: string, name: string): string {
  const head = mail.split(/\r?\n\r?\n/)[0] ?? '';
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  const line = unfolded
    .split(/\r?\n/)
    .find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const value = line?.slice(name.length + 1).trim() ?? '';
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, way: string, words: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : fromQuoted(words.replaceAll('_', ' ')),
    );
}

/** The part of a mail with this type, as text. */
export function partOf(mail: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? 'none';
  const part = mail.split(`--${boundary}`).find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
  return fromQuoted(
    part
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n\n')
      .replaceAll(/=\r?\n/g, ''),
  );
}

function fromQuoted(words: string): string {
  const bytes = words.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/gi, '%25'));
}
