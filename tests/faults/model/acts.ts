import type { Rules } from './rules.ts';
import {
  answerOf,
  type Core,
  keyOf,
  lastDayFor,
  newest,
  objectionId,
  type Press,
  type Receipt,
  standing,
  type Tick,
  versionOf,
  withAnswer,
} from './state.ts';

export type Refusal =
  | 'not-a-member'
  | 'version-superseded'
  | 'already-decided'
  | 'too-late'
  | 'objection-stands'
  | 'nothing-to-withdraw'
  | 'no-such-objection'
  | 'objection-withdrawn'
  | 'impossible-instant'
  | 'person-not-asked'
  | 'unavailable';

/** What the person is told. */
export type Told =
  | { readonly kind: 'done' | 'repeated'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly why: Refusal };

export type Acted = { readonly core: Core; readonly told: Told };

/** A click that was received at an instant is decided upon. */
export function decideAct(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  const acted = actOf(rules, core, press, receivedAt);
  return rules.isKept(press) ? acted : { ...acted, core };
}

function actOf(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  const receipt = rules.earlier(core, press);
  if (receipt !== undefined) return { core, told: { kind: 'repeated', receipt } };
  if (!rules.isEntitled(core, press.by, receivedAt)) return refused(core, 'not-a-member');
  switch (press.verb) {
    case 'approve':
      return approve(rules, core, press, receivedAt);
    case 'withdraw-approval':
      return withdrawApproval(rules, core, press, receivedAt);
    case 'object':
      return object(rules, core, press, receivedAt);
    case 'withdraw-objection':
      return withdrawObjection(rules, core, press, receivedAt);
  }
}

/** R17: what the secretary writes down for somebody; the day it reached the committee decides. */
export function recordFor(rules: Rules, core: Core, press: Press, now: Tick): Acted {
  const receipt = rules.earlier(core, press);
  if (receipt !== undefined) return { core, told: { kind: 'repeated', receipt } };
  if (press.begun < versionOf(core.versions, press.on).sent) return refused(core, 'impossible-instant');
  if (!rules.isEntitled(core, press.by, press.begun)) return refused(core, 'person-not-asked');
  const came = rules.cameAt(press.begun, now);
  const open = rules.isOpen(core) && came <= 2 * lastDayFor(newest(core), press.by);
  return open ? objected(core, press, now) : lateObjection(rules, core, press, now);
}

function approve(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  const why = whyNot(rules, core, press, receivedAt);
  if (why !== undefined) return refused(core, why);
  const own = standing(core, press.on, press.by);
  if (own.length === 0)
    return done(withAnswer(core, press.on, press.by, { approved: true }), press, receivedAt);
  if (rules.approvalBesideObjection(own) === 'refused') return refused(core, 'objection-stands');
  const objections = core.objections.map((each) =>
    own.includes(each) ? { ...each, withdrawn: true } : each,
  );
  const replaced = { ...withAnswer(core, press.on, press.by, { approved: true }), objections };
  return done(replaced, press, receivedAt);
}

function withdrawApproval(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  const why = whyNot(rules, core, press, receivedAt);
  if (why !== undefined) return refused(core, why);
  if (!answerOf(core, press.on, press.by).approved) return refused(core, 'nothing-to-withdraw');
  return done(withAnswer(core, press.on, press.by, { approved: false }), press, receivedAt);
}

function object(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  if (!rules.mayObject(core, press)) return refused(core, 'objection-stands');
  const lastDay = lastDayFor(newest(core), press.by);
  const open = rules.isOpen(core) && rules.isTimely(receivedAt, press.begun, lastDay);
  return open ? objected(core, press, receivedAt) : lateObjection(rules, core, press, receivedAt);
}

function lateObjection(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  return rules.lateObjection() === 'remark'
    ? done(core, press, receivedAt, 'remark')
    : objected(core, press, receivedAt);
}

function objected(core: Core, press: Press, receivedAt: Tick): Acted {
  const { by, on } = press;
  const objection = { id: objectionId(press), by, on, withdrawn: false };
  const raised = { ...core, objections: sorted([...core.objections, objection], ({ id }) => id) };
  return done(withAnswer(raised, on, by, { approved: false }), press, receivedAt);
}

function withdrawObjection(rules: Rules, core: Core, press: Press, receivedAt: Tick): Acted {
  if (!rules.isOpen(core)) return refused(core, 'already-decided');
  if (!rules.isTimely(receivedAt, press.begun, lastDayFor(newest(core), press.by)))
    return refused(core, 'too-late');
  const objection = core.objections.find(({ id }) => id === press.about);
  if (objection === undefined) return refused(core, 'no-such-objection');
  if (objection.withdrawn) return refused(core, 'objection-withdrawn');
  const objections = core.objections.map((each) =>
    each.id === objection.id ? { ...each, withdrawn: true } : each,
  );
  return done({ ...core, objections }, press, receivedAt);
}

/** Of acts that need the newest version, open. */
function whyNot(rules: Rules, core: Core, press: Press, receivedAt: Tick): Refusal | undefined {
  if (press.on !== core.versions.length) return 'version-superseded';
  if (!rules.isOpen(core)) return 'already-decided';
  const timely = rules.isTimely(receivedAt, press.begun, lastDayFor(newest(core), press.by));
  return timely ? undefined : 'too-late';
}

function done(core: Core, press: Press, at: Tick, as: Receipt['as'] = 'act'): Acted {
  const receipt: Receipt = { key: keyOf(press), at, as };
  const receipts = sorted([...core.receipts, receipt], ({ key }) => key);
  return { core: { ...core, receipts }, told: { kind: 'done', receipt } };
}

function refused(core: Core, why: Refusal): Acted {
  return { core, told: { kind: 'refused', why } };
}

function sorted<T>(all: readonly T[], by: (each: T) => string): readonly T[] {
  return all.toSorted((one, other) => (by(one) < by(other) ? -1 : 1));
}
