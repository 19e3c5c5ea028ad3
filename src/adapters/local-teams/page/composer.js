import { api } from './api.js';
import { byId, el, icon } from './dom.js';
import { chat, me, personalChat, session } from './session.js';
import { fill, texts } from './texts.js';
import { toast } from './toast.js';

const botMention = '@Udvalgsbot ';
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const picker = /** @type {HTMLInputElement} */ (byId('file'));
/** What was begun, by person and chat. */
const drafts = new Map();
/** @type {File[]} */
let files = [];
let draftKey = '';

/** Fits the composer to the open chat; a begun text waits where it was begun. */
export function showComposer() {
  const open = chat();
  const blocked = me()?.blocked === true && open?.kind === 'personal';
  byId('composer').hidden = open === undefined || blocked;
  const key = `${session.personId} ${session.chatId}`;
  if (key === draftKey) return;
  drafts.set(draftKey, text.value);
  draftKey = key;
  text.value = drafts.get(key) ?? '';
  files = [];
  const group = open?.kind === 'groupChat';
  text.placeholder = group ? texts.composer.group : texts.composer.personal;
  byId('attach').hidden = group;
  byId('mention').hidden = !group;
  byId('commands').replaceChildren(...session.commands.map(commandChip));
  showFiles();
  grow();
}

/** @param {{title: string, description: string}} command */
function commandChip(command) {
  return el(
    'button',
    {
      type: 'button',
      class: 'chip',
      title: command.description,
      'aria-description': command.description,
      'data-testid': `command-${command.title}`,
      onclick: () => void send(command.title, []),
    },
    command.title,
  );
}

/**
 * Sends a text to the bot in the open chat, as it must be written there.
 * @param {string} words
 * @param {File[]} attached
 */
export async function send(words, attached) {
  const group = chat()?.kind === 'groupChat';
  const command = session.commands.some((one) => one.title === words);
  await deliver(group && command ? `${botMention}${words}` : words, attached);
}

async function deliver(words, attached) {
  const { personId, chatId } = session;
  const uploadIds = [];
  for (const file of attached) {
    try {
      uploadIds.push((await api.upload(personId, file)).uploadId);
    } catch (fault) {
      toast(fill(texts.composer.uploadFailed, { name: file.name }));
      throw fault;
    }
  }
  await api.say(personId, chatId, words, uploadIds);
}

async function submit() {
  const words = text.value;
  const attached = files;
  if (words.trim() === '' && attached.length === 0) return;
  text.value = '';
  files = [];
  showFiles();
  grow();
  try {
    await deliver(words, attached);
  } catch {
    // Nothing is lost: what could not be sent stands in the field again.
    if (text.value === '') text.value = words;
    files = attached;
    showFiles();
    grow();
    toast(texts.composer.sendFailed);
  }
}

/**
 * Lays files beside the text, to go with the next message. Only a personal chat takes them.
 * @param {Iterable<File>} chosen
 */
export function attach(chosen) {
  if (chat()?.id !== personalChat()?.id) return;
  files = [...files, ...chosen];
  showFiles();
  text.focus();
}

function showFiles() {
  byId('attached').replaceChildren(
    ...files.map((file) => el('li', {}, icon('file'), file.name, removal(file))),
  );
}

/** @param {File} file */
function removal(file) {
  const drop = () => {
    files = files.filter((one) => one !== file);
    showFiles();
    text.focus();
  };
  const label = fill(texts.composer.remove, { name: file.name });
  return el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, onclick: drop },
    icon('close'),
  );
}

/** As tall as its text, up to what the style sheet allows. */
function grow() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight}px`;
}

export function startComposer() {
  const form = byId('composer');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  text.addEventListener('input', grow);
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  byId('attach').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    attach(picker.files ?? []);
    picker.value = '';
  });
  byId('mention').addEventListener('click', () => {
    text.setRangeText(botMention, text.selectionStart, text.selectionEnd, 'end');
    text.focus();
  });
  startDrop(byId('chat'));
}

/** @param {HTMLElement} area */
function startDrop(area) {
  area.dataset.drop = texts.composer.drop;
  const takes = (/** @type {DragEvent} */ event) =>
    chat()?.kind === 'personal' && event.dataTransfer?.types.includes('Files') === true;
  area.addEventListener('dragover', (event) => {
    if (!takes(event)) return;
    event.preventDefault();
    area.classList.add('dropping');
  });
  area.addEventListener('dragleave', (event) => {
    if (!area.contains(/** @type {Node | null} */ (event.relatedTarget))) area.classList.remove('dropping');
  });
  area.addEventListener('drop', (event) => {
    area.classList.remove('dropping');
    if (!takes(event)) return;
    event.preventDefault();
    attach(event.dataTransfer?.files ?? []);
  });
}
