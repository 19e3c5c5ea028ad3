import { api } from './api.js';

/**
 * Who is looking at what. Only this file changes it.
 * @typedef {{personId: string, name: string, title: string, mri: string, blocked: boolean, unread: number}} Person
 * @typedef {{id: string, kind: 'personal' | 'groupChat', title: string, memberIds: string[], unread: number,
 *   last: {time: string, text: string} | null}} Chat
 */
export const session = {
  personId: '',
  chatId: '',
  /** @type {Person[]} */
  people: [],
  /** @type {Chat[]} */
  chats: [],
  clock: { date: '', time: '', deadline: null, local: '' },
  /** @type {{title: string, description: string}[]} */
  commands: [],
};

/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
export function onChange(listener) {
  listeners.add(listener);
}

export const me = () => session.people.find((one) => one.personId === session.personId);
export const chat = () => session.chats.find((one) => one.id === session.chatId);
export const personalChat = () => session.chats.find((one) => one.kind === 'personal');
export const groupChat = () => session.chats.find((one) => one.kind === 'groupChat');

/**
 * The address of a person's view; it can be opened in a window of its own.
 * @param {string} person
 * @param {string} [chatId]
 */
export function addressOf(person, chatId) {
  const query = new URLSearchParams({ person, ...(chatId ? { chat: chatId } : {}) });
  return `/?${query}`;
}

/** Asks for people, chats and unread marks again. */
export async function load() {
  const wanted = session.personId;
  const state = await api.state(wanted);
  if (wanted !== session.personId) return;
  Object.assign(session, { ...state, personId: state.person });
  if (chat() === undefined) session.chatId = '';
  for (const listener of listeners) listener();
}

/**
 * Becomes a person, opens a chat, or both. A person who is not in the open chat gets the personal one.
 * @param {{person?: string, chatId?: string, replace?: boolean}} where
 */
export async function go({ person = session.personId, chatId, replace = false }) {
  const before = chat();
  session.personId = person;
  session.chatId = chatId ?? before?.id ?? '';
  await load();
  if (session.chatId === '' && before !== undefined) session.chatId = personalChat()?.id ?? '';
  const address = addressOf(session.personId, session.chatId);
  if (replace) history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

/** Follows the address, at the start and when the browser goes back or forward. */
export function followAddress() {
  const query = new URLSearchParams(location.search);
  return go({ person: query.get('person') ?? '', chatId: query.get('chat') ?? '', replace: true });
}
