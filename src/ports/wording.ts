import type { PreviousMinutesWording } from '../domain/agenda/agenda-paper.ts';
import type { Role } from '../domain/committee/committee.ts';
import type { ClosedMeeting } from '../domain/meeting/meeting.ts';
import type { MeetingPaper } from '../domain/meeting/meeting-paper.ts';
import type { DocumentModel } from './document-writer.ts';
import type { EvidencePaper } from './evidence-paper.ts';
import type { MailText, MailView } from './mail-view.ts';
import type { FiledPaper } from './outbox.ts';

/** The words the use cases need inside papers; implemented by presentation, where all Danish lives. */
export interface Wording {
  /** Title and text of the item on the last minutes: what really became of them. Undefined date: none were kept. */
  previousMinutes(last: {
    readonly date: string;
    readonly meeting: ClosedMeeting | 'under-approval' | 'not-sent';
  }): PreviousMinutesWording;
  /** A role as the papers print it: "formand i LUU SOSU-AMU"; undefined for plain members. */
  role(role: Role, committee: string): string | undefined;
  /** File name of a paper without ending: "Dagsorden LUU SOSU-AMU 8. december 2023". */
  fileName(
    paper: FiledPaper,
    about: { readonly committee: string; readonly date: string; readonly version: number },
  ): string;
  /** The paper on a decision: which rule, who was reached, who answered what, how it can be checked. */
  evidence(paper: EvidencePaper): DocumentModel;
  document(
    paper: MeetingPaper,
    kind: 'agenda' | 'minutes-draft' | 'minutes',
    about: {
      readonly organisation: string;
      readonly version: number;
      readonly date: Temporal.Instant;
      readonly status?: 'sent' | 'approved';
    },
  ): DocumentModel;
  mail(view: MailView): MailText;
}
