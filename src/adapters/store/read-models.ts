import type { CommitteeRow, ReadModels } from '../../ports/read-models.ts';
import type { CommitteeColumns, modelQueries, StanceColumns } from './queries/model-queries.ts';
import { command, instantOf, type Runner } from './runner.ts';

export type ModelQueries = ReturnType<typeof modelQueries>;

export function createReadModels({ read }: Pick<Runner, 'read'>, queries: ModelQueries): ReadModels {
  return {
    committees: async () => (await read(command(queries.committees, {}))).map(committeeRow),
    committeeOfConversation: async (conversationId) => {
      const [found] = await read(command(queries.committee, { conversationId }));
      return found === undefined ? undefined : committeeRow(found);
    },
    meetingsOf: async (committeeId) =>
      (await read(command(queries.meetings, { committeeId }))).map((row) => ({ ...row })),
    answerCounts: async (meetingId, version) =>
      counted(await read(command(queries.stances, { meetingId, version }))),
    doubtfulAnswers: async (meetingId, version, silence) => {
      const toldBy = silence.toldBy.epochMilliseconds;
      const needs = { meetingId, version, toldBy, untold: Number(silence.untold) };
      return (await read(command(queries.doubtful, needs))).map((row) => ({ ...row }));
    },
    due: async (until, limit) =>
      (await read(command(queries.due, { until: until.epochMilliseconds, limit }))).map(({ key, at }) => ({
        key,
        at: instantOf(at),
      })),
    receipts: async (receipt) =>
      (await read(command(queries.receipts, { receipt }))).map((row) => ({ ...row })),
    nextDue: async () => {
      const at = (await read(command(queries.nextDue, {})))[0]?.at ?? undefined;
      return at === undefined ? undefined : instantOf(at);
    },
  };
}

function committeeRow({ committeeId, name, conversationId }: CommitteeColumns): CommitteeRow {
  return { committeeId, name, ...(conversationId === null ? {} : { conversationId }) };
}

function counted(rows: readonly StanceColumns[]): Awaited<ReturnType<ReadModels['answerCounts']>> {
  const persons = (stance: StanceColumns['stance']) =>
    rows.find((row) => row.stance === stance)?.persons ?? 0;
  const reached = rows.reduce((sum, row) => sum + row.reached, 0);
  return { approved: persons('approved'), objected: persons('objected'), silent: persons('silent'), reached };
}
