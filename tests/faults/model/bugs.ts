import type { Feature } from './features.ts';
import { type Rules, rules } from './rules.ts';
import { answerOf, members, newest, standing } from './state.ts';

/** A mistake somebody could make in the rules, and the two features among which it must be found. */
export type Bug = { readonly among: readonly [Feature, Feature]; readonly broken: Partial<Rules> };

export const bugs: Readonly<Record<string, Bug>> = {
  'closing ignores the grace': {
    among: ['late delivery', 'explicit approval'],
    broken: { mayClose: (now, lastDay) => now >= 2 * lastDay + 1 },
  },
  'the grace is for everybody, also for clicks after the deadline': {
    among: ['withdrawals', 'late delivery'],
    broken: { isTimely: (received, _begun, lastDay) => received <= 2 * lastDay + 1 },
  },
  'a click begun in time may arrive at any time': {
    among: ['late delivery', 'clock doubt'],
    broken: { isTimely: (received, begun, lastDay) => Math.min(received, begun) <= 2 * lastDay },
  },
  'an approval is acknowledged before it is kept': {
    among: ['withdrawals', 'requests in flight'],
    broken: { isKept: ({ verb }) => verb !== 'approve' },
  },
  'answers are taken after the decision': {
    among: ['late delivery', 'extensions'],
    broken: { isOpen: () => true, isTimely: () => true },
  },
  'whoever approved may not object any more': {
    among: ['withdrawals', 'explicit approval'],
    broken: { mayObject: (core, { on, by }) => !answerOf(core, on, by).approved },
  },
  'an approval replaces an objection': {
    among: ['withdrawals', 'redelivery'],
    broken: { approvalBesideObjection: () => 'replaces' },
  },
  'answers are carried to version 2': {
    among: ['revision', 'explicit approval'],
    broken: { firstAnswers: ({ answers }) => answers.at(-1) ?? [{ approved: false }, { approved: false }] },
  },
  'a redelivered approval undoes its withdrawal': {
    among: ['redelivery', 'withdrawals'],
    broken: {
      earlier: (core, press) => (press.verb === 'approve' ? undefined : rules.earlier(core, press)),
    },
  },
  'a redelivered objection is a second one': {
    among: ['redelivery', 'late delivery'],
    broken: { earlier: (core, press) => (press.verb === 'object' ? undefined : rules.earlier(core, press)) },
  },
  'silence counts although the notice came late': {
    among: ['late notices', 'revision'],
    broken: { silenceCounts: (_version, _member, notice) => notice !== undefined },
  },
  'silence counts although nobody was reached': {
    among: ['late notices', 'mandates end'],
    broken: { silenceCounts: () => true },
  },
  'silence counts where every yes is needed': {
    among: ['explicit approval', 'revision'],
    broken: {
      decision(core) {
        return rules.decision.call(this, core, {
          explicit: false,
          ownNotices: false,
          countsEvents: false,
          keepsPresses: false,
        });
      },
    },
  },
  'a late remark keeps the minutes from being approved': {
    among: ['late delivery', 'revision'],
    broken: { lateObjection: () => 'objection' },
  },
  'a second process decides once more': {
    among: ['two processes', 'explicit approval'],
    broken: { decidesUnderLock: () => false },
  },
  'closing ignores a request in flight': {
    among: ['requests in flight', 'late delivery'],
    broken: { waits: () => false },
  },
  'closing ignores the other process': {
    among: ['two processes', 'requests in flight'],
    broken: { waits: (state, process) => rules.waits({ ...state, fenced: [true, true] }, process) },
  },
  'closing waits for the requests of a process that is gone': {
    among: ['two processes', 'clock doubt'],
    broken: {
      waits: (state, process) => rules.waits({ ...state, fenced: [false, false] }, process),
    },
  },
  'a fenced process goes on answering': {
    among: ['two processes', 'requests in flight'],
    broken: { mayCommit: () => true },
  },
  'a deadline moves earlier': {
    among: ['extensions', 'withdrawals'],
    broken: { mayMove: (from, to) => to !== from },
  },
  'version 2 ends before what version 1 promised': {
    among: ['extensions', 'revision'],
    broken: {
      lastDayOfNext: (core, now) =>
        rules.lastDayOfNext({ ...core, versions: [{ ...newest(core), lastDay: 0, own: [0, 0] }] }, now),
    },
  },
  'a late notice is held against the deadline of all': {
    among: ['late notices', 'clock doubt'],
    broken: {
      silenceCounts: ({ lastDay }, _member, notice) => notice !== undefined && notice <= 2 * (lastDay - 1),
    },
  },
  'downtime before the deadline is not made good': {
    among: ['downtime', 'explicit approval'],
    broken: { afterDowntime: () => undefined },
  },
  'the objection of somebody who left is dropped': {
    among: ['mandates end', 'revision'],
    broken: {
      afterLeaving: (core, member) => ({
        ...core,
        objections: core.objections.filter(({ by }) => by !== member),
      }),
    },
  },
  'somebody who left still counts': {
    among: ['mandates end', 'withdrawals'],
    broken: { isEntitled: () => true },
  },
  'an objection to version 1 is lost with version 2': {
    among: ['revision', 'late delivery'],
    broken: { blocking: (core) => members.flatMap((each) => standing(core, core.versions.length, each)) },
  },
  'a ruling removes the objection it is about': {
    among: ['revision', 'explicit approval'],
    broken: {
      blocking: (core) =>
        rules.blocking(core).filter(({ id }) => core.rulings.every(({ objection }) => objection !== id)),
    },
  },
  'the same person approves twice': {
    among: ['two persons', 'late notices'],
    broken: { mayBeSecond: (first, second) => [first, second].includes('chair') },
  },
  'two secretaries approve': {
    among: ['two persons', 'explicit approval'],
    broken: { mayBeSecond: (first, second) => first !== second },
  },
  'minutes are closed in safe mode': {
    among: ['restore', 'explicit approval'],
    broken: { isSuspended: ({ doubted }) => doubted },
  },
  'a restore goes on as if nothing were missing': {
    among: ['restore', 'withdrawals'],
    broken: { isSafeAfterRestore: () => true },
  },
  'one person ends safe mode': {
    among: ['restore', 'two persons'],
    broken: { mayEndSafeMode: () => true },
  },
  'minutes are closed while the clock is doubted': {
    among: ['clock doubt', 'revision'],
    broken: { isSuspended: ({ safe }) => safe.on },
  },
  'what is recorded on behalf counts from when it was written down': {
    among: ['recorded on behalf', 'clock doubt'],
    broken: { cameAt: (_reachedAt, now) => now },
  },
};
