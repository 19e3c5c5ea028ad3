import type { Finding, MeetingPaper } from '../../../domain/meeting/meeting-paper.ts';
import type { ReadPaper } from '../../../ports/document-reader.ts';

export type PaperAsJson = MeetingPaper & { readonly findings: readonly Finding[] };

/** What `npm run import -- FILE --json` prints: the paper's own fields, and the findings beside them. */
export const paperAsJson = (read: Extract<ReadPaper, { kind: 'read' }>): PaperAsJson => ({
  ...read.paper,
  findings: read.findings,
});
