import { attach, send } from './composer.js';
import { byId, el, icon } from './dom.js';
import { openTab } from './drawer.js';
import { beginAgain, hideStory, markDone, onProgress, progress } from './progress.js';
import { chat, go, groupChat, onChange, personalChat, session } from './session.js';
import { fill, texts } from './texts.js';

/**
 * The introduction: five steps of a meeting's story, each with the button that does it. Made by the page, not by the
 * bot. Shown whole while no chat is open, and as one line with the next step above an open chat.
 */
const place = byId('story');
let expanded = false;
let shown = '';

const secretary = () => session.people[0];
/** The first member of the committee's chat who is not the secretary. */
function member() {
  const ids = groupChat()?.memberIds ?? session.people.map((one) => one.personId);
  return session.people.find((one) => one !== secretary() && ids.includes(one.personId));
}

const steps = [
  { id: 'help', act: sayHelp },
  { id: 'upload', act: pickPaper },
  { id: 'agenda', act: () => go({ chatId: groupChat()?.id }) },
  { id: 'member', act: beMember },
  { id: 'clock', act: showTheClock },
];

export const storyIsHidden = () => progress.hidden;

export function showStory() {
  const whole = session.chatId === '' || expanded;
  const next = steps.find((step) => !progress.done.includes(step.id));
  place.hidden = progress.hidden || (next === undefined && !whole);
  document.body.classList.toggle('welcome', session.chatId === '' && !progress.hidden);
  const look = JSON.stringify([whole, progress, member()?.name, session.chatId === '']);
  if (look === shown) return;
  shown = look;
  place.classList.toggle('whole', whole);
  place.replaceChildren(...(whole ? wholeStory() : [line(next)]));
}

function wholeStory() {
  return [
    el('h2', {}, texts.story.heading),
    el('p', { class: 'lead' }, texts.story.lead),
    el('ol', {}, ...steps.map(wholeStep)),
    el('p', { class: 'story-foot' }, hideButton()),
  ];
}

function wholeStep(step, index) {
  const done = progress.done.includes(step.id);
  return el(
    'li',
    { class: done ? 'done' : '' },
    el('span', { class: 'number', 'aria-hidden': 'true' }, done ? icon('check') : index + 1),
    el(
      'div',
      {},
      el(
        'h3',
        {},
        words(step, 'Title'),
        done && el('span', { class: 'visually-hidden' }, ` – ${texts.story.done}`),
      ),
      el('p', {}, words(step, 'Text')),
    ),
    actButton(step),
  );
}

function line(step) {
  if (step === undefined) return el('p', {});
  const number = fill(texts.story.step, { n: steps.indexOf(step) + 1 });
  return el(
    'p',
    { class: 'line' },
    el('span', { class: 'step' }, number),
    el('strong', {}, words(step, 'Title')),
    actButton(step),
    el('button', { type: 'button', class: 'link', onclick: () => expand(true) }, texts.story.all),
    hideButton(),
  );
}

function actButton(step) {
  const onclick = () => void perform(step);
  return el(
    'button',
    { type: 'button', class: 'primary', 'data-testid': `story-${step.id}`, onclick },
    words(step, 'Button'),
  );
}

function hideButton() {
  return el(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'story-hide', onclick: hide },
    texts.story.hide,
  );
}

function words(step, part) {
  return fill(texts.story[`${step.id}${part}`] ?? '', { name: member()?.name ?? '' });
}

async function perform(step) {
  expanded = false;
  await step.act();
  showStory();
}

async function sayHelp() {
  await go({ person: secretary()?.personId, chatId: '' });
  await go({ chatId: personalChat()?.id });
  await send(texts.story.helpCommand, []);
}

/** The chooser must open in the same breath as the click, or the browser refuses; the chat follows with the file. */
function pickPaper() {
  const chooser = el('input', { type: 'file', accept: '.docx,.txt' });
  chooser.addEventListener('change', async () => {
    await go({ person: secretary()?.personId, chatId: '' });
    await go({ chatId: personalChat()?.id });
    attach(chooser.files ?? []);
  });
  chooser.click();
}

async function beMember() {
  await go({ person: member()?.personId, chatId: '' });
  await go({ chatId: personalChat()?.id });
}

function showTheClock() {
  openTab('clock');
  document.querySelector('[data-clock="day"]')?.focus();
}

function hide() {
  expanded = false;
  hideStory(true);
  if (session.chatId === '') void go({ chatId: personalChat()?.id, replace: true });
  else showStory();
  byId('text').focus();
}

/** @param {boolean} whole */
function expand(whole) {
  expanded = whole;
  showStory();
}

/** Two steps show in where the person stands. */
function notePlace() {
  if (chat()?.kind === 'groupChat') markDone('agenda');
  if (session.people.length > 0 && session.personId !== secretary()?.personId) markDone('member');
}

export function startStory() {
  byId('story-show').addEventListener('click', () => {
    beginAgain();
    expand(true);
  });
  onChange(notePlace);
  onProgress(showStory);
}
