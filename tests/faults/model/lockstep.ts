import { lastDayOf } from '../../../src/domain/calendar/danish-time.ts';
import { isClosed } from '../../../src/domain/meeting/meeting.ts';
import { standingObjections } from '../../../src/domain/minutes/answer.ts';
import { deadlineFor } from '../../../src/domain/minutes/version-deadline.ts';
import { day } from '../../support/danish-calendar.ts';
import { plan } from '../../support/invented-committee.ts';
import type { Action, Outcome } from './action.ts';
import { type Answered, answerOf, type DomainWorld, personOf, versionedOf } from './domain.ts';
import { domainStep } from './domain-step.ts';
import { rules } from './rules.ts';
import { lastDayFor, members, type Settings, type State } from './state.ts';
import { step } from './step.ts';

/** Model and program after the same course. */
export type Both = { readonly state: State; readonly world: DomainWorld };

export type Compared = { readonly both: Both; readonly difference?: string };

/** The same thing happens in both; what they answer and where they then stand is compared. */
export function stepBoth(both: Both, action: Action, settings: Settings): Compared {
  const { state, outcome } = step(rules, settings, both.state, action);
  const begun = action.does === 'answer' ? both.state.inFlight[action.which] : undefined;
  const press = begun?.press ?? ('press' in action ? action.press : undefined);
  const receivedAt = begun?.receivedAt ?? both.state.now;
  const waits = action.does === 'close' && rules.waits(both.state, action.process);
  const edge = { receivedAt, waits, ...(press === undefined ? {} : { press }) };
  const { world, answered } = domainStep(both.world, action, settings, edge);
  const after = { state, world };
  const difference =
    differs(inWords(outcome), answered) ?? differs(standOfModel(state), standOfProgram(world));
  return difference === undefined ? { both: after } : { both: after, difference };
}

function differs(model: unknown, program: unknown): string | undefined {
  const [ours, theirs] = [JSON.stringify(model), JSON.stringify(program)];
  return ours === theirs ? undefined : `the model says ${ours}\nthe program says ${theirs}`;
}

function inWords(outcome: Outcome): Answered {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', as: outcome.receipt.as };
    case 'repeated':
      return { kind: 'repeated' };
    default:
      return outcome;
  }
}

function standOfModel({ core }: State) {
  return {
    versions: core.versions.map((version, index) =>
      members.map((each) => ({
        approved: core.answers[index]?.[each].approved ?? false,
        objections: core.objections
          .filter(({ on, by, withdrawn }) => on === index + 1 && by === each && !withdrawn)
          .map(({ id }) => id),
        asked: version.asked[each],
        lastDay: lastDayFor(version, each),
      })),
    ),
    remarks: core.receipts.filter(({ as }) => as === 'remark').length,
    closed: core.closing !== undefined,
  };
}

function standOfProgram(world: DomainWorld) {
  const meeting = versionedOf(world);
  const remarks = [...world.answers.values()].reduce((sum, { lateRemarks }) => sum + lateRemarks.length, 0);
  return {
    versions: meeting.versions.map((version) =>
      members.map((each) => {
        const answer = answerOf(world, version.version, each);
        const lastDay = lastDayOf(deadlineFor(version, personOf[each]));
        return {
          approved: answer.approval !== undefined,
          objections: standingObjections(answer)
            .map(({ objectionId }) => objectionId)
            .toSorted(),
          asked: version.entitled.includes(personOf[each]),
          lastDay: day(plan.date).until(lastDay, { largestUnit: 'day' }).days,
        };
      }),
    ),
    remarks,
    closed: isClosed(meeting),
  };
}
