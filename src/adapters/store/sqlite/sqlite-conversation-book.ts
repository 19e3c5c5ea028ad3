import type { DatabaseSync } from 'node:sqlite';
import type {
  ConversationBook,
  ConversationReference,
  Delivery,
  PostedCard,
} from '../../../ports/conversation-book.ts';
import type { GroupCommit } from './group-commit.ts';
import { allRows, firstRow, instantOf } from './rows.ts';
import { reading } from './sql-failure.ts';

type ConversationRow = {
  readonly conversationId: string;
  readonly scope: ConversationReference['scope'];
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly personId: string | null;
  readonly seenAt: number;
};

type PostedRow = Omit<PostedCard, 'at'> & { readonly at: number };
type DeliveryRow = Omit<Delivery, 'at' | 'code'> & { readonly at: number; readonly code: string | null };

export function createSqliteConversationBook(
  db: DatabaseSync,
  school: string,
  commit: GroupCommit,
): ConversationBook {
  const statements = prepareStatements(db);
  const posted = ({ at, ...card }: PostedRow): PostedCard => ({ ...card, at: instantOf(at) });
  const write = async (...changes: readonly (() => unknown)[]): Promise<void> => {
    await commit.run(() => {
      for (const change of changes) change();
    });
  };
  const one = (row: ConversationRow | undefined) => (row === undefined ? undefined : referenceOf(row));
  return {
    remember: (reference) => {
      const { personId = null, seenAt: seen, ...rest } = reference;
      const seenAt = seen.epochMilliseconds;
      const address = { school, tenantId: rest.tenantId, serviceUrl: rest.serviceUrl, seenAt };
      return write(
        () => statements.remember.run({ school, ...rest, personId, seenAt }),
        () => statements.rememberAddress.run(address),
      );
    },
    forget: (conversationId) => write(() => statements.forget.run(school, conversationId)),
    personal: (personId) => reading(() => one(firstRow(statements.personal, school, personId))),
    find: (conversationId) => reading(() => one(firstRow(statements.find, school, conversationId))),
    serviceUrlOf: (tenantId) =>
      reading(() => firstRow<{ serviceUrl: string }>(statements.address, school, tenantId)?.serviceUrl),
    posted: (cardKey, conversationId) =>
      reading(() => {
        const row = firstRow<PostedRow>(statements.posted, school, cardKey, conversationId);
        return row === undefined ? undefined : posted(row);
      }),
    savePosted: ({ at, ...card }) =>
      write(() => statements.savePosted.run({ school, ...card, at: at.epochMilliseconds })),
    dropPosted: (cardKey, conversationId) =>
      write(() => statements.dropPosted.run(school, cardKey, conversationId)),
    saveDelivery: ({ at, code = null, ...delivery }) =>
      write(() => statements.saveDelivery.run({ school, ...delivery, code, at: at.epochMilliseconds })),
    deliveries: (cardKey) =>
      reading(() => allRows<DeliveryRow>(statements.deliveries, school, cardKey).map(deliveryOf)),
  };
}

const conversationColumns = `conversation_id AS conversationId, scope, tenant_id AS tenantId,
  service_url AS serviceUrl, person_id AS personId, seen_at AS seenAt`;

function prepareStatements(db: DatabaseSync) {
  return { ...prepareConversations(db), ...prepareCards(db) };
}

function prepareConversations(db: DatabaseSync) {
  return {
    remember: db.prepare(
      `INSERT INTO conversation (school, conversation_id, scope, tenant_id, service_url, person_id, seen_at)
       VALUES (:school, :conversationId, :scope, :tenantId, :serviceUrl, :personId, :seenAt)
       ON CONFLICT DO UPDATE SET scope = excluded.scope, tenant_id = excluded.tenant_id,
         service_url = excluded.service_url, person_id = excluded.person_id, seen_at = excluded.seen_at
       WHERE excluded.seen_at >= seen_at`,
    ),
    rememberAddress: db.prepare(
      `INSERT INTO tenant_address (school, tenant_id, service_url, seen_at)
       VALUES (:school, :tenantId, :serviceUrl, :seenAt)
       ON CONFLICT DO UPDATE SET service_url = excluded.service_url, seen_at = excluded.seen_at
       WHERE excluded.seen_at >= seen_at`,
    ),
    forget: db.prepare('DELETE FROM conversation WHERE school = ? AND conversation_id = ?'),
    personal: db.prepare(
      `SELECT ${conversationColumns} FROM conversation
       WHERE school = ? AND person_id = ? AND scope = 'personal' ORDER BY seen_at DESC, rowid DESC LIMIT 1`,
    ),
    find: db.prepare(
      `SELECT ${conversationColumns} FROM conversation WHERE school = ? AND conversation_id = ?`,
    ),
    address: db.prepare(
      'SELECT service_url AS serviceUrl FROM tenant_address WHERE school = ? AND tenant_id = ?',
    ),
  };
}

function prepareCards(db: DatabaseSync) {
  return {
    posted: db.prepare(
      `SELECT card_key AS cardKey, conversation_id AS conversationId, activity_id AS activityId,
         content_hash AS contentHash, at
       FROM posted_card WHERE school = ? AND card_key = ? AND conversation_id = ?`,
    ),
    savePosted: db.prepare(
      `INSERT INTO posted_card (school, card_key, conversation_id, activity_id, content_hash, at)
       VALUES (:school, :cardKey, :conversationId, :activityId, :contentHash, :at)
       ON CONFLICT DO UPDATE SET activity_id = excluded.activity_id, content_hash = excluded.content_hash, at = excluded.at`,
    ),
    dropPosted: db.prepare(
      'DELETE FROM posted_card WHERE school = ? AND card_key = ? AND conversation_id = ?',
    ),
    saveDelivery: db.prepare(
      `INSERT INTO delivery (school, card_key, person_id, channel, state, at, code)
       VALUES (:school, :cardKey, :personId, :channel, :state, :at, :code)
       ON CONFLICT DO UPDATE SET channel = excluded.channel, state = excluded.state, at = excluded.at, code = excluded.code
       WHERE excluded.at >= at`,
    ),
    deliveries: db.prepare(
      `SELECT card_key AS cardKey, person_id AS personId, channel, state, at, code
       FROM delivery WHERE school = ? AND card_key = ? ORDER BY person_id`,
    ),
  };
}

function referenceOf({ personId, seenAt, ...rest }: ConversationRow): ConversationReference {
  return { ...rest, seenAt: instantOf(seenAt), ...(personId === null ? {} : { personId }) };
}

function deliveryOf({ at, code, ...rest }: DeliveryRow): Delivery {
  return { ...rest, at: instantOf(at), ...(code === null ? {} : { code }) };
}
