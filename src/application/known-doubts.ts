import type { Operation } from '../domain/operation/operation.ts';

/**
 * What this process last saw of the installation's doubts. A message that comes in asks here whether its time is wanted: a
 * clock that nobody doubts costs it nothing. What is decided rests on the log alone.
 */
export type KnownDoubts = {
  isClockDoubted(): boolean;
  /** The anchors could not be read yet, so nobody knows whether the log lacks something (R16). */
  areAnchorsUnread(): boolean;
  see(operation: Operation): void;
  seeAnchors(read: boolean): void;
  /** Called when the last doubt is gone: what waited for it is tried again at once. */
  whenSettled(tell: () => void): void;
};

export function createKnownDoubts(): KnownDoubts {
  let clock = false;
  let safeMode = false;
  let unread = false;
  let tell = () => {};
  const change = (apply: () => void) => {
    const before = clock || safeMode || unread;
    apply();
    if (before && !(clock || safeMode || unread)) tell();
  };
  return {
    isClockDoubted: () => clock,
    areAnchorsUnread: () => unread,
    see: (operation) =>
      change(() => {
        clock = operation.clock.state === 'doubted';
        safeMode = operation.safeMode.state === 'on';
      }),
    seeAnchors: (read) =>
      change(() => {
        unread = !read;
      }),
    whenSettled: (told) => {
      tell = told;
    },
  };
}
