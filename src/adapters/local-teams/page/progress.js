const memory = 'udvalgsbot-story';

/** How far this browser is in the introduction. Only this file changes it. */
export const progress = { done: [], hidden: false, ...remembered() };

/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
export function onProgress(listener) {
  listeners.add(listener);
}

/**
 * A step counts as done when it has happened, with or without its button.
 * @param {string} step
 */
export function markDone(step) {
  if (!progress.done.includes(step)) change({ done: [...progress.done, step] });
}

/** @param {boolean} hidden */
export function hideStory(hidden) {
  change({ hidden });
}

export function beginAgain() {
  change({ done: [], hidden: false });
}

/** @param {Partial<{done: string[], hidden: boolean}>} part */
function change(part) {
  Object.assign(progress, part);
  localStorage.setItem(memory, JSON.stringify(progress));
  tell();
}

function tell() {
  for (const listener of listeners) listener();
}

/** @returns {Partial<{done: string[], hidden: boolean}>} */
function remembered() {
  return JSON.parse(localStorage.getItem(memory) ?? '{}');
}

// Another window of the same browser may be one of the other persons.
addEventListener('storage', (event) => {
  if (event.key !== memory) return;
  Object.assign(progress, remembered());
  tell();
});
