import type { Envelope } from './envelope.ts';

/** An activity that passed the front gate: token, tenant, channel and shape are as they must be. */
export type InboundActivity = {
  readonly type: string;
  /** Empty when Teams gave none. */
  readonly id: string;
  /** Of an invoke: `adaptiveCard/action`, `task/fetch` … */
  readonly name: string | undefined;
  /** Of an installation: `add`, `remove` … */
  readonly action: string | undefined;
  readonly text: string | undefined;
  readonly value: unknown;
  readonly from: {
    readonly id: string;
    readonly aadObjectId: string | undefined;
    readonly name: string | undefined;
  };
  readonly recipientId: string;
  readonly conversation: { readonly id: string; readonly scope: 'personal' | 'groupChat' | 'channel' };
  /** Lower case; equal in both places where Teams writes it, and in our register. */
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly timestamp: Temporal.Instant | undefined;
  readonly attachments: readonly InboundAttachment[];
  /** What in the text are mentions, and of whom. */
  readonly mentions: readonly { readonly text: string; readonly id: string }[];
  readonly membersAdded: readonly string[];
  readonly receivedAt: Temporal.Instant;
  /** The body as it came, for the SDK alone. */
  readonly raw: Readonly<Record<string, unknown>>;
};

export type InboundAttachment = {
  readonly contentType: string;
  readonly name: string | undefined;
  readonly content?: unknown;
};

export function inboundActivity(
  envelope: Envelope,
  tenantId: string,
  receivedAt: Temporal.Instant,
  raw: Readonly<Record<string, unknown>>,
): InboundActivity {
  const { type, name, action, text, value, from, serviceUrl, conversation } = envelope;
  return {
    type,
    id: envelope.id ?? '',
    name,
    action,
    text: text?.toWellFormed(),
    value,
    from: { id: from.id, aadObjectId: from.aadObjectId?.toLowerCase(), name: from.name?.toWellFormed() },
    recipientId: envelope.recipient.id,
    conversation: { id: conversation.id, scope: conversation.conversationType },
    tenantId,
    serviceUrl,
    timestamp: instantOf(envelope.timestamp),
    attachments: envelope.attachments ?? [],
    mentions: mentionsOf(envelope),
    membersAdded: (envelope.membersAdded ?? []).map((member) => member.id),
    receivedAt,
    raw,
  };
}

function mentionsOf(envelope: Envelope): InboundActivity['mentions'] {
  return (envelope.entities ?? []).flatMap(({ type, text, mentioned }) =>
    type === 'mention' && text !== undefined && mentioned !== undefined ? [{ text, id: mentioned.id }] : [],
  );
}

function instantOf(timestamp: string | undefined): Temporal.Instant | undefined {
  try {
    return timestamp === undefined ? undefined : Temporal.Instant.from(timestamp);
  } catch {
    return undefined;
  }
}
