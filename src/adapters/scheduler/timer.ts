/** The one place that waits in real time. Tests hand in a timer of their own and never sleep. */
export type Timer = {
  /** Calls back once after the milliseconds; returns what calls it off. */
  after(milliseconds: number, callBack: () => void): () => void;
};

export const realTimer: Timer = {
  after: (milliseconds, callBack) => {
    const handle = setTimeout(callBack, milliseconds);
    return () => clearTimeout(handle);
  },
};

/** The promise's outcome, or that of `late` when it takes longer; the promise itself goes on unheard. */
export function within<T>(
  timer: Timer,
  milliseconds: number,
  promise: Promise<T>,
  late: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timer.after(milliseconds, () => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    });
    void promise.then(resolve, reject).finally(callOff);
  });
}
