import { api } from './api.js';
import { openDialog } from './dialog.js';
import { session } from './session.js';
import { texts } from './texts.js';

/**
 * Presses an action of a message's card. What the bot says in words goes to `note`; a card comes by the conversation.
 * @param {string} activityId
 * @param {import('./card.js').PressedAction} action
 * @param {(note: {kind: string, text: string} | null) => void} note
 */
export async function press(activityId, action, note) {
  const { personId, chatId } = session;
  note(null);
  try {
    const outcome = await api.press(personId, chatId, activityId, action);
    if (outcome.kind === 'message' || outcome.kind === 'error') note(outcome);
    if (outcome.kind === 'dialog') openDialog(outcome.dialog, (data) => submit(personId, chatId, data));
  } catch {
    note({ kind: 'error', text: texts.answers.failed });
  }
}

/** The dialog belongs to who opened it, whoever the window becomes meanwhile. */
function submit(personId, chatId, data) {
  return api.dialog(personId, chatId, data);
}
