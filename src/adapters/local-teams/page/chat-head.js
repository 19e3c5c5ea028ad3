import { api } from './api.js';
import { byId } from './dom.js';
import { chat, load, me, session } from './session.js';
import { fill, texts } from './texts.js';

const button = byId('menu-button');
const items = byId('menu-items');

/** The title of the open chat and the menu of the few things that concern a person and not a chat. */
export function showHead() {
  const open = chat();
  byId('chat-title').textContent = open?.title ?? texts.page.title;
  byId('chat-subtitle').textContent = subtitle(open);
  const blocked = me()?.blocked === true;
  byId('block-button').textContent = blocked ? texts.block.off : texts.block.on;
  byId('blocked').hidden = !(blocked && open?.kind === 'personal');
}

function subtitle(open) {
  if (open === undefined) return texts.chats.choose;
  const { name = '' } = me() ?? {};
  const kind =
    open.kind === 'personal' ? texts.chats.personal : fill(texts.chats.group, { n: open.memberIds.length });
  return `${name} · ${kind}`;
}

/** @param {boolean} open */
export function openMenu(open) {
  items.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
}

export function startHead() {
  button.addEventListener('click', () => openMenu(items.hidden));
  items.addEventListener('click', () => openMenu(false));
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !byId('menu').contains(event.target)) openMenu(false);
  });
  byId('menu').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || items.hidden) return;
    event.stopPropagation();
    openMenu(false);
    button.focus();
  });
  byId('block-button').addEventListener('click', () => void toggleBlock());
}

async function toggleBlock() {
  await api.block(session.personId, me()?.blocked !== true);
  await load();
}
