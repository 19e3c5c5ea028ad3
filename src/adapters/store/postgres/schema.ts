import type { SchemaStep } from '../schema-steps.ts';

/**
 * The schema as steps in order, as in SQLite; a step that has been delivered is never changed. Texts compare byte by
 * byte, so that streams lie and are listed in the same order in both. `place` says which of two rows came first.
 */
const log = `
CREATE TABLE event (
  school TEXT NOT NULL, seq BIGINT NOT NULL,
  stream TEXT NOT NULL, version INTEGER NOT NULL,
  id TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (school, seq), UNIQUE (school, stream, version)
);
CREATE TABLE log_head (
  school TEXT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL, hash TEXT NOT NULL
) WITH (fillfactor = 10);
CREATE TABLE outbox (
  school TEXT NOT NULL, key TEXT NOT NULL,
  kind TEXT NOT NULL, payload TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'parked', 'dead', 'done')),
  due_at BIGINT NOT NULL, lease_until BIGINT, lease_by TEXT,
  attempts INTEGER NOT NULL, revision INTEGER NOT NULL, spacing BIGINT NOT NULL,
  code TEXT, last_done_at BIGINT,
  place BIGINT GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (school, key)
);
CREATE INDEX outbox_by_state ON outbox (school, state, due_at, place);
`;

const readModels = `
CREATE TABLE committee (
  school TEXT NOT NULL, committee_id TEXT NOT NULL,
  name TEXT NOT NULL, conversation_id TEXT,
  PRIMARY KEY (school, committee_id)
);
CREATE INDEX committee_by_conversation ON committee (school, conversation_id);
CREATE TABLE meeting_index (
  school TEXT NOT NULL, meeting_id TEXT NOT NULL,
  committee_id TEXT NOT NULL, date TEXT NOT NULL, situation TEXT NOT NULL,
  PRIMARY KEY (school, meeting_id)
);
CREATE INDEX meeting_by_committee ON meeting_index (school, committee_id, date);
CREATE TABLE answer (
  school TEXT NOT NULL, meeting_id TEXT NOT NULL, version INTEGER NOT NULL, person_id TEXT NOT NULL,
  stance TEXT NOT NULL, reached INTEGER NOT NULL, told_at BIGINT,
  PRIMARY KEY (school, meeting_id, version, person_id)
);
CREATE TABLE due (
  school TEXT NOT NULL, key TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (school, key)
);
CREATE INDEX due_by_time ON due (school, at);
CREATE TABLE receipt (
  school TEXT NOT NULL, receipt TEXT NOT NULL, meeting_id TEXT NOT NULL, version INTEGER NOT NULL, person_id TEXT NOT NULL,
  PRIMARY KEY (school, receipt, meeting_id, version, person_id)
);
`;

const conversationsAndProcesses = `
CREATE TABLE conversation (
  school TEXT NOT NULL, conversation_id TEXT NOT NULL,
  scope TEXT NOT NULL, tenant_id TEXT NOT NULL, service_url TEXT NOT NULL, person_id TEXT, seen_at BIGINT NOT NULL,
  place BIGINT GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (school, conversation_id)
);
CREATE INDEX conversation_by_person ON conversation (school, person_id, seen_at);
CREATE TABLE tenant_address (
  school TEXT NOT NULL, tenant_id TEXT NOT NULL, service_url TEXT NOT NULL, seen_at BIGINT NOT NULL,
  PRIMARY KEY (school, tenant_id)
);
CREATE TABLE posted_card (
  school TEXT NOT NULL, card_key TEXT NOT NULL, conversation_id TEXT NOT NULL,
  activity_id TEXT NOT NULL, content_hash TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (school, card_key, conversation_id)
);
CREATE TABLE delivery (
  school TEXT NOT NULL, card_key TEXT NOT NULL, person_id TEXT NOT NULL,
  channel TEXT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL, code TEXT,
  PRIMARY KEY (school, card_key, person_id)
);
CREATE TABLE instance (
  school TEXT NOT NULL, instance TEXT NOT NULL, beat_at BIGINT, worked_off BIGINT,
  ended TEXT CHECK (ended IN ('left', 'fenced')),
  PRIMARY KEY (school, instance)
);
`;

function byteByByte(sql: string): string {
  return sql.replaceAll(' TEXT', ' TEXT COLLATE "C"');
}

export const postgresSteps: readonly SchemaStep[] = [
  { id: 1, name: 'log and outbox', sql: byteByByte(log) },
  { id: 2, name: 'read models', sql: byteByByte(readModels) },
  { id: 3, name: 'conversations and processes', sql: byteByByte(conversationsAndProcesses) },
];
