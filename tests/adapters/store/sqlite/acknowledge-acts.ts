import { writeSync } from 'node:fs';
import { tell } from '../../../contracts/told-events.ts';
import { storeIn } from './store-in-folder.ts';

const width = 8;

/** Acts without end, `width` at a time, and writes the name of each act to standard output when it is acknowledged. */
export async function acknowledgeActs(dataDir: string, round: string): Promise<void> {
  const { log } = await storeIn(dataDir);
  let next = 0;
  const actOn = async () => {
    for (;;) {
      next += 1;
      const word = `${round}-${next}`;
      await log.transact(tell(`meeting/${next % 5}`, word));
      writeSync(1, `${word}\n`);
    }
  };
  await Promise.all(Array.from({ length: width }, actOn));
}
