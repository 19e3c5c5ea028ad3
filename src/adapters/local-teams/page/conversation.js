import { api } from './api.js';
import { byId, el } from './dom.js';
import { onScheme } from './host-config.js';
import { forgetTyping, keepPlace, watchTyping } from './keep-place.js';
import { drawMessage, drawNote } from './message.js';
import { press } from './press.js';
import { markDone } from './progress.js';
import { chat, me, session } from './session.js';
import { fill, texts } from './texts.js';

/** @typedef {{seen: import('./message.js').Seen, element: HTMLElement, note: {kind: string, text: string} | null}} Line */

/** The open chat: its lines by activity id, in the order they came. */
const log = byId('log');
log.tabIndex = 0; // it scrolls: by keyboard too, and the skip link ends here
/** @type {Map<string, Line>} */
let lines = new Map();
let shownKey = '';
let lastChange = 0;
let asking = false;
let askAgain = false;

/** Cards that were refreshed since this page came, by id and version: once each, as they come into view. */
const refreshed = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) refreshCard(entry.target);
});

/** Shows the chat that the session has open; a chat that stands open already is only brought up to date. */
export async function showConversation() {
  const key = `${session.personId} ${session.chatId}`;
  if (key !== shownKey) {
    shownKey = key;
    lines = new Map();
    lastChange = 0;
    watcher.disconnect();
    refreshed.clear();
    log.replaceChildren();
    log.setAttribute('aria-label', fill(texts.messages.heading, { title: chat()?.title ?? '' }));
    byId('to-newest').hidden = true;
  }
  if (session.chatId !== '') await update();
}

/** Asks for what changed. Two askings at once are one asking and one more afterwards. */
export async function update() {
  askAgain = true;
  if (asking) return;
  asking = true;
  try {
    while (askAgain) {
      askAgain = false;
      await ask();
    }
  } finally {
    asking = false;
  }
}

async function ask() {
  const key = shownKey;
  const first = lastChange === 0;
  const changed = await api.activities(session.personId, session.chatId, lastChange);
  if (key !== shownKey) {
    askAgain = session.chatId !== '';
    return;
  }
  const atEnd = first || isAtEnd();
  // A changed old message is no new one; nobody need scroll for it.
  const fresh = changed.filter((one) => !lines.has(one.id));
  for (const seen of changed) take(seen);
  const empty = lines.size === 0 ? [el('p', { class: 'empty' }, texts.messages.empty)] : [];
  log.querySelector('.empty')?.remove();
  log.append(...empty);
  const mine = fresh.filter((one) => one.from.personId === session.personId);
  if (chat()?.kind === 'personal') noteWritten(mine);
  if (atEnd || mine.length > 0) toNewest();
  else if (fresh.length > 0) byId('to-newest').hidden = false;
  await markRead();
}

/** Writing to the bot and giving it a paper are steps of the story, by whatever way they came about. */
function noteWritten(mine) {
  if (mine.length > 0) markDone('help');
  if (mine.some((one) => one.files.length > 0)) markDone('upload');
}

/** @param {import('./message.js').Seen} seen */
function take(seen) {
  lastChange = Math.max(lastChange, seen.changed);
  const line = lines.get(seen.id);
  if (line === undefined) append(seen);
  else if (fingerprint(line.seen) === fingerprint(seen)) line.seen = seen;
  // An edit often follows a press at once: what the bot said stays, until the person acts again or leaves.
  else redraw({ ...line, seen, note: seen.deleted ? null : line.note });
}

/** What is seen of it: a change of somebody else's view must not disturb what this person is typing into the card. */
function fingerprint(seen) {
  return JSON.stringify({ ...seen, changed: 0 });
}

/** @param {import('./message.js').Seen} seen */
function append(seen) {
  const last = [...lines.values()].at(-1)?.seen;
  if (last?.day !== seen.day) log.append(el('p', { class: 'day' }, el('span', {}, seen.day)));
  const line = { seen, note: null, element: draw(seen, null, continues(last, seen)) };
  lines.set(seen.id, line);
  log.append(line.element);
  watch(line);
}

/** @param {Line} line */
function redraw(line) {
  const follows = line.element.classList.contains('follows');
  const next = { ...line, element: draw(line.seen, line.note, follows) };
  lines.set(line.seen.id, next);
  keepPlace(line.element, next.element, () => line.element.replaceWith(next.element));
  watch(next);
}

function draw(seen, note, follows) {
  return drawMessage(seen, {
    follows,
    note,
    onPress: async (action) => {
      await press(seen.id, action, (said) => setNote(seen.id, said));
      const line = lines.get(seen.id);
      if (line && line.note?.kind !== 'error') forgetTyping(line.element);
      await update();
    },
    onResend: () => void api.resend(session.personId, session.chatId, seen.id).catch(() => update()),
  });
}

/** The card itself is left alone: what a person typed into it must outlive an error. */
function setNote(id, note) {
  const line = lines.get(id);
  if (line === undefined) return;
  const atEnd = isAtEnd();
  line.note = note;
  line.element.querySelector('.notes')?.replaceChildren(...(note === null ? [] : [drawNote(note)]));
  if (atEnd) toNewest();
}

function continues(last, seen) {
  return last?.day === seen.day && last.time === seen.time && last.from.name === seen.from.name;
}

/** @param {Line} line */
function watch(line) {
  if (line.seen.refresh && !refreshed.has(refreshKey(line.seen))) watcher.observe(line.element);
}

function refreshKey(seen) {
  return `${seen.id}:${seen.version}`;
}

/** @param {Element} element */
function refreshCard(element) {
  watcher.unobserve(element);
  const seen = lines.get(element.getAttribute('data-activity-id') ?? '')?.seen;
  if (seen === undefined || refreshed.has(refreshKey(seen)) || me()?.blocked) return;
  refreshed.add(refreshKey(seen));
  // A refresh that fails leaves the card everybody sees; there is nothing to tell.
  api.refresh(session.personId, session.chatId, seen.id).catch(() => undefined);
}

/** Read is what a person can have read: the chat is open and the window is in front. */
export async function markRead() {
  const open = chat();
  const seq = Math.max(0, ...[...lines.values()].map((line) => line.seen.seq));
  if (open === undefined || open.unread === 0 || document.visibilityState !== 'visible') return;
  await api.read(session.personId, open.id, seq);
}

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

function toNewest() {
  log.scrollTop = log.scrollHeight;
  byId('to-newest').hidden = true;
}

watchTyping(log);
byId('to-newest').addEventListener('click', toNewest);
log.addEventListener('scroll', () => {
  if (isAtEnd()) byId('to-newest').hidden = true;
});
onScheme(() => [...lines.values()].forEach(redraw));
