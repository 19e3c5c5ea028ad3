import pg from 'pg';
import { type Block, blockOf } from './statistics.ts';

/** What a PostgreSQL server gives so many clients: one row of an event's size, one durable commit, again and again. */
export async function postgresInserts(url: string, clients: number, inserts: number): Promise<Block> {
  const connections = Array.from({ length: clients }, () => new pg.Client({ connectionString: url }));
  await Promise.all(connections.map((client) => client.connect()));
  await connections[0]?.query('CREATE TABLE IF NOT EXISTS raw (id bigserial PRIMARY KEY, data text)');
  const data = 'x'.repeat(600);
  const latencies: number[] = [];
  let left = inserts;
  const write = async (client: pg.Client) => {
    for (; left > 0; ) {
      left -= 1;
      const before = performance.now();
      await client.query({ name: 'insert', text: 'INSERT INTO raw (data) VALUES ($1)', values: [data] });
      latencies.push(performance.now() - before);
    }
  };
  const began = performance.now();
  await Promise.all(connections.map(write));
  const elapsed = performance.now() - began;
  await connections[0]?.query('DROP TABLE raw');
  await Promise.all(connections.map((client) => client.end()));
  return blockOf(latencies, elapsed);
}
