import { showHead, startHead } from './chat-head.js';
import { showClock } from './clock.js';
import { showComposer, startComposer } from './composer.js';
import { markRead, showConversation, update } from './conversation.js';
import { byId } from './dom.js';
import { showDrawer, startDrawer } from './drawer.js';
import { showPeople } from './people-list.js';
import { followAddress, go, load, onChange, personalChat, session } from './session.js';
import { showStory, startStory, storyIsHidden } from './story.js';
import { texts } from './texts.js';

const gatherMs = 120;
let gathering = false;

function showAll() {
  showPeople();
  showHead();
  showStory();
  showComposer();
  showClock();
  byId('log-frame').hidden = session.chatId === '';
  showConversation().catch(() => undefined);
}

/** Several bells in a row are one look. */
function lookSoon() {
  if (gathering) return;
  gathering = true;
  setTimeout(() => {
    gathering = false;
    load().catch(() => undefined);
    showDrawer();
  }, gatherMs);
}

/** The server rings, the page looks. After a break everything is looked at again. */
function startLive() {
  const live = new EventSource('/local/api/live');
  live.addEventListener('open', () => {
    byId('offline').hidden = true;
    lookSoon();
  });
  live.addEventListener('error', () => {
    byId('offline').hidden = false;
  });
  live.addEventListener('message', (event) => {
    const bell = JSON.parse(event.data);
    if (bell.type === 'chat' && bell.chatId === session.chatId) update().catch(() => undefined);
    lookSoon();
  });
}

function startPeopleColumn() {
  const toggle = byId('people-toggle');
  const set = (/** @type {boolean} */ open) => {
    document.body.classList.toggle('people-open', open);
    toggle.setAttribute('aria-expanded', String(open));
    if (open) byId('people').querySelector('.current a')?.focus();
  };
  toggle.addEventListener('click', () => set(!document.body.classList.contains('people-open')));
  byId('people').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    set(false);
    toggle.focus();
  });
  byId('chat').addEventListener('click', (event) => {
    if (event.target instanceof Node && !toggle.contains(event.target)) set(false);
  });
}

async function start() {
  startHead();
  startComposer();
  startDrawer();
  startStory();
  startPeopleColumn();
  onChange(showAll);
  addEventListener('popstate', () => void followAddress());
  document.addEventListener('visibilitychange', () => {
    markRead().catch(() => undefined);
    lookSoon();
  });
  try {
    await followAddress();
    if (session.chatId === '' && storyIsHidden()) await go({ chatId: personalChat()?.id, replace: true });
    startLive();
  } catch {
    byId('chat-subtitle').textContent = texts.page.loadFailed;
  }
  document.body.dataset.ready = 'true';
}

void start();
