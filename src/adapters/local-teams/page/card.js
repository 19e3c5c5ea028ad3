import { el } from './dom.js';
import { hostConfig } from './host-config.js';
import { cardMarkdown } from './markdown.js';
import { texts } from './texts.js';
import { toast } from './toast.js';

/**
 * @typedef {{type: string, id?: string, verb?: string, data: Record<string, unknown>}} PressedAction
 * @typedef {(action: PressedAction) => Promise<void>} OnPress
 */

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};
// The page refreshes a card by itself, once, when it comes into view; the renderer's own way would loop.
AdaptiveCards.GlobalSettings.applets.refresh.mode = 'disabled';
AdaptiveCards.GlobalSettings.applets.logEnabled = false;
AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => texts.card.moreActions;

/**
 * Draws a card with Microsoft's renderer. What is pressed goes to `onPress`; while that runs, the card takes no other
 * press. A new look of the card comes through the conversation, as for everybody else.
 * @param {Record<string, unknown>} payload
 * @param {OnPress} onPress
 */
export function drawCard(payload, onPress) {
  const applet = new AdaptiveCards.AdaptiveApplet();
  applet.hostConfig = new AdaptiveCards.HostConfig(hostConfig());
  applet.onCreateProgressOverlay = () =>
    el('div', { class: 'card-working', role: 'status' }, texts.messages.working);
  applet.onActivityRequestFailed = () => -1;
  applet.channelAdapter = {
    async sendRequestAsync(request) {
      const { id, verb, data } = request.action;
      await onPress({ type: 'Action.Execute', ...(id ? { id } : {}), verb: verb ?? '', data: asBag(data) });
      return new AdaptiveCards.SuccessResponse(request, '');
    },
  };
  applet.onAction = (_, action) => void perform(applet.renderedElement, action, onPress);
  const { refresh: _refresh, authentication: _authentication, ...shown } = payload;
  applet.setCard(shown);
  if (applet.card?.renderedElement === undefined)
    return el('p', { class: 'card-broken' }, texts.messages.cardFailed);
  applet.renderedElement.classList.add('card');
  return applet.renderedElement;
}

/** @param {HTMLElement} element @param {any} action @param {OnPress} onPress */
async function perform(element, action, onPress) {
  if (action instanceof AdaptiveCards.OpenUrlAction) return openLink(action.url ?? '');
  if (!(action instanceof AdaptiveCards.SubmitAction) || action instanceof AdaptiveCards.ExecuteAction)
    return;
  if (element.ariaBusy === 'true') return;
  // Busy and not inert: an inert button loses the focus, and a dialog could not give it back.
  element.ariaBusy = 'true';
  try {
    await onPress({ type: 'Action.Submit', data: asBag(action.data) });
  } finally {
    element.ariaBusy = 'false';
  }
}

/** @param {string} address */
function openLink(address) {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return toast(texts.card.linkRefused);
  window.open(url, '_blank', 'noopener');
}

/** @param {unknown} data @returns {Record<string, unknown>} */
function asBag(data) {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
