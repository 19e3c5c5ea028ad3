/** The port promises; the fake does it at once. What throws rejects. */
export function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
