import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './store.ts';

export type Chat = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat';
  readonly title: string;
  readonly tenantId: string;
  readonly installed: boolean;
  readonly memberIds: readonly string[];
};

export type Chats = {
  /** Inserts or brings up to date; `installed` is kept. */
  keep(chat: Omit<Chat, 'installed'>): void;
  setInstalled(chatId: string): void;
  find(chatId: string): Chat | undefined;
  all(): readonly Chat[];
  of(personId: string): readonly Chat[];
  isBlocked(personId: string): boolean;
  setBlocked(personId: string, blocked: boolean): void;
};

export function createChats(db: DatabaseSync): Chats {
  const rows = db.prepare('SELECT id, kind, title, tenant_id, installed FROM chat ORDER BY kind DESC, rowid');
  const memberRows = db.prepare('SELECT person_id FROM member WHERE chat_id = ? ORDER BY rowid');
  const upsert = db.prepare(
    `INSERT INTO chat (id, kind, title, tenant_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, tenant_id = excluded.tenant_id`,
  );
  const forget = db.prepare('DELETE FROM member WHERE chat_id = ?');
  const addMember = db.prepare('INSERT OR IGNORE INTO member (chat_id, person_id) VALUES (?, ?)');
  const install = db.prepare('UPDATE chat SET installed = 1 WHERE id = ?');
  const block = db.prepare('INSERT OR IGNORE INTO blocked (person_id) VALUES (?)');
  const unblock = db.prepare('DELETE FROM blocked WHERE person_id = ?');
  const blocked = db.prepare('SELECT 1 FROM blocked WHERE person_id = ?');

  const all = () => rows.all().map((row) => chatOf(row, memberRows.all(String(row['id']))));
  return {
    keep(chat) {
      inTransaction(db, () => {
        upsert.run(chat.id, chat.kind, chat.title, chat.tenantId);
        forget.run(chat.id);
        for (const personId of chat.memberIds) addMember.run(chat.id, personId);
      });
    },
    setInstalled: (chatId) => void install.run(chatId),
    find: (chatId) => all().find((chat) => chat.id === chatId),
    all,
    of: (personId) => all().filter((chat) => chat.memberIds.includes(personId)),
    isBlocked: (personId) => blocked.get(personId) !== undefined,
    setBlocked: (personId, on) => void (on ? block : unblock).run(personId),
  };
}

type Row = Readonly<Record<string, unknown>>;

function chatOf(row: Row, members: readonly Row[]): Chat {
  return {
    id: String(row['id']),
    kind: row['kind'] === 'personal' ? 'personal' : 'groupChat',
    title: String(row['title']),
    tenantId: String(row['tenant_id']),
    installed: row['installed'] === 1,
    memberIds: members.map((member) => String(member['person_id'])),
  };
}
