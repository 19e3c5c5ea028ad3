import type { Client } from 'pg';

const pauseMs = 1_000;

/** A connection of its own that hears, and is made anew when it breaks. What was missed meanwhile is told by a ''. */
export async function keepListening(
  connect: () => Client,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const again = (broken: Client) => {
    if (stopped || client !== broken) return;
    client = undefined;
    void broken.end().catch(() => {});
    timer = setTimeout(() => void begin().then((began) => began && heard('')), pauseMs).unref();
  };
  const begin = async (): Promise<boolean> => {
    const fresh = connect();
    client = fresh;
    fresh.on('error', () => again(fresh));
    fresh.on('end', () => again(fresh));
    fresh.on('notification', ({ payload = '' }) => heard(payload));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
      return true;
    } catch {
      again(fresh);
      return false;
    }
  };
  await begin();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
