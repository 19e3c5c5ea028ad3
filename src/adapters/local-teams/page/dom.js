/** @typedef {string | number | Node | null | undefined | false} Child */

/**
 * Makes an element. Text is always text, never markup; a function under a name such as `onclick` is listened with.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined && value !== null)
      element.setAttribute(name, String(value));
  }
  const shown = children.filter((child) => child !== null && child !== undefined && child !== false);
  element.append(...shown.map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

/**
 * The element that the HTML names; its absence is a mistake of ours.
 * @param {string} id
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}

/**
 * A drawn sign, without meaning for a screen reader.
 * @param {string} name
 */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const use = document.createElementNS(space, 'use');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#sign-${name}`);
  svg.append(use);
  return svg;
}

/**
 * Fills a list anew; who had the focus inside it, by `data-key`, keeps it.
 * @param {HTMLElement} list
 * @param {readonly Node[]} items
 */
export function refill(list, items) {
  const active = document.activeElement;
  const key = list.contains(active) ? active?.closest('[data-key]')?.getAttribute('data-key') : null;
  list.replaceChildren(...items);
  if (key) list.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/**
 * A round sign with a person's initials, in a colour that stays with the person.
 * @param {string} name
 * @param {string} [kind]
 */
export function avatar(name, kind = '') {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const initials = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  const sum = [...name].reduce((total, sign) => (total * 31 + (sign.codePointAt(0) ?? 0)) % 6, 0);
  return el('span', { class: `avatar hue-${sum} ${kind}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}
