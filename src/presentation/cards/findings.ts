import type { Finding } from '../../domain/meeting/meeting-paper.ts';
import { plain } from '../escape-text.ts';
import { importTexts } from '../texts/import.da.ts';
import { type Line, line, type Room, type Verbatim } from './parts.ts';

export type FindingList = { readonly heading: Line['text']; readonly lines: readonly Verbatim[] };

/** What is doubtful in a read paper, one line each; with nothing doubtful only a heading that says so. */
export const findingNotes = (findings: readonly Finding[], room: Room): readonly FindingList[] => {
  if (findings.length === 0) return [{ heading: line(importTexts.noFindings).text, lines: [] }];
  const shown = findings.slice(0, room.findings);
  const more = findings.length - shown.length;
  return [
    {
      heading: line(importTexts.findings(findings.length)).text,
      lines: [
        ...shown.map(({ message }) => ({ text: plain(`• ${message}`, Math.min(room.text, 400)) })),
        ...(more > 0 ? [{ text: plain(importTexts.findingsLeftOut(more)) }] : []),
      ],
    },
  ];
};
