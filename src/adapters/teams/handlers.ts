/** Who did something, where and when: what the bot knows of an activity that passed the gate. */
export type Turn = {
  /** Empty when Teams gave none. */
  readonly activityId: string;
  readonly tenantId: string;
  readonly objectId: string;
  readonly senderName: string;
  /** Of a channel: the channel itself, whichever thread the message stands in. */
  readonly conversation: { readonly id: string; readonly scope: 'personal' | 'groupChat' | 'channel' };
  readonly receivedAt: Temporal.Instant;
  /** Teams' own timestamp, where it gave one. */
  readonly sentAt?: Temporal.Instant;
  /** Who it is in the words of the chat (`refresh.userIds`); never an identity. */
  readonly personMri: string;
};

export type CardJson = Readonly<Record<string, unknown>>;

/** What the person meets: 400, 403, 404, 409 or 500 in Teams' error answer. */
export type ActErrorCode = 'BadRequest' | 'Forbidden' | 'NotFound' | 'Conflict' | 'InternalServerError';

export type ActAnswer =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly code: ActErrorCode; readonly text: string };

export type DialogAnswer =
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly card: CardJson;
      readonly size: 'small' | 'medium' | 'large';
    }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'close' };

/** One message of the bot. `summary`: what the notification shows beside a card. */
export type Said = { readonly card?: CardJson; readonly text?: string; readonly summary?: string };

export type FileRefusal = 'foreign-host' | 'too-large' | 'unavailable' | 'malformed';

/**
 * What the bot does with what comes in. A throw is logged with an error id and answered with a neutral sentence; after
 * 8 s the person is told that it goes on, and it does.
 */
export type BotHandlers = {
  /** The bot's mention is taken out, the ends are trimmed; at most 4,000 characters, never empty. */
  message(turn: Turn, text: string): Promise<readonly Said[]>;
  /** `automatic`: a card refreshed itself; that only ever answers, it never writes. `data` is not to be believed. */
  act(turn: Turn, verb: string, data: unknown, trigger: 'manual' | 'automatic'): Promise<ActAnswer>;
  fetchDialog(turn: Turn, data: unknown): Promise<DialogAnswer>;
  submitDialog(turn: Turn, data: unknown): Promise<DialogAnswer>;
  /** Of the personal chat only; at most 20 MB. `name` is safe to show and to file under. */
  file(turn: Turn, name: string, bytes: Uint8Array): Promise<readonly Said[]>;
  fileRefused(turn: Turn, name: string, reason: FileRefusal): Promise<readonly Said[]>;
  /** The bot came into a personal chat, a group chat or a team. */
  installed(turn: Turn): Promise<readonly Said[]>;
};
