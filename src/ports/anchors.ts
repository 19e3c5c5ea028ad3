import type { LogPlace } from '../domain/operation/operation.ts';

/** The head of the log at an instant, kept outside the database. */
export type Anchor = LogPlace & { readonly at: string; readonly occasion: string };

/**
 * Anchors lie where whoever can change the database cannot change them. Nothing overwrites or removes one. Throws
 * `PortFailure` as the document library does.
 */
export interface Anchors {
  /** The same occasion again keeps the first anchor. */
  drop(anchor: Anchor): Promise<void>;
  /**
   * Newest first, by place in the log. An anchor that lies there and cannot be read any more, newer than every readable one,
   * comes first with an empty hash: it fits no log, so that damage is asked about and never passed over.
   */
  newest(limit: number): Promise<readonly Anchor[]>;
}
