import type { Finding, MeetingPaper } from '../domain/meeting/meeting-paper.ts';

/** The file cannot be a meeting's paper; told to the person who gave it, nothing is stored. */
export type UnreadableReason =
  | 'too-large'
  | 'empty'
  | 'unknown-type'
  | 'damaged'
  | 'unsafe'
  | 'not-a-meeting-paper';

export type ReadPaper =
  | { readonly kind: 'read'; readonly paper: MeetingPaper; readonly findings: readonly Finding[] }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** Reads a paper of a committee from text or Word into the content model. Never throws on any bytes. */
export interface DocumentReader {
  /** `fileName` only helps to tell the type (.txt, .docx); at most 20 MB are looked at. */
  read(bytes: Uint8Array, fileName: string): Promise<ReadPaper>;
}
