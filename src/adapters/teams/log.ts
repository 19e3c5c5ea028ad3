/** What this adapter writes to the log; pino fits. Fields carry codes and ids, never names, texts or tokens. */
export type Log = {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};
