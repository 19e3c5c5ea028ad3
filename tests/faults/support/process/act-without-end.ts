import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { storeIn } from '../../../adapters/store/sqlite/store-in-folder.ts';
import { tell } from '../../../contracts/told-events.ts';

/** Acts on a store until it is ended, eight at a time. Writes its own number, then the name of each act when it is acknowledged. */
const [dataDir = '', planted = ''] = process.argv.slice(2);
if (planted === 'syncs-nothing') leaveSyncing();
const { log } = await storeIn(dataDir);
writeSync(1, `${process.pid}\n`);
let next = 0;
await Promise.all(Array.from({ length: 8 }, act));

async function act(): Promise<void> {
  for (;;) {
    next += 1;
    const word = `act ${next}`;
    await log.transact(tell(`meeting/${next % 5}`, word));
    writeSync(1, `${word}\n`);
  }
}

/** The planted fault: the settings were right when they were looked at. */
function leaveSyncing(): void {
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function lazily(sql: string) {
    if (sql === 'BEGIN IMMEDIATE') this.exec('PRAGMA synchronous = OFF');
    return prepare.call(this, sql);
  };
}
