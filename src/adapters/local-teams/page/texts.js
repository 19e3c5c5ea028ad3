import { localPageTexts } from '/local/assets/danish-texts.js';

/** The page's Danish words, made by the server from where all Danish texts live. */
export const texts = localPageTexts;

/**
 * Puts values into the places `{name}` of a text.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
