import type {
  AnswerRow,
  CommitteeRow,
  MeetingRow,
  ReadModels,
  ReceiptRow,
  RowChange,
} from '../../src/ports/read-models.ts';
import { promised } from './promised.ts';

export type InMemoryReadModels = ReadModels & { apply(changes: readonly RowChange[]): void };

type Rows = {
  readonly meetings: Map<string, MeetingRow>;
  readonly answers: Map<string, AnswerRow>;
  readonly committees: Map<string, CommitteeRow>;
  readonly due: Map<string, Temporal.Instant>;
  readonly receipts: Map<string, ReceiptRow>;
};

const compare = Temporal.Instant.compare;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function createInMemoryReadModels(): InMemoryReadModels {
  const rows: Rows = {
    meetings: new Map(),
    answers: new Map(),
    committees: new Map(),
    due: new Map(),
    receipts: new Map(),
  };
  return {
    apply: (changes) => {
      for (const change of changes) applyTo(rows, change);
    },
    ...readsOfCommittees(rows),
    ...readsOfAnswers(rows),
    ...readsOfDue(rows),
  };
}

function readsOfCommittees({
  committees,
  meetings,
}: Rows): Pick<ReadModels, 'committees' | 'committeeOfConversation' | 'meetingsOf'> {
  return {
    committees: () => promised(() => [...committees.values()].toSorted((a, b) => byText(a.name, b.name))),
    committeeOfConversation: (conversationId) =>
      promised(() => [...committees.values()].find((row) => row.conversationId === conversationId)),
    meetingsOf: (committeeId) =>
      promised(() =>
        [...meetings.values()]
          .filter((row) => row.committeeId === committeeId)
          .toSorted((a, b) => byText(b.date, a.date)),
      ),
  };
}

function readsOfAnswers({
  answers,
  receipts,
}: Rows): Pick<ReadModels, 'answerCounts' | 'doubtfulAnswers' | 'receipts'> {
  const answersTo = (meetingId: string) => [...answers.values()].filter((row) => row.meetingId === meetingId);
  return {
    answerCounts: (meetingId, version) =>
      promised(() => counted(answersTo(meetingId).filter((row) => row.version === version))),
    doubtfulAnswers: (meetingId, version, silence) =>
      promised(() =>
        answersTo(meetingId)
          .filter(
            (row) =>
              row.stance === 'objected' || (row.version === version && isDoubtfulSilence(row, silence)),
          )
          .toSorted((a, b) => a.version - b.version || byText(a.personId, b.personId))
          .map(({ version: on, personId }) => ({ version: on, personId })),
      ),
    receipts: (receipt) => promised(() => [...receipts.values()].filter((row) => row.receipt === receipt)),
  };
}

function readsOfDue({ due }: Rows): Pick<ReadModels, 'due' | 'nextDue'> {
  const dueRows = () =>
    [...due]
      .map(([key, at]) => ({ key, at }))
      .toSorted((a, b) => compare(a.at, b.at) || byText(a.key, b.key));
  return {
    due: (until, limit) =>
      promised(() =>
        dueRows()
          .filter(({ at }) => compare(at, until) <= 0)
          .slice(0, limit),
      ),
    nextDue: () => promised(() => dueRows()[0]?.at),
  };
}

function counted(rows: readonly AnswerRow[]) {
  const count = (stance: AnswerRow['stance']) => rows.filter((row) => row.stance === stance).length;
  const reached = rows.filter((row) => row.reached).length;
  return { approved: count('approved'), objected: count('objected'), silent: count('silent'), reached };
}

function isDoubtfulSilence(
  { stance, toldAt, reached }: AnswerRow,
  { toldBy, untold }: { readonly toldBy: Temporal.Instant; readonly untold: boolean },
): boolean {
  if (stance !== 'silent') return false;
  return toldAt === null ? untold : !reached || compare(toldAt, toldBy) > 0;
}

function applyTo({ meetings, answers, committees, due, receipts }: Rows, change: RowChange): void {
  switch (change.model) {
    case 'meeting': {
      const { meetingId } = change.row;
      const blank = { committeeId: '', date: '', situation: '' };
      meetings.set(meetingId, { ...blank, ...meetings.get(meetingId), ...change.row });
      return;
    }
    case 'answer': {
      const { meetingId, version, personId } = change.row;
      const key = [meetingId, version, personId].join('|');
      const blank = { stance: 'silent', reached: false, toldAt: null } as const;
      answers.set(key, { ...blank, ...answers.get(key), ...change.row });
      return;
    }
    case 'committee': {
      const { committeeId } = change.row;
      committees.set(committeeId, { name: '', ...committees.get(committeeId), ...change.row });
      return;
    }
    case 'receipt':
      receipts.set(Object.values(change.row).join('|'), change.row);
      return;
    case 'due':
      if (change.row.at === null) due.delete(change.row.key);
      else due.set(change.row.key, change.row.at);
  }
}
