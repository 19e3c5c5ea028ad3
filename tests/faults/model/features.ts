import type { Settings, State } from './state.ts';
import { versionWasSent } from './truth.ts';

/** What can be added to the bare course of approving, objecting and closing; explored two at a time. */
export const features = [
  'withdrawals',
  'revision',
  'redelivery',
  'late delivery',
  'requests in flight',
  'two processes',
  'mandates end',
  'late notices',
  'extensions',
  'downtime',
  'clock doubt',
  'restore',
  'explicit approval',
  'recorded on behalf',
  'two persons',
] as const;
export type Feature = (typeof features)[number];
export type Features = ReadonlySet<Feature>;

export type Bounds = { readonly lastTick: number; readonly presses: number; readonly versions: number };

export function settingsOf(chosen: Features): Settings {
  return {
    explicit: chosen.has('explicit approval'),
    ownNotices: chosen.has('late notices') || chosen.has('two persons'),
    countsEvents: chosen.has('restore'),
    keepsPresses: chosen.has('redelivery') || chosen.has('late delivery'),
  };
}

/** Version 1 has just gone out, on noon of day 0; its last day is day 1. */
export function firstState(chosen: Features): State {
  const told = !settingsOf(chosen).ownNotices;
  const answer = { approved: false, ...(told ? { notice: 0 } : {}) };
  const none = { lastDays: [], asked: [], notices: [], approvals: [], objections: [], told: [] };
  return {
    now: 0,
    core: {
      versions: [{ text: 0, sent: 0, lastDay: 1, own: [0, 0], asked: [true, true] }],
      answers: [[answer, answer]],
      objections: [],
      receipts: [],
      rulings: [],
      seats: [[{ from: 0 }], [{ from: 0 }]],
      seq: 0,
    },
    truth: versionWasSent(none, 0, [true, true], 1, told),
    presses: [],
    inFlight: [],
    // nobody waits for a second process where there is none
    workedOff: [0, chosen.has('two processes') ? 0 : Number.MAX_SAFE_INTEGER],
    fenced: [false, false],
    planned: [null, null],
    doubted: false,
    safe: { on: false },
    anchored: 0,
    decided: [],
    downtimes: [],
  };
}

export function boundsOf(chosen: Features, presses: number): Bounds {
  const versions = chosen.has('revision') ? 2 : 1;
  const longer = ['revision', 'extensions', 'downtime', 'late notices'].filter((each) =>
    chosen.has(each as Feature),
  );
  return { lastTick: 5 + 2 * Math.min(longer.length, 2), presses, versions };
}

/** Every two of them. */
export const pairs: readonly (readonly [Feature, Feature])[] = features.flatMap((one, place) =>
  features.slice(place + 1).map((other) => [one, other] as const),
);
