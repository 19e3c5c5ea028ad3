export type NotOpenedReason =
  | 'in-use'
  | 'other-mark'
  | 'newer-schema'
  | 'changed-schema'
  | 'settings'
  | 'server-settings'
  | 'old-server'
  | 'unreachable'
  | 'missing'
  | 'no-store';

/** The store cannot be used as asked; said once at start in one sentence, before anything was read or changed. */
export class StoreNotOpened extends Error {
  override readonly name = 'StoreNotOpened';
  readonly reason: NotOpenedReason;

  constructor(sentence: string, about: { readonly reason: NotOpenedReason; readonly cause?: unknown }) {
    super(sentence, { cause: about.cause });
    this.reason = about.reason;
  }
}
