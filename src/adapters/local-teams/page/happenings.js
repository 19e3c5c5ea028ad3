import { api } from './api.js';
import { byId, el } from './dom.js';
import { texts } from './texts.js';

let lastSeq = 0;
const list = el('ol', { class: 'happenings', reversed: true });

/** Newest first; only what is new is asked for. */
export async function showHappenings() {
  const asked = lastSeq;
  /** @type {{seq: number, text: string, when: string}[]} */
  const found = await api.happenings(asked);
  if (asked !== lastSeq) return;
  lastSeq = Math.max(lastSeq, ...found.map((one) => one.seq));
  for (const one of found.toSorted((a, b) => a.seq - b.seq)) {
    list.prepend(el('li', {}, el('time', {}, one.when), el('p', {}, one.text)));
  }
  const panel = byId('happenings');
  if (lastSeq === 0) panel.replaceChildren(el('p', { class: 'empty' }, texts.happenings.empty));
  else if (!list.isConnected) panel.replaceChildren(list);
}
