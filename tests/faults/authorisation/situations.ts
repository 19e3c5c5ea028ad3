import { createUseCases } from '../../../src/application/use-cases.ts';
import type { OperationEvent } from '../../../src/domain/operation/operation.ts';
import type { EventLog } from '../../../src/ports/event-log.ts';
import { sendDraft } from '../../support/bench-story.ts';
import {
  type Bench,
  drain,
  mustBeDone,
  openBench,
  sweep,
  writeDraft,
} from '../../support/committee-bench.ts';
import { items, plan } from '../../support/invented-committee.ts';
import { otherCommittee, ourCommittee } from './people.ts';

/** Every way a meeting's minutes can stand when somebody presses a button. */
export const situations = [
  'planned',
  'agenda sent',
  'meeting begun',
  'minutes drafted',
  'open',
  'superseded',
  'deadline over',
  'contested',
  'contested and ruled',
  'needs decision',
  'proposed by one',
  'deferred',
  'approved',
  'clock doubted',
  'safe mode',
] as const;
export type Situation = (typeof situations)[number];

/** A situation to press buttons in: whatever is done is decided, and nothing of it is kept. */
export type Stage = {
  readonly meetingId: string;
  readonly useCases: ReturnType<typeof createUseCases>;
  readonly now: Temporal.Instant;
  readonly hash: string;
  readonly objectionId: string;
  readonly receipt: string;
  readonly since: string;
  /** Events that the last act would have written. */
  readonly written: () => number;
};

type Built = { objectionId: string; receipt: string; hash: string };

export async function stageOf(situation: Situation): Promise<Stage> {
  const bench = await founded();
  const { meetingId: _none, named: _nobody, ...planned } = plan;
  const { meetingId } = await mustBeDone(
    bench.useCases.planMeeting({ ...bench.by('sigrid'), ...planned, items }),
  );
  const built: Built = { objectionId: 'none', receipt: 'none', hash: 'none' };
  if (situation !== 'planned') await goOn(bench, meetingId, situation, built);
  const since = situation === 'safe mode' ? '7-3' : bench.clock.now().toString();
  if (situation === 'clock doubted' || situation === 'safe mode') await doubt(bench, situation, since);
  const dry = dryLog(bench.log);
  const useCases = createUseCases({ ...bench, log: dry.log });
  return { ...built, meetingId, useCases, now: bench.clock.now(), since, written: dry.written };
}

async function founded(): Promise<Bench> {
  const bench = await openBench(ourCommittee);
  await bench.useCases.foundCommittee(otherCommittee, bench.clock.now());
  return bench;
}

async function goOn(bench: Bench, meetingId: string, situation: Situation, built: Built): Promise<void> {
  const { useCases, by, setTime } = bench;
  setTime('2025-09-01 10:00');
  await mustBeDone(useCases.publishAgenda({ ...by('sigrid'), meetingId }));
  await drain(bench);
  if (situation === 'agenda sent') return;
  setTime('2025-09-10 10:00');
  if (situation === 'meeting begun') return;
  await mustBeDone(useCases.holdMeeting({ ...by('sigrid'), meetingId }));
  await drain(bench);
  setTime('2025-09-12 15:00');
  if (situation !== 'minutes drafted') await underApproval(bench, meetingId, situation, built);
}

const unheard: readonly Situation[] = ['needs decision', 'proposed by one', 'deferred'];
const quiet: readonly Situation[] = [...unheard, 'approved'];

/** Anna approves, Bo objects where it is to be contested, Mads is not reached where silence is not to count. */
async function underApproval(
  bench: Bench,
  meetingId: string,
  situation: Situation,
  built: Built,
): Promise<void> {
  const { useCases, messenger, by, setTime } = bench;
  if (unheard.includes(situation)) messenger.block('mads', 'denied');
  await sendDraft({ ...bench, meetingId });
  await drain(bench);
  setTime('2025-09-15 10:00');
  const { hash, version } = messenger.shown('anna', 'minutes-for-approval') ?? { hash: 'none', version: 1 };
  built.hash = hash;
  const press = { meetingId, version, hash, nonce: 'first' };
  built.receipt = (await mustBeDone(useCases.approveMinutes({ ...by('anna'), ...press }))).receipt;
  if (!quiet.includes(situation)) {
    await mustBeDone(
      useCases.objectToMinutes({ ...by('bo'), ...press, objection: { itemNumber: 2, text: 'Nej.' } }),
    );
    await drain(bench);
    built.objectionId = messenger.shown('frida', 'objection-received')?.objectionId ?? 'none';
  }
  if (situation === 'superseded') await sendAgain(bench, meetingId, built);
  await change(bench, meetingId);
  await untilDecided(bench, meetingId, situation, built);
}

async function sendAgain(bench: Bench, meetingId: string, built: Built): Promise<void> {
  await ruled(bench, meetingId, built);
  await change(bench, meetingId, 'Anden udgave.');
  await sendDraft({ ...bench, meetingId });
  await drain(bench);
}

async function ruled(bench: Bench, meetingId: string, { objectionId }: Built): Promise<void> {
  const about = { meetingId, version: 1, objectionId, objectorId: 'bo' };
  const ruling = { ...about, ruling: 'rejected', reason: 'Det blev sagt.', texts: {} } as const;
  await mustBeDone(bench.useCases.ruleOnObjection({ ...bench.by('frida'), ...ruling }));
  await drain(bench);
}

/** The minute-taker has written in the file since. */
async function change(bench: Bench, meetingId: string, summary = 'Rettet.'): Promise<void> {
  await writeDraft(bench, meetingId, (paper) => ({
    ...paper,
    items: paper.items.map((item) => ({ ...item, summary })),
  }));
}

async function untilDecided(
  bench: Bench,
  meetingId: string,
  situation: Situation,
  built: Built,
): Promise<void> {
  const { useCases, by, setTime } = bench;
  const isOpen: readonly Situation[] = ['open', 'superseded', 'clock doubted', 'safe mode'];
  if (isOpen.includes(situation)) return;
  setTime('2025-09-25 00:10');
  if (situation === 'deadline over') return;
  await sweep(bench);
  await drain(bench);
  const by1 = { ...by('sofie'), meetingId, version: 1 };
  if (situation === 'contested and ruled') await ruled(bench, meetingId, built);
  if (situation === 'proposed by one')
    await mustBeDone(useCases.approveByTwo({ ...by1, reason: 'Alle er spurgt.' }));
  if (situation === 'deferred') await mustBeDone(useCases.deferMinutes(by1));
}

async function doubt(
  { log, clock }: Bench,
  about: 'clock doubted' | 'safe mode',
  since: string,
): Promise<void> {
  const at = clock.now();
  const event: OperationEvent =
    about === 'clock doubted'
      ? { type: 'ClockDoubted', kind: 'forward', from: at.toString(), to: since }
      : { type: 'SafeModeEntered', anchor: { seq: 7, hash: 'a' }, head: { seq: 3, hash: 'b' }, agreed: 0 };
  await log.transact({
    load: {},
    decide: () => ({ result: undefined, append: [{ stream: 'operation', events: [event] }], at }),
  });
}

/** Decides on what the log says, and writes nothing. */
function dryLog(log: EventLog) {
  let written = 0;
  const dry: EventLog = {
    ...log,
    transact: async (unit) => {
      const { result, append = [] } = unit.decide(await log.load(unit.load));
      written = append.reduce((sum, { events }) => sum + events.length, 0);
      return result;
    },
  };
  return {
    log: dry,
    written: () => {
      const last = written;
      written = 0;
      return last;
    },
  };
}
