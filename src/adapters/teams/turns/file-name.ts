const longest = 120;
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file's name as it may be shown and filed: the last part of what was given, composed, without signs that are
 * forbidden in SharePoint, invisible or turn the direction of reading; never empty, at most 120 characters.
 */
export function safeFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/["*:<>?|#%]/g, '_')
    .replace(/^[\s~]+|[\s.]+$/gu, '');
  const dot = clean.lastIndexOf('.');
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const ending = dot > 0 ? clean.slice(dot, dot + 10) : '';
  const safeStem = deviceNames.test(stem) ? `_${stem}` : stem;
  const short = Array.from(safeStem)
    .slice(0, longest - ending.length)
    .join('');
  return short === '' ? `_${ending}` : `${short}${ending}`;
}
