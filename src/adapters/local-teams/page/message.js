import { drawCard } from './card.js';
import { avatar, el, icon } from './dom.js';
import { messageMarkdown } from './markdown.js';
import { session } from './session.js';
import { texts } from './texts.js';

/**
 * @typedef {{id: string, seq: number, changed: number, from: {bot: boolean, personId: string | null, name: string},
 *   text: string, textFormat: string, day: string, time: string, version: number, edited: boolean, deleted: boolean,
 *   delivery: string, cards: Record<string, unknown>[], files: {name: string, href: string}[], refresh: boolean}} Seen
 * @typedef {{follows: boolean, note: {kind: string, text: string} | null,
 *   onPress: import('./card.js').OnPress, onResend: () => void}} Surroundings
 */

/**
 * One message, with whatever it holds.
 * @param {Seen} seen
 * @param {Surroundings} around
 */
export function drawMessage(seen, around) {
  const mine = seen.from.personId === session.personId;
  const kinds = ['message', mine ? 'mine' : 'theirs', seen.from.bot && 'bot', around.follows && 'follows'];
  return el(
    'article',
    {
      class: kinds.filter(Boolean).join(' '),
      'data-testid': 'message',
      'data-activity-id': seen.id,
      'data-sender': seen.from.bot ? 'bot' : seen.from.personId,
      'data-delivery': seen.delivery,
      tabindex: '-1',
    },
    !mine && avatar(seen.from.name, seen.from.bot ? 'bot' : ''),
    el(
      'div',
      { class: 'content' },
      head(seen, mine),
      seen.deleted ? el('p', { class: 'bubble deleted' }, texts.messages.deleted) : words(seen),
      ...seen.files.map(fileLink),
      ...seen.cards.map((card) => cardFrame(card, around.onPress)),
      el('div', { class: 'notes' }, around.note && drawNote(around.note)),
      deliveryLine(seen, around.onResend),
    ),
  );
}

/** @param {Seen} seen @param {boolean} mine */
function head(seen, mine) {
  return el(
    'header',
    { class: 'byline' },
    el('span', { class: mine ? 'visually-hidden' : 'name' }, mine ? texts.messages.you : seen.from.name),
    seen.from.bot && el('span', { class: 'badge' }, texts.messages.bot),
    el('time', {}, seen.time),
    seen.edited && !seen.deleted && el('span', { class: 'edited' }, texts.messages.edited),
  );
}

/** A person's words stand as written; the bot's are Markdown, of which only harmless marks are known. */
function words(seen) {
  if (seen.text === '') return null;
  if (seen.textFormat !== 'markdown') return el('p', { class: 'bubble plain' }, seen.text);
  const bubble = el('div', { class: 'bubble' });
  bubble.innerHTML = messageMarkdown(seen.text);
  return bubble;
}

/** @param {{name: string, href: string}} file */
function fileLink(file) {
  return el('a', { class: 'file', href: file.href, download: file.name }, icon('file'), file.name);
}

/** @param {Record<string, unknown>} card @param {import('./card.js').OnPress} onPress */
function cardFrame(card, onPress) {
  const full = card.msteams?.width === 'Full';
  return el(
    'div',
    {
      class: full ? 'card-frame full' : 'card-frame',
      role: 'group',
      'aria-label': texts.messages.cardLabel,
      'data-testid': 'card',
      tabindex: '-1',
    },
    drawCard(card, onPress),
  );
}

/**
 * What the bot answered a press with, under the card.
 * @param {{kind: string, text: string}} note
 */
export function drawNote(note) {
  const role = note.kind === 'error' ? 'alert' : 'status';
  return el('p', { class: `note ${note.kind}`, role, 'data-testid': 'note' }, note.text);
}

/** @param {Seen} seen @param {() => void} onResend */
function deliveryLine(seen, onResend) {
  if (seen.delivery === 'pending') return el('p', { class: 'delivery' }, texts.messages.sending);
  if (seen.delivery !== 'failed') return null;
  const again = el('button', { type: 'button', class: 'link', onclick: onResend }, texts.messages.resend);
  return el('p', { class: 'delivery failed', role: 'alert' }, texts.messages.failed, ' ', again);
}
