import type { Action } from './action.ts';
import type { Bounds, Features } from './features.ts';
import {
  isSeated,
  keyOf,
  lastDayOfAll,
  members,
  newest,
  officers,
  type Press,
  type Process,
  type RulingKind,
  type State,
  type Verb,
} from './state.ts';

/** Everything that may happen next. Whether the rules then say yes is for them to say. */
export function actionsOf(state: State, chosen: Features, bounds: Bounds): readonly Action[] {
  return [
    ...clocks(state, chosen, bounds),
    ...clicks(state, chosen, bounds),
    ...sweeps(state, chosen),
    ...service(state, chosen, bounds),
    ...seats(state, chosen),
    ...operation(state, chosen),
  ];
}

function clocks(state: State, chosen: Features, { lastTick }: Bounds): readonly Action[] {
  if (state.now >= lastTick) return [];
  const off: readonly Action[] =
    chosen.has('downtime') && state.downtimes.length < 2 ? [{ does: 'downtime' }] : [];
  return [{ does: 'tick' }, ...off];
}

function clicks(state: State, chosen: Features, bounds: Bounds): readonly Action[] {
  const made = Math.max(state.presses.length, state.core.receipts.length) + state.inFlight.length;
  const fresh = made < bounds.presses ? newPresses(state, chosen) : [];
  const again = chosen.has('redelivery') || chosen.has('late delivery') ? state.presses : [];
  const open = chosen.has('requests in flight') || chosen.has('two processes');
  const processes: readonly Process[] = chosen.has('two processes') ? [0, 1] : [0];
  const received = open && state.inFlight.length < 2 ? fresh : [];
  return [
    ...fresh.map((press): Action => ({ does: 'click', press })),
    ...(chosen.has('late delivery') ? fresh.map((press): Action => ({ does: 'post', press })) : []),
    ...again
      .filter((press) => chosen.has('redelivery') || !isAnswered(state, press))
      .map((press): Action => ({ does: 'deliver', press })),
    ...received.flatMap((press) => processes.map((process): Action => ({ does: 'receive', press, process }))),
    ...state.inFlight.map((_, which): Action => ({ does: 'answer', which })),
  ];
}

function isAnswered({ core }: State, press: Press): boolean {
  return core.receipts.some(({ key }) => key === keyOf(press));
}

/** Clicks nobody has made yet: on the newest card, and on older ones that still hang in the chat. */
function newPresses(state: State, chosen: Features): readonly Press[] {
  const { core, now, presses, inFlight } = state;
  const known = new Set([...presses, ...inFlight.map(({ press }) => press)].map(keyOf));
  const verbs: readonly Verb[] = chosen.has('withdrawals')
    ? ['approve', 'object', 'withdraw-approval', 'withdraw-objection']
    : ['approve', 'object'];
  const nonces = chosen.has('withdrawals') || chosen.has('redelivery') ? [1, 2] : [1];
  const made = verbs.flatMap((verb) =>
    members.flatMap((by) =>
      core.versions.flatMap((_, index) =>
        nonces.flatMap((nonce) => pressesOf(state, { verb, by, on: index + 1, nonce, begun: now })),
      ),
    ),
  );
  return made.filter((press) => !known.has(keyOf(press)) && !isAnswered(state, press));
}

function pressesOf({ core }: State, press: Press): readonly Press[] {
  if (press.verb !== 'withdraw-objection') return [press];
  const own = core.objections.filter(({ on, by }) => on === press.on && by === press.by);
  return own.map(({ id }) => ({ ...press, about: id }));
}

function sweeps(state: State, chosen: Features): readonly Action[] {
  if (!chosen.has('two processes')) return [{ does: 'close', process: 0 }];
  return ([0, 1] as const).flatMap((process): readonly Action[] => [
    { does: 'close', process },
    { does: state.planned[process] === null ? 'begin-closing' : 'commit-closing', process },
    ...(state.workedOff[process] < state.now && !state.fenced[process]
      ? [{ does: 'beat', process } as const]
      : []),
    // whoever has not beaten since the last tick is silent for longer than the lease
    ...(state.workedOff[process] < state.now && !state.fenced.includes(true)
      ? [{ does: 'fence', process } as const]
      : []),
  ]);
}

function service(state: State, chosen: Features, bounds: Bounds): readonly Action[] {
  const { core } = state;
  const kinds: readonly RulingKind[] = ['accepted', 'rejected'];
  const rulings = core.objections.flatMap(({ id }) =>
    kinds.map((kind): Action => ({ does: 'rule', objection: id, kind })),
  );
  const room = core.versions.length < bounds.versions;
  const sendings: readonly Action[] = room
    ? [
        { does: 'send', text: 0 },
        { does: 'send', text: 1 },
      ]
    : [];
  return [
    ...(chosen.has('revision') ? [...rulings, ...sendings] : []),
    ...(chosen.has('extensions') ? extensions(state) : []),
    ...(chosen.has('two persons')
      ? officers.map((officer): Action => ({ does: 'approve-by-two', officer }))
      : []),
    ...(chosen.has('recorded on behalf') ? recordings(state, bounds) : []),
    ...(chosen.has('late notices') || chosen.has('two persons') ? notices(state) : []),
  ];
}

function extensions({ core }: State): readonly Action[] {
  const last = lastDayOfAll(newest(core));
  const whom = [...members, 'all'] as const;
  return whom.flatMap((each) =>
    [last - 1, last + 1].filter((to) => to <= 3).map((to): Action => ({ does: 'extend', to, whom: each })),
  );
}

function notices({ core }: State): readonly Action[] {
  const answers = core.answers.at(-1);
  return members
    .filter((member) => answers?.[member].notice === undefined)
    .map((member): Action => ({ does: 'notice', member }));
}

/** Written down now, having reached the committee at any time since the version went out. */
function recordings({ core, now }: State, { presses }: Bounds): readonly Action[] {
  if (core.receipts.length >= presses) return [];
  return core.versions.flatMap((_, index) =>
    members.flatMap((by) =>
      Array.from({ length: now + 1 }, (_none, begun): Action => {
        const press = { verb: 'object', by, on: index + 1, nonce: 9, begun } as const;
        return { does: 'record', press };
      }).filter((action) => action.does === 'record' && !isAnswered({ core } as State, action.press)),
    ),
  );
}

function seats({ core, now }: State, chosen: Features): readonly Action[] {
  if (!chosen.has('mandates end')) return [];
  return members.map(
    (member): Action => ({ does: isSeated(core.seats[member], now) ? 'leave' : 'join', member }),
  );
}

function operation(state: State, chosen: Features): readonly Action[] {
  const doubt: readonly Action[] = chosen.has('clock doubt')
    ? [{ does: state.doubted ? 'confirm' : 'doubt' }]
    : [];
  if (!chosen.has('restore')) return doubt;
  const copy: readonly Action[] = state.backup === undefined ? [{ does: 'back-up' }] : [{ does: 'restore' }];
  const anchor: readonly Action[] =
    state.anchored < state.core.seq && !state.safe.on ? [{ does: 'anchor' }] : [];
  const ending = state.safe.on ? officers.map((officer): Action => ({ does: 'end-safe-mode', officer })) : [];
  return [...doubt, ...copy, ...anchor, ...ending];
}
