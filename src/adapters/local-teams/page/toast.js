import { byId, el } from './dom.js';

const shownMs = 8000;

/**
 * A short word at the edge of the page, read aloud, that goes by itself.
 * @param {string} text
 */
export function toast(text) {
  const box = el('p', { class: 'toast' }, text);
  byId('toasts').append(box);
  setTimeout(() => box.remove(), shownMs);
}
