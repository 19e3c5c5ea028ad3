/** What this adapter writes to the log; pino fits. Fields carry codes and ids, never names, texts or tokens. */
export type Log = {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};
