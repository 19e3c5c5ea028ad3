import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** The log writes straight to standard error: a process of its own is listened to. */
function logged(fields: string): Record<string, unknown> {
  const module = new URL('../../../src/adapters/system/log.ts', import.meta.url).href;
  const script = `(await import(process.argv[1])).createLog('warn').warn(${fields}, 'outbox')`;
  const args = ['--input-type=module', '--eval', script, module];
  const out = execFileSync('sh', ['-c', '"$0" "$@" 2>&1', process.execPath, ...args], { encoding: 'utf8' });
  return JSON.parse(out) as Record<string, unknown>;
}

it('an instant in the log can be read', () => {
  const entry = logged(`{ dueAt: Temporal.Instant.from('2025-01-06T09:00:00Z'), code: 'connector 503' }`);
  expect(entry).toMatchObject({ dueAt: '2025-01-06T09:00:00Z', code: 'connector 503', msg: 'outbox' });
});
