import { vi } from 'vitest';
import { actionsOf, type ShownAction, type ShownCard, showCard, submitOf } from './shown-card.ts';

type Json = Readonly<Record<string, unknown>>;

/** A card in a chat, as one person sees it now. `version` grows with each edit of the message. */
export type CardInChat = ShownCard & {
  readonly chatId: string;
  readonly activityId: string;
  readonly version: number;
};

export type Seen = {
  readonly id: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly text: string;
  readonly from: { readonly bot: boolean; readonly personId: string | null };
  readonly cards: readonly Json[];
};

/** What a press led to. `text`: the sentence, or the words of the card or dialog. */
export type Answered = {
  readonly kind: 'card' | 'message' | 'error' | 'dialog' | 'done';
  readonly text: string;
};
export type OpenDialog = ShownCard & {
  readonly kind: 'dialog';
  readonly title: string;
  /** Sends it with fields filled by their label; a choice is named by its words. */
  send(fields?: Readonly<Record<string, string>>): Promise<Answered>;
};

/** By verb or title, as the card offers it; or an action kept from an earlier look of the card. */
export type Button = { readonly verb: string } | { readonly title: string } | ShownAction;

export type Document = { readonly path: string; readonly href: string; readonly note: string };
export type Happening = { readonly seq: number; readonly text: string };

export const personalChat = (personId: string): string => `a:local-${personId}`;

/** Asks again and again until there is an answer, at most half a minute; what is still missing names itself. */
export function until<T>(what: string, look: () => Promise<T | false | undefined>): Promise<T> {
  const once = async (): Promise<T> => {
    const found = await look();
    if (found === undefined || found === false) throw new Error(`waited in vain for ${what}`);
    return found;
  };
  return vi.waitFor(once, { timeout: 30_000, interval: 50 });
}

/** A program in local mode, through the same API as its page. */
export function connectTo(origin: string) {
  const get = (path: string) => call(origin, 'GET', path);
  const post = (path: string, body: Json) => call(origin, 'POST', path, JSON.stringify(body));
  return {
    origin,
    person: (personId: string) => localPerson(origin, personId),
    documents: async () => (await get('documents')) as readonly Document[],
    happenings: async () => (await get('happenings?after=0')) as readonly Happening[],
    clock: async () => (await get('clock')) as { readonly now: string; readonly nextDeadline: string | null },
    moveClock: (wish: { to: 'deadline' | 'pastDeadline' } | { local: string }) => post('clock', wish),
    /** The bot can reach this person in the personal chat no more, until it is lifted. */
    block: (personId: string, blocked = true) => post('block', { person: personId, blocked }),
    open: async (href: string) => new Uint8Array(await (await fetch(href)).arrayBuffer()),
  };
}

export type LocalTeams = ReturnType<typeof connectTo>;
export type LocalPerson = ReturnType<typeof localPerson>;

