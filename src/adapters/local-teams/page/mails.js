import { api } from './api.js';
import { byId, el } from './dom.js';
import { fill, texts } from './texts.js';

/** @typedef {{mailId: string, to: string, subject: string, when: string, text: string}} Mail */

/** Mails that somebody opened stay open when the list is drawn again. */
const open = new Set();
const address = /https?:\/\/[^\s<>"]+/g;
let shown = '';

/** Newest first. */
export async function showMails() {
  /** @type {Mail[]} */
  const mails = await api.mails();
  const text = JSON.stringify(mails);
  if (text === shown) return;
  shown = text;
  const panel = byId('mails');
  if (mails.length === 0) panel.replaceChildren(el('p', { class: 'empty' }, texts.mails.empty));
  else
    panel.replaceChildren(
      el('ul', { class: 'mails' }, ...mails.map((mail) => el('li', {}, drawMail(mail)))),
      el('p', { class: 'hint' }, texts.mails.hint),
    );
}

/** @param {Mail} mail */
function drawMail({ mailId, to, subject, when, text }) {
  const details = el(
    'details',
    { open: open.has(mailId), 'data-testid': 'mail' },
    el(
      'summary',
      {},
      el('strong', {}, subject),
      el('small', {}, `${fill(texts.mails.to, { name: to })} · ${when}`),
    ),
    el('p', { class: 'mail-text' }, ...withLinks(text)),
  );
  details.addEventListener('toggle', () => {
    if (details.open) open.add(mailId);
    else open.delete(mailId);
  });
  return details;
}

/** @param {string} text */
function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const { 0: href, index } of text.matchAll(address)) {
    parts.push(text.slice(end, index), drawLink(href));
    end = index + href.length;
  }
  return [...parts, text.slice(end)];
}

/** @param {string} href */
function drawLink(href) {
  const opens = el('span', { class: 'visually-hidden' }, ` (${texts.mails.opens})`);
  return el('a', { href, target: '_blank', rel: 'noopener' }, href, opens);
}
