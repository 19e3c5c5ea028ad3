import type { IncomingMessage, ServerResponse } from 'node:http';

/** Somebody a visitor of the page can be. The first of the list is the secretary. */
export type LocalPerson = {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly tenantId: string;
  readonly objectId: string;
};

export type CommitteeChat = {
  readonly conversationId: string;
  readonly title: string;
  /** Person ids; ids that are no LocalPerson are left out. */
  readonly memberIds: readonly string[];
};

export type LibraryEntry = {
  /** Segments separated by '/'. */
  readonly path: string;
  readonly href: string;
  readonly modified: Temporal.Instant;
  readonly note: string;
};

export type Happening = { readonly seq: number; readonly at: Temporal.Instant; readonly text: string };

/** A mail that lies in the outbox folder instead of being sent. */
export type LocalMail = {
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly at: Temporal.Instant;
  readonly text: string;
};

/** The demo's clock: it runs, and a person can move it forward, never back. */
export type DemoClock = {
  now(): Temporal.Instant;
  advanceTo(instant: Temporal.Instant): Promise<void>;
  nextDeadline(): Promise<Temporal.Instant | undefined>;
};

export type LocalTeamsOptions = {
  readonly dataDir: string;
  /** `http://127.0.0.1:3978`; known once the server listens. */
  readonly origin: () => string;
  /** The bot's app id (a guid): audience of the tokens its door gets. */
  readonly botId: string;
  readonly people: () => Promise<readonly LocalPerson[]>;
  readonly committeeChats: () => Promise<readonly CommitteeChat[]>;
  readonly clock: DemoClock;
  readonly documents: () => Promise<readonly LibraryEntry[]>;
  /** The log in plain Danish: everything with a number above `after`. */
  readonly happenings: (after: number) => Promise<readonly Happening[]>;
  /** Newest first. */
  readonly mails: () => Promise<readonly LocalMail[]>;
  readonly commands: readonly { readonly title: string; readonly description: string }[];
};

export type LocalTeams = {
  /** False: the path is not ours and nothing was answered. Rejects on a defect, then nothing was answered either. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly issuer: { readonly issuer: string; readonly openIdMetadataUrl: () => string };
  /** Token for the bot's calls to the connector, valid for an hour. */
  botToken(): Promise<string>;
  /** Opens the chats that are new and tells the bot it was installed there. The bot's door must be open. */
  start(): Promise<void>;
  close(): Promise<void>;
};
