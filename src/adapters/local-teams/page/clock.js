import { ApiFault, api } from './api.js';
import { byId } from './dom.js';
import { markDone } from './progress.js';
import { load, session } from './session.js';
import { fill, texts } from './texts.js';

const wishes = {
  day: { days: 1 },
  week: { days: 7 },
  deadline: { to: 'deadline' },
  pastDeadline: { to: 'pastDeadline' },
};
const when = /** @type {HTMLInputElement} */ (byId('clock-when'));
const buttons = [...byId('clock').querySelectorAll('button')];

/** The demo's time and the next deadline. */
export function showClock() {
  const { date, time, deadline, local } = session.clock;
  byId('clock-time').textContent = `kl. ${time}`;
  byId('clock-date').textContent = date;
  byId('clock-deadline').textContent = deadline ?? texts.clock.noneRunning;
  when.min = local;
  if (document.activeElement !== when) when.value = local;
  for (const button of buttons) {
    const named = button.dataset.clock ?? '';
    if (named.toLowerCase().includes('deadline')) button.disabled = deadline === null;
  }
}

export function startClock() {
  byId('clock').addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-clock]') : null;
    if (button instanceof HTMLElement) void move(wishes[button.dataset.clock ?? '']);
  });
  byId('clock-pick').addEventListener('submit', (event) => {
    event.preventDefault();
    void move({ local: when.value });
  });
}

/** @param {object} wish */
async function move(wish) {
  const status = byId('clock-status');
  byId('clock').inert = true;
  status.textContent = texts.clock.moving;
  try {
    const { date, time } = await api.moveClock(wish);
    const lower = date.charAt(0).toLowerCase() + date.slice(1);
    status.textContent = fill(texts.clock.moved, { when: `${lower} kl. ${time}` });
    markDone('clock');
    await load();
  } catch (fault) {
    const said = fault instanceof ApiFault && fault.status === 409 ? fault.message : '';
    status.textContent = said || texts.clock.failed;
  } finally {
    byId('clock').inert = false;
  }
}
