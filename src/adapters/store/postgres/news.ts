import type { Connections } from './connections.ts';

export type News = {
  /** Tells the other processes, at most once in a short while. */
  tell(): void;
  onNews(callback: () => void): void;
  close(): Promise<void>;
};

const channel = 'udvalgsbot';

/** Between two tellings: a busy process would else notify at every commit. */
const spacingMs = 50;

/**
 * Wakes the other processes on this database when there is something to carry out or to look at. It may be lost: whoever
 * listens also looks by himself.
 */
export async function openNews(connections: Connections, school: string, instance: string): Promise<News> {
  const callbacks: (() => void)[] = [];
  const own = `${school}|${instance}`;
  const concerns = (payload: string) =>
    payload === '' || (payload.startsWith(`${school}|`) && payload !== own);
  const stop = await connections.listen(channel, (payload) => {
    if (concerns(payload)) for (const callback of callbacks) callback();
  });
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    const query = { name: 'tell news', text: 'SELECT pg_notify($1, $2)', values: [channel, own] };
    void connections.use((connection) => connection.query(query)).catch(() => {});
  };
  return {
    tell: () => {
      timer ??= setTimeout(send, spacingMs).unref();
    },
    onNews: (callback) => void callbacks.push(callback),
    close: () => {
      clearTimeout(timer);
      return stop();
    },
  };
}
