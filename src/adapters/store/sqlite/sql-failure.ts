import { PortFailure } from '../../../ports/port-failure.ts';

/** Lets our own errors through and makes a `PortFailure` of what SQLite says: full disk, damaged file, lost lock. */
export function asFailure(error: unknown): unknown {
  return isSqlError(error) ? new PortFailure('unavailable', `store ${error.errcode}`) : error;
}

/** Runs one reading on the open database. Its failures come as a rejected promise, never as a throw. */
export function reading<T>(read: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    try {
      resolve(read());
    } catch (error) {
      reject(asFailure(error));
    }
  });
}

/** SQLITE_CORRUPT or SQLITE_NOTADB: the file is not what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  return isSqlError(error) && [11, 26].includes(error.errcode & 0xff);
}

export function isSqlError(error: unknown): error is { readonly errcode: number } {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error;
}
