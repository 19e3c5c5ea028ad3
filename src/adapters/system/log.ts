import pino, { type Logger } from 'pino';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/**
 * The program's log: one JSON line an entry, on standard error. Fields are ids and codes; what could hold a person's
 * words, names or a token is taken out here as well, should it come so far.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export function createLog(level: LogLevel): Log {
  const redact = {
    paths: ['text', 'name', 'token', 'authorization', 'headers', '*.authorization', '*.token', '*.text'],
    remove: true,
  };
  return pino(
    {
      level,
      base: null,
      redact,
      serializers: { err: errorFields, error: errorFields },
      formatters: { log: withPlainInstants },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Taking out what is secret copies the fields, and a copied instant can no longer be written. */
function withPlainInstants(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = (value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}

/** Kind and place of an error, not its message: messages quote input. */
function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { type: error.name, ...code, stack: frames.slice(0, 8).map((line) => line.trim()) };
}
