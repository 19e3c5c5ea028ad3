import type { Wording } from '../ports/wording.ts';
import { danishShortDate } from './danish-format.ts';
import { evidenceDocument } from './documents/evidence-document.ts';
import { meetingPaperDocument } from './documents/meeting-paper-document.ts';
import { mailText } from './mails/minutes-mails.ts';
import { printedRoles } from './texts/committee.da.ts';
import { documentStates, fileNames, meetingFolder } from './texts/file.da.ts';
import { previousMinutesWording } from './texts/previous-minutes.da.ts';

/** The words that use cases put into papers. */
export const wording = {
  /** Name of a meeting's folder in the library, from its ISO date; the date first, so that folders stand in order. */
  meetingFolder,
  previousMinutes: ({ date, meeting }) => previousMinutesWording(date, meeting),
  role: (role, committee) => printedRoles[role]?.(committee),
  fileName: (paper, { committee, date, version }) =>
    fileNames[paper](committee, danishShortDate(date), version),
  document: (paper, kind, { organisation, version, date, status }) => {
    if (kind === 'agenda') return meetingPaperDocument(paper, 'agenda', { organisation, date });
    if (kind === 'minutes-draft') {
      const draft = { organisation, date, status: documentStates.draft, emptyFields: true };
      return meetingPaperDocument(paper, 'minutes', draft);
    }
    return meetingPaperDocument(paper, 'minutes', {
      organisation,
      date,
      version,
      ...(status === undefined ? {} : { status: documentStates[status] }),
    });
  },
  evidence: evidenceDocument,
  mail: mailText,
} as const satisfies Wording & { meetingFolder(date: string): string };
