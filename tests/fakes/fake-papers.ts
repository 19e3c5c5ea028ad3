import { type Finding, type MeetingPaper, meetingPaper } from '../../src/domain/meeting/meeting-paper.ts';
import type { DocumentReader, ReadPaper } from '../../src/ports/document-reader.ts';
import type { DocumentModel, DocumentWriter } from '../../src/ports/document-writer.ts';
import type { Wording } from '../../src/ports/wording.ts';
import { promised } from './promised.ts';

/** Says what it was asked to word, so that a test sees what the use case knew. */
export const fakeWording: Wording = {
  previousMinutes: ({ date, meeting }) => ({
    title: `Godkendelse af referat fra ${date}`,
    summary: typeof meeting === 'string' ? meeting : meeting.closing.result,
  }),
  role: (role, committee) => (role === 'chair' ? `formand i ${committee}` : undefined),
  fileName: (paper, { committee, date, version }) => `${paper} ${committee} ${date} v${version}`,
  document: (paper, kind, about) =>
    modelOf(paper, [kind, about.organisation, about.status ?? 'draft'].join(' ')),
  evidence: ({ version, course, meeting }) => ({
    ...modelOf(
      { committee: meeting.committee, participants: [], items: [], breaksAfter: [] },
      `evidence ${version}`,
    ),
    blocks: [
      { kind: 'paragraph', runs: [{ text: JSON.stringify(course.map(({ decisions }) => decisions)) }] },
    ],
  }),
  mail: ({ mail, name, link }) => ({ subject: `${mail} → ${name}`, text: link, html: link }),
};

function modelOf(paper: MeetingPaper, subject: string): DocumentModel {
  const blocks = [{ kind: 'paragraph', runs: [{ text: JSON.stringify(paper) }] }] as const;
  return {
    title: paper.committee,
    subject,
    author: '',
    date: Temporal.Instant.fromEpochMilliseconds(0),
    footer: '',
    blocks,
  };
}

/** A file whose first line says what it is and whose second is the paper as JSON: easy to edit by hand in a test. */
export const fakeWriter: DocumentWriter = {
  write: ({ subject, blocks }, format) =>
    promised(() => {
      const [block] = blocks;
      const text = block?.kind === 'paragraph' ? (block.runs[0]?.text ?? '') : '';
      return { bytes: new TextEncoder().encode(`${format} ${subject}\n${text}`), replacedGlyphs: [] };
    }),
};

/** Reads what the fake writer writes; `findings` of a paper stand on a third line. */
export const fakeReader: DocumentReader = {
  read: (bytes) => promised(() => readLines(new TextDecoder().decode(bytes).split('\n'))),
};

function readLines([, paper = '', findings = '[]']: readonly string[]): ReadPaper {
  const parsed = meetingPaper.safeParse(jsonOf(paper));
  if (!parsed.success) return { kind: 'unreadable', reason: 'not-a-meeting-paper' };
  return { kind: 'read', paper: parsed.data, findings: (jsonOf(findings) ?? []) as readonly Finding[] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The bytes of a paper as somebody would drop it in the chat. */
export function paperFile(paper: MeetingPaper, findings: readonly Finding[] = []): Uint8Array {
  return new TextEncoder().encode(`docx by hand\n${JSON.stringify(paper)}\n${JSON.stringify(findings)}`);
}
