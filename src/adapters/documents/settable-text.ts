/**
 * Text that both setters can take. Control characters and non-characters are no XML and have no picture; marks that
 * turn the writing direction could make a page read otherwise than the text that was hashed and approved. They go.
 * Half a surrogate pair becomes the replacement character, so that the reader sees that something stood there.
 */
const unsettable = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu;
const otherLineBreaks = /\r\n|[\r\u0085\u2028\u2029]/gu;

/** Several lines, separated by `\n`. */
export const settableText = (text: string): string =>
  text.toWellFormed().replaceAll(otherLineBreaks, '\n').replaceAll('\t', ' ').replaceAll(unsettable, '');

/** One line, for headings, cells and properties. */
export const settableLine = (text: string): string => settableText(text).replaceAll('\n', ' ');

/** Only addresses a reader can follow safely from a document; anything else stays plain text. */
export const safeAddress = (href: string | undefined): string | undefined =>
  href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href) && URL.canParse(href) ? href : undefined;
