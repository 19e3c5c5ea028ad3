import type { SchemaStep } from '../schema-steps.ts';

/**
 * The schema as steps in order. A step that has been delivered is never changed: a store would refuse it by its checksum;
 * a new step is added at the end. The owning school stands first in every key, so that one file can serve many.
 * Times are milliseconds since 1970; an event's own instant is ISO text, because the chain's hash covers it.
 */
const log = `
CREATE TABLE event (
  school TEXT NOT NULL, seq INTEGER NOT NULL,
  stream TEXT NOT NULL, version INTEGER NOT NULL,
  id TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (school, seq), UNIQUE (school, stream, version)
) STRICT;
CREATE TABLE outbox (
  school TEXT NOT NULL, key TEXT NOT NULL,
  kind TEXT NOT NULL, payload TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'parked', 'dead', 'done')),
  due_at INTEGER NOT NULL, lease_until INTEGER,
  attempts INTEGER NOT NULL, revision INTEGER NOT NULL, spacing INTEGER NOT NULL,
  code TEXT, last_done_at INTEGER,
  PRIMARY KEY (school, key)
) STRICT;
CREATE INDEX outbox_by_state ON outbox (school, state, due_at);
`;

const readModels = `
CREATE TABLE committee (
  school TEXT NOT NULL, committee_id TEXT NOT NULL,
  name TEXT NOT NULL, conversation_id TEXT,
  PRIMARY KEY (school, committee_id)
) STRICT;
CREATE INDEX committee_by_conversation ON committee (school, conversation_id);
CREATE TABLE meeting_index (
  school TEXT NOT NULL, meeting_id TEXT NOT NULL,
  committee_id TEXT NOT NULL, date TEXT NOT NULL, situation TEXT NOT NULL,
  PRIMARY KEY (school, meeting_id)
) STRICT;
CREATE INDEX meeting_by_committee ON meeting_index (school, committee_id, date);
CREATE TABLE answer (
  school TEXT NOT NULL, meeting_id TEXT NOT NULL, version INTEGER NOT NULL, person_id TEXT NOT NULL,
  stance TEXT NOT NULL, reached INTEGER NOT NULL,
  PRIMARY KEY (school, meeting_id, version, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE due (
  school TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (school, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_by_time ON due (school, at);
`;

const conversations = `
CREATE TABLE conversation (
  school TEXT NOT NULL, conversation_id TEXT NOT NULL,
  scope TEXT NOT NULL, tenant_id TEXT NOT NULL, service_url TEXT NOT NULL, person_id TEXT, seen_at INTEGER NOT NULL,
  PRIMARY KEY (school, conversation_id)
) STRICT;
CREATE INDEX conversation_by_person ON conversation (school, person_id, seen_at);
CREATE TABLE tenant_address (
  school TEXT NOT NULL, tenant_id TEXT NOT NULL, service_url TEXT NOT NULL, seen_at INTEGER NOT NULL,
  PRIMARY KEY (school, tenant_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE posted_card (
  school TEXT NOT NULL, card_key TEXT NOT NULL, conversation_id TEXT NOT NULL,
  activity_id TEXT NOT NULL, content_hash TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (school, card_key, conversation_id)
) STRICT;
CREATE TABLE delivery (
  school TEXT NOT NULL, card_key TEXT NOT NULL, person_id TEXT NOT NULL,
  channel TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, code TEXT,
  PRIMARY KEY (school, card_key, person_id)
) STRICT;
`;

/** Rows made before this step learn from the log when their notice was tried. */
const answerToldAt = `
ALTER TABLE answer ADD COLUMN told_at INTEGER;
UPDATE answer SET told_at = (
  SELECT max(unixepoch(json_extract(data, '$.at')) * 1000 + 999) FROM event
  WHERE event.school = answer.school AND type IN ('NoticeDelivered', 'NoticeFailed')
    AND stream = 'answer/' || meeting_id || '/' || answer.version || '/' || person_id
);
`;

const receiptsAndBeats = `
CREATE TABLE receipt (
  school TEXT NOT NULL, receipt TEXT NOT NULL, meeting_id TEXT NOT NULL, version INTEGER NOT NULL, person_id TEXT NOT NULL,
  PRIMARY KEY (school, receipt, meeting_id, version, person_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO receipt
  WITH act AS (
    SELECT school, json_extract(data, '$.receipt') AS receipt, substr(stream, length('answer/') + 1) AS about
    FROM event WHERE stream LIKE 'answer/%' AND json_extract(data, '$.receipt') IS NOT NULL
  ), part AS (
    SELECT school, receipt, substr(about, 1, instr(about, '/') - 1) AS meeting, substr(about, instr(about, '/') + 1) AS rest
    FROM act
  )
  SELECT school, receipt, meeting, CAST(substr(rest, 1, instr(rest, '/') - 1) AS INTEGER), substr(rest, instr(rest, '/') + 1)
  FROM part;
CREATE TABLE instance (
  school TEXT NOT NULL, instance TEXT NOT NULL, beat_at INTEGER, worked_off INTEGER,
  ended TEXT CHECK (ended IN ('left', 'fenced')),
  PRIMARY KEY (school, instance)
) STRICT;
ALTER TABLE outbox ADD COLUMN lease_by TEXT;
`;

export const schemaSteps: readonly SchemaStep[] = [
  { id: 1, name: 'log and outbox', sql: log },
  { id: 2, name: 'read models', sql: readModels },
  { id: 3, name: 'conversations', sql: conversations },
  { id: 4, name: 'when notices were tried', sql: answerToldAt },
  { id: 5, name: 'receipts and beats', sql: receiptsAndBeats },
];
