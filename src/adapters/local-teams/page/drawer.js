import { showClock, startClock } from './clock.js';
import { showDocuments } from './documents.js';
import { byId } from './dom.js';
import { showHappenings } from './happenings.js';
import { showMails } from './mails.js';
import { load } from './session.js';

const names = ['documents', 'clock', 'happenings', 'mails'];
const shows = { documents: showDocuments, clock: showClock, happenings: showHappenings, mails: showMails };
const toggle = byId('drawer-toggle');
const wide = matchMedia('(min-width: 72em)');
const lookAgainMs = 4000;

let current = 'documents';

/** Brings the open tab up to date. A failure is silent: the next look repairs it. */
export function showDrawer() {
  if (isOpen()) Promise.resolve(shows[current]()).catch(() => undefined);
}

/** @param {string} name */
export function openTab(name) {
  current = name;
  for (const one of names) {
    const tab = byId(`tab-${one}`);
    tab.setAttribute('aria-selected', String(one === name));
    tab.tabIndex = one === name ? 0 : -1;
    byId(one).hidden = one !== name;
  }
  setOpen(true);
}

function isOpen() {
  return !document.body.classList.contains('drawer-closed');
}

/** @param {boolean} open */
export function setOpen(open) {
  document.body.classList.toggle('drawer-closed', !open);
  toggle.setAttribute('aria-expanded', String(open));
  showDrawer();
}

export function startDrawer() {
  startClock();
  toggle.addEventListener('click', () => setOpen(!isOpen()));
  for (const name of names) byId(`tab-${name}`).addEventListener('click', () => openTab(name));
  byId('drawer').addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !wide.matches) {
      setOpen(false);
      toggle.focus();
    }
  });
  byId('tab-documents').parentElement?.addEventListener('keydown', moveAmongTabs);
  wide.addEventListener('change', () => setOpen(wide.matches));
  setOpen(wide.matches);
  // The library and the log have no bell of their own: an open tab looks again while somebody can see it.
  setInterval(() => {
    if (document.visibilityState !== 'visible' || !isOpen()) return;
    if (current === 'clock') load().catch(() => undefined);
    else showDrawer();
  }, lookAgainMs);
}

/** @param {KeyboardEvent} event */
function moveAmongTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const next = names[(names.indexOf(current) + step + names.length) % names.length];
  openTab(next);
  byId(`tab-${next}`).focus();
}
