import { drawCard } from './card.js';
import { byId, el, icon } from './dom.js';
import { texts } from './texts.js';

const widths = { small: 26, medium: 38, large: 52 };

/**
 * Opens a dialog of the bot's. `submit` sends what was filled in and gives the bot's answer.
 * @param {{title: string, width: unknown, card: Record<string, unknown>}} dialog
 * @param {(data: Record<string, unknown>) => Promise<any>} submit
 */
export function openDialog(dialog, submit) {
  const heading = el('h2', { id: 'dialog-title' });
  const body = el('div', { class: 'dialog-body' });
  const note = el('p', { class: 'dialog-note', role: 'alert' });
  const box = el(
    'dialog',
    {
      class: 'dialog',
      'data-testid': 'dialog',
      'aria-labelledby': 'dialog-title',
      onclose: () => closed(box),
    },
    el(
      'header',
      {},
      heading,
      el(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': texts.page.close, onclick: () => box.close() },
        icon('close'),
      ),
    ),
    body,
    note,
  );
  const show = (/** @type {typeof dialog} */ next) => {
    heading.textContent = next.title;
    box.style.setProperty('--dialog-width', widthOf(next.width));
    body.replaceChildren(
      drawCard(next.card, async (action) => {
        note.textContent = '';
        const outcome = await submit(action.data).catch(() => ({
          kind: 'error',
          text: texts.answers.failed,
        }));
        take(outcome);
      }),
    );
    body.querySelector('input, textarea, select')?.focus();
  };
  const take = (/** @type {any} */ outcome) => {
    if (outcome.kind === 'dialog') show(outcome.dialog);
    else if (outcome.kind === 'message') say(body, box, outcome.text);
    else if (outcome.kind === 'error') note.textContent = outcome.text;
    else box.close();
  };
  document.body.append(box);
  box.showModal();
  show(dialog);
}

/** The focus goes back to the button that opened it; is that button gone meanwhile, to where one writes. */
function closed(box) {
  box.remove();
  if (document.activeElement === document.body) byId('text').focus();
}

/** The bot's last word in a dialog, with the one button that is left. */
function say(body, box, text) {
  const close = el(
    'button',
    { type: 'button', class: 'primary', onclick: () => box.close() },
    texts.page.close,
  );
  body.replaceChildren(el('p', { class: 'dialog-message', role: 'status' }, text), close);
  close.focus();
}

/** Teams gives a width as a word or in pixels. */
function widthOf(width) {
  if (typeof width === 'number') return `${Math.min(Math.max(width, 280), 1000) / 16}rem`;
  return `${widths[width] ?? widths.medium}rem`;
}
