import { api } from './api.js';
import { byId, el, icon } from './dom.js';
import { markDone } from './progress.js';
import { fill, texts } from './texts.js';

/**
 * @typedef {{path: string, href: string, note: string, when: string}} Entry
 * @typedef {{folders: Map<string, Folder>, files: {name: string, entry: Entry}[]}} Folder
 */

const inOrder = new Intl.Collator('da', { numeric: true });
/** Folders that somebody closed stay closed when the tree is drawn again. */
const closed = new Set();
let shown = '';

export async function showDocuments() {
  /** @type {Entry[]} */
  const entries = await api.documents();
  const text = JSON.stringify(entries);
  if (text === shown) return;
  shown = text;
  if (meetingsIn(entries) > 1) markDone('upload');
  const panel = byId('documents');
  if (entries.length === 0) panel.replaceChildren(el('p', { class: 'empty' }, texts.documents.empty));
  else panel.replaceChildren(drawFolder(treeOf(entries), ''));
}

/** The demo begins with the papers of one meeting; a second is somebody's work. Folders: committee, year, meeting. */
function meetingsIn(entries) {
  return new Set(entries.map((entry) => entry.path.split('/').slice(0, 3).join('/'))).size;
}

/** @param {Entry[]} entries @returns {Folder} */
function treeOf(entries) {
  const root = emptyFolder();
  for (const entry of entries) {
    const steps = entry.path.split('/');
    const name = steps.pop() ?? '';
    let folder = root;
    for (const step of steps) {
      const next = folder.folders.get(step) ?? emptyFolder();
      folder.folders.set(step, next);
      folder = next;
    }
    folder.files.push({ name, entry });
  }
  return root;
}

/** @returns {Folder} */
function emptyFolder() {
  return { folders: new Map(), files: [] };
}

/** @param {Folder} folder @param {string} path */
function drawFolder(folder, path) {
  const folders = [...folder.folders].toSorted(([a], [b]) => inOrder.compare(a, b));
  const files = folder.files.toSorted((a, b) => inOrder.compare(a.name, b.name));
  return el(
    'ul',
    { class: 'tree' },
    ...folders.map(([name, inner]) => el('li', {}, drawDetails(name, inner, `${path}/${name}`))),
    ...files.map((file) => el('li', { class: 'leaf' }, ...drawFile(file))),
  );
}

/** @param {string} name @param {Folder} folder @param {string} path */
function drawDetails(name, folder, path) {
  const details = el(
    'details',
    { open: !closed.has(path) },
    el('summary', {}, icon('folder'), el('span', {}, name)),
    drawFolder(folder, path),
  );
  details.addEventListener('toggle', () => {
    if (details.open) closed.delete(path);
    else closed.add(path);
  });
  return details;
}

/** @param {{name: string, entry: Entry}} file */
function drawFile({ name, entry }) {
  const { href, note, when } = entry;
  const link = el(
    'a',
    { href, target: '_blank', rel: 'noopener', 'data-testid': `document-${entry.path}` },
    name,
    el('span', { class: 'visually-hidden' }, ` (${texts.documents.opens})`),
  );
  const facts = [note, fill(texts.documents.modified, { when })].filter(Boolean).join(' · ');
  return [icon('file'), el('span', {}, link, el('small', {}, facts))];
}
