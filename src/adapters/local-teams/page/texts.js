/** The page's Danish words, put into the HTML by the server from where all Danish texts live. */
export const texts = JSON.parse(document.querySelector('meta[name="danish-texts"]')?.content ?? '{}');

/**
 * Puts values into the places `{name}` of a text.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