function localPerson(origin: string, personId: string) {
  const own = personalChat(personId);
  const chatPath = (chatId: string) => `chats/${encodeURIComponent(chatId)}`;
  const post = (path: string, body: Json) =>
    call(origin, 'POST', path, JSON.stringify({ person: personId, ...body }));
  const seen = async (chatId = own) =>
    (await call(
      origin,
      'GET',
      `${chatPath(chatId)}/activities?person=${personId}&after=0`,
    )) as readonly Seen[];
  const cards = async (chatId = own) => (await seen(chatId)).flatMap((each) => cardsOf(each, chatId));
  const press = (card: CardInChat, button: Button, inputs: Json = {}) => {
    const body = 'type' in button ? { action: asReported(button, inputs) } : { choose: button, inputs };
    return post(`${chatPath(card.chatId)}/activities/${card.activityId}/press`, body);
  };
  const send = async (chatId: string, data: Json) =>
    answered(await post(`${chatPath(chatId)}/dialog`, { data }));
  return {
    personId,
    seen,
    cards,
    /** All cards that hold every one of these words. */
    cardsWith: async (words: readonly string[], chatId = own) =>
      (await cards(chatId)).filter(({ text }) => words.every((each) => text.includes(each))),
    /** The newest card with all these words, waited for. */
    cardWith: (words: readonly string[], chatId = own) =>
      until(`a card in ${chatId} for ${personId} with ${JSON.stringify(words)}`, async () =>
        (await cards(chatId)).findLast(({ text }) => words.every((each) => text.includes(each))),
      ),
    say: (text: string, chatId = own) => post(`${chatPath(chatId)}/messages`, { text }),
    async sendFile(name: string, bytes: Uint8Array<ArrayBuffer>) {
      const uploadIds = [await upload(origin, personId, name, bytes)];
      return post(`${chatPath(own)}/messages`, { text: '', uploadIds });
    },
    press: async (card: CardInChat, button: Button, inputs?: Json) =>
      answered(await press(card, button, inputs)),
    async openDialog(card: CardInChat, button: Button): Promise<OpenDialog> {
      const outcome = (await press(card, button)) as { kind: string; text?: string; dialog?: Json };
      if (outcome.dialog === undefined) throw new Error(`no dialog, but: ${JSON.stringify(outcome)}`);
      return openDialog(outcome.dialog, (data) => send(card.chatId, data));
    },
    /** Submits data that no dialog offered, as a forged client would. */
    submit: (data: Json, chatId = own) => send(chatId, data),
  };
}

async function upload(origin: string, personId: string, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const path = `uploads?person=${personId}&name=${encodeURIComponent(name)}`;
  return ((await call(origin, 'POST', path, bytes)) as { readonly uploadId: string }).uploadId;
}

function cardsOf({ id, version, cards, deleted }: Seen, chatId: string): readonly CardInChat[] {
  return deleted ? [] : cards.map((card) => ({ ...showCard(card), chatId, activityId: id, version }));
}

/** The action of a card by its verb, with its data, to be pressed later or twice. */
export function actionOf(card: ShownCard, verb: string): ShownAction {
  const action = actionsOf(card.json).find(({ verb: its, data }) => (its ?? data?.['verb']) === verb);
  if (action === undefined) throw new Error(`no ${verb} on the card: ${card.text}`);
  return action;
}

/** As the renderer reports a press: without the words on the button. */
function asReported({ type, verb, data = {} }: ShownAction, inputs: Json): Json {
  return { type, ...(verb === undefined ? {} : { verb }), data: { ...data, ...inputs } };
}

function openDialog(dialog: Json, send: (data: Json) => Promise<Answered>): OpenDialog {
  const card = showCard(dialog['card'] as Json);
  return {
    ...card,
    kind: 'dialog',
    title: String(dialog['title']),
    send(fields = {}) {
      const untouched = Object.fromEntries(card.inputs.map(({ id, value }) => [id, value]));
      const filled = Object.entries(fields).map(([label, value]) => fillIn(card, label, value));
      return send({ ...submitOf(card), ...untouched, ...Object.fromEntries(filled) });
    },
  };
}

function fillIn({ inputs, text }: ShownCard, label: string, value: string): readonly [string, string] {
  const input = inputs.find((each) => each.label === label);
  if (input === undefined) throw new Error(`no field ”${label}” in the dialog: ${text}`);
  if (input.choices.length === 0) return [input.id, value];
  const choice = input.choices.find(({ title }) => title === value);
  if (choice === undefined) throw new Error(`no choice ”${value}” in ”${label}”: ${text}`);
  return [input.id, choice.value];
}

function answered(outcome: unknown): Answered {
  const { kind, text, card, dialog } = outcome as Answered & {
    readonly card?: Json;
    readonly dialog?: { readonly card: Json };
  };
  const shown = card ?? dialog?.card;
  return { kind, text: shown === undefined ? (text ?? '') : showCard(shown).text };
}

async function call(
  origin: string,
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<unknown> {
  const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  const response = await fetch(`${origin}/local/api/${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}
