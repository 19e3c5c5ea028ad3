import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { inTransaction } from './store.ts';

/** An activity's JSON as it went over the wire. */
export type ActivityBody = Readonly<Record<string, unknown>>;
/** `none`: nobody is to receive it (the bot's own, or a group message that does not mention the bot). */
export type Delivery = 'none' | 'pending' | 'sent' | 'failed';

export type StoredActivity = {
  readonly seq: number;
  readonly id: string;
  readonly chatId: string;
  /** A person id, or 'bot'. */
  readonly sender: string;
  readonly body: ActivityBody;
  readonly at: string;
  /** 1 as posted, one more at each edit. */
  readonly version: number;
  readonly deleted: boolean;
  readonly delivery: Delivery;
  /** Number of the last change of any kind; a reader asks for what changed after the last one it saw. */
  readonly changed: number;
};

export type Activities = {
  add(
    activity: Pick<StoredActivity, 'id' | 'chatId' | 'sender' | 'body' | 'at' | 'delivery'>,
  ): StoredActivity;
  /** A new content; every personal view of the old one is dropped. */
  edit(id: string, body: ActivityBody): void;
  remove(id: string): void;
  setDelivery(id: string, delivery: Delivery): void;
  find(chatId: string, id: string): StoredActivity | undefined;
  /** At most the last 300, oldest first. */
  changedAfter(chatId: string, change: number): readonly StoredActivity[];
  last(chatId: string): StoredActivity | undefined;
  overlay(id: string, personId: string): ActivityBody | undefined;
  setOverlay(id: string, personId: string, card: ActivityBody): void;
  /** True when the mark moved. */
  markRead(personId: string, chatId: string, seq: number): boolean;
  unread(personId: string, chatId: string): number;
  /** Ids as in Teams: milliseconds of the moment, moved on where that number is taken. */
  nextId(epochMilliseconds: number): string;
};

const nextChange = '(SELECT coalesce(max(changed), 0) + 1 FROM activity)';
const columns = 'seq, id, chat_id, sender, body, at, version, deleted, delivery, changed';

export function createActivities(db: DatabaseSync): Activities {
  const insert = db.prepare(
    `INSERT INTO activity (id, chat_id, sender, body, at, delivery, changed)
     VALUES (?, ?, ?, ?, ?, ?, ${nextChange}) RETURNING ${columns}`,
  );
  const one = db.prepare(`SELECT ${columns} FROM activity WHERE chat_id = ? AND id = ?`);
  const some = db.prepare(
    `SELECT ${columns} FROM activity WHERE chat_id = ? AND changed > ? ORDER BY seq DESC LIMIT 300`,
  );
  const newest = db.prepare(
    `SELECT ${columns} FROM activity WHERE chat_id = ? AND deleted = 0 ORDER BY seq DESC LIMIT 1`,
  );
  const highest = db.prepare('SELECT max(CAST(id AS INTEGER)) AS id FROM activity');
  return {
    add: (a) => {
      const row = insert.get(a.id, a.chatId, a.sender, JSON.stringify(a.body), a.at, a.delivery);
      return activityOf(row ?? {});
    },
    find: (chatId, id) => optional(one.get(chatId, id)),
    changedAfter: (chatId, change) => some.all(chatId, change).reverse().map(activityOf),
    last: (chatId) => optional(newest.get(chatId)),
    nextId: (now) => String(Math.max(now, Number(highest.get()?.['id'] ?? 0) + 1)),
    ...changes(db),
    ...personal(db),
  };
}

function changes(db: DatabaseSync): Pick<Activities, 'edit' | 'remove' | 'setDelivery'> {
  const edit = db.prepare(
    `UPDATE activity SET body = ?, version = version + 1, changed = ${nextChange} WHERE id = ?`,
  );
  const remove = db.prepare(`UPDATE activity SET deleted = 1, changed = ${nextChange} WHERE id = ?`);
  const deliver = db.prepare(`UPDATE activity SET delivery = ?, changed = ${nextChange} WHERE id = ?`);
  const dropOverlays = db.prepare('DELETE FROM overlay WHERE activity_id = ?');
  return {
    edit: (id, body) =>
      inTransaction(db, () => {
        dropOverlays.run(id);
        edit.run(JSON.stringify(body), id);
      }),
    remove: (id) => void remove.run(id),
    setDelivery: (id, delivery) => void deliver.run(delivery, id),
  };
}

function personal(db: DatabaseSync): Pick<Activities, 'overlay' | 'setOverlay' | 'markRead' | 'unread'> {
  const touch = db.prepare(`UPDATE activity SET changed = ${nextChange} WHERE id = ?`);
  const read = db.prepare('SELECT card FROM overlay WHERE activity_id = ? AND person_id = ?');
  const put = db.prepare('INSERT OR REPLACE INTO overlay (activity_id, person_id, card) VALUES (?, ?, ?)');
  const mark = db.prepare(
    `INSERT INTO read_mark (person_id, chat_id, seq) VALUES (?, ?, ?)
     ON CONFLICT (person_id, chat_id) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > seq`,
  );
  const count = db.prepare(
    `SELECT count(*) AS n FROM activity WHERE chat_id = ?1 AND sender <> ?2 AND deleted = 0
     AND seq > coalesce((SELECT seq FROM read_mark WHERE person_id = ?2 AND chat_id = ?1), 0)`,
  );
  return {
    overlay: (id, personId) => {
      const card = read.get(id, personId)?.['card'];
      return typeof card === 'string' ? JSON.parse(card) : undefined;
    },
    setOverlay: (id, personId, card) =>
      inTransaction(db, () => {
        put.run(id, personId, JSON.stringify(card));
        touch.run(id);
      }),
    markRead: (personId, chatId, seq) => mark.run(personId, chatId, seq).changes > 0,
    unread: (personId, chatId) => Number(count.get(chatId, personId)?.['n'] ?? 0),
  };
}

type Row = Readonly<Record<string, SQLOutputValue>>;

function optional(row: Row | undefined): StoredActivity | undefined {
  return row === undefined ? undefined : activityOf(row);
}

function activityOf(row: Row): StoredActivity {
  return {
    seq: Number(row['seq']),
    id: String(row['id']),
    chatId: String(row['chat_id']),
    sender: String(row['sender']),
    body: JSON.parse(String(row['body'])),
    at: String(row['at']),
    version: Number(row['version']),
    deleted: row['deleted'] === 1,
    delivery: String(row['delivery']) as Delivery,
    changed: Number(row['changed']),
  };
}
