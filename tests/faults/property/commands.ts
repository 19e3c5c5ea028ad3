import fc from 'fast-check';
import { type RulingKind, rulings } from '../../../src/domain/meeting/meeting-event.ts';
import { asked, everybody } from './committee.ts';
import type { Press } from './world.ts';

/** One member of the union for each name, so that a command can be told by it. */
type Named<K extends string, Told = object> = K extends string
  ? { readonly does: K } & Readonly<Told>
  : never;

/** One thing that happens. Numbers choose among what there is: a version, an objection, an earlier press. */
export type Command =
  | Named<'nothing' | 'restart' | 'back-up' | 'drain' | 'sweep' | 'defer' | 'live-to-morning' | 'all-approve'>
  | Named<'click' | 'receive' | 'slow', Click>
  | Named<'redeliver' | 'answer' | 'restore', { which: number }>
  | Named<'refresh' | 'block' | 'unblock' | 'leave' | 'join' | 'open', { who: string }>
  | Named<'confirm' | 'two' | 'end-safe-mode', { who: string }>
  | Named<'send', { changed: boolean }>
  | Named<'rule', { which: number; kind: RulingKind; who: string }>
  | Named<'extend', { days: number; whom: string }>
  | Named<'live', { hours: number }>
  | Named<'live-to-deadline', { seconds: number; last: boolean }>
  | Named<'off', { minutes: number; killed: boolean }>
  | Named<'jump', { minutes: number }>
  | Named<'kill', { half: number }>
  | Named<'record', { who: string; hours: number; older: boolean }>;

/** `ago`: seconds on its way. `witness`: its time is believed as the gate believes it. */
type Click = { who: string; verb: Press['verb']; older: boolean; ago: number; witness: boolean };

type Kind = Command['does'];

const member = fc.constantFrom(...asked);
/** Bo does most of what is done, so that somebody objects twice and takes one back. */
const anybody = fc.constantFrom(...asked, ...everybody, 'bo', 'bo', 'bo', 'nobody');
const server = fc.constantFrom('sigrid', 'frida', 'vera', 'mads');
const click = {
  who: anybody,
  verb: fc.constantFrom<Press['verb']>(
    ...([
      'approve',
      'approve',
      'approve',
      'object',
      'object',
      'withdraw-approval',
      'withdraw-objection',
    ] as const),
  ),
  older: fc.boolean(),
  ago: fc.nat(150),
  witness: fc.boolean(),
};

const weighed: readonly (readonly [number, fc.Arbitrary<Command>])[] = [
  [14, fc.record({ does: kind('click'), ...click })],
  [5, fc.record({ does: kind('receive'), ...click })],
  [2, fc.record({ does: kind('slow'), ...click })],
  [2, fc.record({ does: kind('answer'), which: fc.nat(3) })],
  [6, fc.record({ does: kind('redeliver'), which: fc.nat(30) })],
  [2, fc.record({ does: kind('refresh'), who: anybody })],
  [6, fc.record({ does: kind('send'), changed: fc.boolean() })],
  [4, fc.record({ does: kind('rule'), which: fc.nat(4), kind: fc.constantFrom(...rulings), who: server })],
  [
    2,
    fc.record({
      does: kind('extend'),
      days: fc.integer({ min: -1, max: 3 }),
      whom: fc.oneof(fc.constantFrom('all', 'unreached'), member),
    }),
  ],
  [1, fc.record({ does: kind('leave'), who: member })],
  [1, fc.record({ does: kind('join'), who: anybody })],
  [6, fc.record({ does: kind('live'), hours: fc.integer({ min: 1, max: 40 }) })],
  [
    6,
    fc.record({
      does: kind('live-to-deadline'),
      seconds: fc.integer({ min: -90, max: 150 }),
      last: fc.boolean(),
    }),
  ],
  [2, fc.record({ does: kind('live-to-morning') })],
  [1, fc.record({ does: kind('off'), minutes: fc.integer({ min: 0, max: 2_000 }), killed: fc.boolean() })],
  [1, fc.record({ does: kind('jump'), minutes: fc.integer({ min: -90, max: 3_000 }) })],
  [4, fc.record({ does: kind('confirm'), who: fc.constantFrom('witness', 'frida', 'mads') })],
  [1, fc.record({ does: kind('restart') })],
  [2, fc.record({ does: kind('kill'), half: fc.nat(4) })],
  [2, fc.record({ does: kind('all-approve') })],
  [2, fc.record({ does: kind('back-up') })],
  [3, fc.record({ does: kind('restore'), which: fc.nat(2) })],
  [8, fc.record({ does: kind('end-safe-mode'), who: server })],
  [2, fc.record({ does: kind('record'), who: anybody, hours: fc.nat(60), older: fc.boolean() })],
  [9, fc.record({ does: kind('two'), who: server })],
  [1, fc.record({ does: kind('defer') })],
  [3, fc.record({ does: kind('open'), who: fc.constantFrom('mia', 'mia', 'bo') })],
  [1, fc.record({ does: kind('block'), who: member })],
  [2, fc.record({ does: kind('unblock'), who: member })],
  [8, fc.record({ does: kind('drain') })],
  [2, fc.record({ does: kind('sweep') })],
];

/** A course is made shorter by letting nothing happen in places, so that its length stays what it was drawn as. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant<Command>({ does: 'nothing' }) },
  ...weighed.map(([weight, arbitrary]) => ({ weight, arbitrary })),
);

function kind<K extends Kind>(does: K): fc.Arbitrary<K> {
  return fc.constant(does);
}
