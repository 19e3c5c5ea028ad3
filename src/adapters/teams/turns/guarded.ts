import { randomUUID } from 'node:crypto';
import { PortFailure } from '../../../ports/port-failure.ts';
import { generalTexts } from '../../../presentation/texts/general.da.ts';
import type { Log } from '../log.ts';

/**
 * Runs a handler; what it throws ends here. The world's failures are told as such, our own get an error id: the log
 * holds the cause, the person gets a number to pass on and nothing from inside.
 */
export async function guarded<T>(
  log: Log,
  work: () => Promise<T>,
  apologise: (text: string) => T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const errorId = randomUUID();
    if (error instanceof PortFailure) {
      log.warn({ errorId, code: error.code }, 'a turn met a failure of the world');
      return apologise(generalTexts.unavailable);
    }
    log.error({ errorId, err: error }, 'a turn ended in a defect');
    return apologise(generalTexts.failed(errorId.slice(0, 8)));
  }
}
