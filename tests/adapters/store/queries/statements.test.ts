import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate as migratePostgres } from '../../../../src/adapters/store/postgres/migrate.ts';
import { postgresSteps } from '../../../../src/adapters/store/postgres/schema.ts';
import { conversationQueries } from '../../../../src/adapters/store/queries/conversation-queries.ts';
import {
  type Dialect,
  postgresDialect,
  sqliteDialect,
} from '../../../../src/adapters/store/queries/dialect.ts';
import { logQueries } from '../../../../src/adapters/store/queries/log-queries.ts';
import { modelQueries } from '../../../../src/adapters/store/queries/model-queries.ts';
import { modelWrites } from '../../../../src/adapters/store/queries/model-writes.ts';
import { outboxQueries } from '../../../../src/adapters/store/queries/outbox-queries.ts';
import { postgresLogQueries } from '../../../../src/adapters/store/queries/postgres-log-queries.ts';
import { probeQuery } from '../../../../src/adapters/store/queries/probe-query.ts';
import { processQueries } from '../../../../src/adapters/store/queries/process-queries.ts';
import type { Statement } from '../../../../src/adapters/store/queries/statement.ts';
import { migrate } from '../../../../src/adapters/store/sqlite/migrate.ts';
import { schemaSteps } from '../../../../src/adapters/store/sqlite/schema.ts';
import { createSystemDigest } from '../../../../src/adapters/system/system-digest.ts';
import { openPglite } from '../../../support/pglite-connections.ts';

function statementsIn(dialect: Dialect): readonly Statement<never>[] {
  const all = [logQueries, outboxQueries, modelQueries, modelWrites, conversationQueries, processQueries];
  const queries = all.flatMap((queriesOf) => Object.values(queriesOf(dialect, 'school')).flat());
  return [...queries, probeQuery(dialect)] as readonly Statement<never>[];
}

const inPostgres = [...statementsIn(postgresDialect), ...Object.values(postgresLogQueries('school'))];
const nothingGiven = {} as never;

describe('every described query', () => {
  it('has a name of its own: a server knows a prepared statement by nothing else', () => {
    const names = inPostgres.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(names.filter((name) => name.length > 63)).toEqual([]);
  });

  it('asks for the same values in both databases, but for rows, which PostgreSQL takes together', () => {
    const asked = (statement: Statement<never>) => {
      const names = new Set<string>();
      const given = new Proxy({}, { get: (_target, name) => names.add(String(name)) });
      statement.values(given as never);
      return [...names].toSorted();
    };
    const postgres = new Map(statementsIn(postgresDialect).map((each) => [each.name, asked(each)]));
    const different = statementsIn(sqliteDialect).filter((each) => {
      const names = postgres.get(each.name) ?? [];
      return names.join() !== 'rows' && names.join() !== asked(each).join();
    });
    expect(different.map(({ name }) => name)).toEqual([]);
  });

  it('is understood by SQLite', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db, createSystemDigest(), 'local', schemaSteps);
    for (const { name, text } of statementsIn(sqliteDialect)) {
      expect(() => db.prepare(text), name).not.toThrow();
    }
    db.close();
  });

  it('is understood by PostgreSQL', async () => {
    const database = await openPglite();
    await database.connect().use(async (connection) => {
      await migratePostgres(connection, createSystemDigest(), 'local', postgresSteps);
      for (const [place, { name, text, values }] of inPostgres.entries()) {
        const prepared = connection.query({ text: `PREPARE statement_${place} AS ${text}` });
        await expect(prepared, name).resolves.toBeDefined();
        expect(values(nothingGiven).length, name).toBe(new Set(text.match(/\$\d+/g)).size);
      }
    });
    await database.close();
  });
});
