import { z } from 'zod';

/** Teams may send null where it has nothing; here an absent field is undefined. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const account = z.looseObject({
  id: z.string().min(1).max(512),
  name: optional(z.string().max(512)),
  aadObjectId: optional(z.string().min(1).max(64)),
});

const attachment = z.looseObject({
  contentType: z.string().max(256),
  name: optional(z.string().max(2_048)),
  content: z.unknown().optional(),
});

const mention = z.looseObject({
  type: z.string().max(128),
  text: optional(z.string().max(1_024)),
  mentioned: optional(z.looseObject({ id: z.string().max(512) })),
});

/** Strict on what is used here, open for the rest: Teams adds fields without asking. */
export const envelopeSchema = z.looseObject({
  type: z.string().min(1).max(64),
  id: optional(z.string().max(512)),
  name: optional(z.string().max(128)),
  action: optional(z.string().max(64)),
  text: optional(z.string()),
  value: z.unknown().optional(),
  channelId: z.string().max(64),
  serviceUrl: z.string().min(1).max(2_048),
  timestamp: optional(z.string().max(64)),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(1_024),
    conversationType: z.enum(['personal', 'groupChat', 'channel']),
    tenantId: optional(z.string().max(64)),
  }),
  channelData: optional(
    z.looseObject({ tenant: optional(z.looseObject({ id: optional(z.string().max(64)) })) }),
  ),
  attachments: optional(z.array(attachment).max(50)),
  entities: optional(z.array(mention).max(100)),
  membersAdded: optional(z.array(z.looseObject({ id: z.string().max(512) })).max(500)),
});

export type Envelope = z.infer<typeof envelopeSchema>;
