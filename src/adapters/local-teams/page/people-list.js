import { avatar, byId, el, icon, refill } from './dom.js';
import { addressOf, go, session } from './session.js';
import { fill, texts } from './texts.js';

let shown = '';

/** The left column: who one can be, and the chats of who one is. Real links: they open in a second window too. */
export function showPeople() {
  const { people, chats, personId, chatId } = session;
  const look = JSON.stringify([people, chats, personId, chatId]);
  if (look === shown) return;
  shown = look;
  refill(byId('people-list'), session.people.map(personItem));
  refill(byId('chat-list'), session.chats.map(chatItem));
  const unread = session.people.find((one) => one.personId === session.personId)?.unread ?? 0;
  const name = session.people.find((one) => one.personId === session.personId)?.name ?? '';
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} – ${texts.page.title}`;
}

/** @param {import('./session.js').Person} person */
function personItem(person) {
  const current = person.personId === session.personId;
  const address = addressOf(person.personId);
  const label = el(
    'span',
    { class: 'who' },
    el('span', { class: 'name' }, person.name),
    el('span', { class: 'title' }, person.blocked ? texts.people.blocked : person.title),
  );
  const link = el(
    'a',
    {
      href: address,
      class: 'row',
      'data-key': `person-${person.personId}`,
      'data-testid': `person-${person.personId}`,
      'aria-current': current ? 'true' : undefined,
      onclick: (/** @type {MouseEvent} */ event) => follow(event, { person: person.personId }),
    },
    avatar(person.name),
    label,
    unreadMark(person.unread),
  );
  const other = el(
    'a',
    {
      href: address,
      target: '_blank',
      class: 'icon-button other-window',
      'data-key': `window-${person.personId}`,
      'aria-label': fill(texts.people.newWindow, { name: person.name }),
      title: fill(texts.people.newWindow, { name: person.name }),
    },
    icon('window'),
  );
  return el('li', { class: current ? 'current' : '' }, link, other);
}

/** @param {import('./session.js').Chat} chat */
function chatItem(chat) {
  const current = chat.id === session.chatId;
  const last = chat.last === null ? texts.chats.none : chat.last.text || texts.chats.card;
  const link = el(
    'a',
    {
      href: addressOf(session.personId, chat.id),
      class: 'row',
      'data-key': `chat-${chat.id}`,
      'data-testid': `chat-${chat.id}`,
      'aria-current': current ? 'page' : undefined,
      onclick: (/** @type {MouseEvent} */ event) => follow(event, { chatId: chat.id }),
    },
    avatar(chat.title, chat.kind === 'personal' ? 'bot' : 'group'),
    el(
      'span',
      { class: 'who' },
      el('span', { class: 'name' }, chat.title),
      el('span', { class: 'title' }, last),
    ),
    el('span', { class: 'marks' }, chat.last && el('time', {}, chat.last.time), unreadMark(chat.unread)),
  );
  return el('li', { class: current ? 'current' : '' }, link);
}

/** @param {number} count */
function unreadMark(count) {
  if (count === 0) return null;
  const words = fill(texts.people.unread, { n: count });
  return el('span', { class: 'unread', role: 'img', 'aria-label': words }, count > 99 ? '99' : count);
}

/** A plain click stays in this window; with Ctrl, Shift or the middle button the browser does what it does. */
function follow(event, where) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if ('chatId' in where) document.body.classList.remove('people-open');
  void go(where);
}
