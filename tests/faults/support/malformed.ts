import type { Chance } from './chance.ts';
import { hashOf, objectIdOf, tenantId, voterId } from './crowd.ts';

export type Wellformed = { readonly appId: string; readonly serviceUrl: string; readonly meetingId: string };

type Json = Readonly<Record<string, unknown>>;

/** A press that would be taken: a member's approval of the version before them, or an objection to it. */
export function goodPress(about: Wellformed, voter: number, kind: 'approve' | 'object'): Json {
  const { appId, serviceUrl, meetingId } = about;
  const data = { meetingId, version: 1, hash: hashOf(meetingId), nonce: `nonce ${voter}` };
  const action = { type: 'Action.Execute', verb: 'minutes.approve', data };
  const submitted = { verb: 'minutes.object', ...data, itemNumber: 2, text: 'Der blev sagt 50.' };
  return {
    type: 'invoke',
    name: kind === 'approve' ? 'adaptiveCard/action' : 'task/submit',
    id: `f:${voter}`,
    timestamp: Temporal.Now.instant().toString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:1${voterId(voter)}`, name: 'Medlem', aadObjectId: objectIdOf(voter) },
    recipient: { id: `28:${appId}`, name: 'Udvalgsbot' },
    conversation: { id: `a:${voterId(voter)}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: 'clientInfo', locale: 'da-DK' }],
    value: kind === 'approve' ? { action, trigger: 'manual' } : { data: submitted },
  };
}

/** Fields without which a press is none; whatever of another kind stands in one of them, nothing may come of it. */
const inEveryPress = [
  ['type'],
  ['name'],
  ['channelId'],
  ['serviceUrl'],
  ['from'],
  ['from', 'aadObjectId'],
  ['conversation'],
  ['conversation', 'conversationType'],
  ['conversation', 'tenantId'],
  ['channelData'],
  ['channelData', 'tenant'],
  ['channelData', 'tenant', 'id'],
  ['value'],
];
const dataFields = ['verb', 'meetingId', 'version', 'hash', 'nonce'];
const inApproval = [
  ['value', 'action'],
  ['value', 'action', 'verb'],
  ['value', 'action', 'data'],
].concat(dataFields.slice(1).map((field) => ['value', 'action', 'data', field]));
const inObjection = [['value', 'data']].concat(
  [...dataFields, 'text'].map((field) => ['value', 'data', field]),
);

/** None of these can be read as a name, a number of a version or item, or a text of somebody. */
const junk: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  () => ({}),
  () => [],
  () => '',
  () => JSON.parse('{"toString":"x","valueOf":1,"then":"x"}'),
  () => [[[[{}]]]],
  () => -1,
  () => 1e308,
  () => 1.5,
  () => ({ $ne: null }),
  (chance) => nested(chance.below(60)),
  (chance) => Array.from({ length: chance.below(300) + 2 }, (_, place) => place),
  (chance) => ({ [`k${chance.below(1_000)}`]: 'x'.repeat(chance.below(2_000)) }),
  () => ({ constructor: { prototype: { admin: true } } }),
];

/** A field of a good press with junk in it, or without it. */
export function spoilt(about: Wellformed, chance: Chance, voter: number): string {
  const kind = chance.happens(2) ? 'approve' : 'object';
  const path = chance.pick([...inEveryPress, ...(kind === 'approve' ? inApproval : inObjection)]);
  const value = chance.happens(4) ? undefined : chance.pick(junk)(chance);
  return JSON.stringify(changed(goodPress(about, voter, kind), path, value));
}

function changed(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const fields = typeof json === 'object' && json !== null ? (json as Json) : {};
  return { ...fields, [key]: changed(fields[key], rest, value) };
}

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : { deeper: nested(depth - 1), again: [depth] };
}

/** Names nobody knows, in the right shape: verbs, kinds of activity, of card, of meeting. */
export function unknown(about: Wellformed, chance: Chance, voter: number): string {
  const word = () =>
    [...'xyzæøå/.<>"\'\\\u202e\u0000😀 \ud800'].map(() => chance.pick([...strange])).join('');
  const path = chance.pick([
    ['value', 'action', 'verb'],
    ['value', 'action', 'data', 'meetingId'],
    ['value', 'action', 'data', 'hash'],
    ['name'],
    ['channelId'],
    ['from', 'aadObjectId'],
  ]);
  return JSON.stringify(changed(goodPress(about, voter, 'approve'), path, word()));
}

const strange = 'abcÆØÅ¡“<>&%${}[]()*_`~|\\/\u200b\u202e\u0301\ufeff😀\n\t\'"';

/** Bytes that are no activity at all: cut, doubled, of other encodings, deep, large, or with keys that poison. */
export function garbled(about: Wellformed, chance: Chance, voter: number): Buffer {
  const good = Buffer.from(JSON.stringify(goodPress(about, voter, 'approve')));
  const cut = 1 + chance.below(good.length - 2);
  const kinds: readonly (() => Buffer)[] = [
    () => good.subarray(0, cut),
    () => good.subarray(cut),
    () => Buffer.concat([good, good]),
    () => Buffer.from(good.toString(), 'utf16le'),
    () => Buffer.concat([good.subarray(0, cut), Buffer.from([0xff, 0xfe, 0xc0]), good.subarray(cut)]),
    () => Buffer.from('['.repeat(1 + chance.below(50_000))),
    () => Buffer.from('{"a":'.repeat(1 + chance.below(20_000))),
    () => Buffer.from(`"${'x'.repeat(chance.below(270_000))}"`),
    () => Buffer.from(good.toString().replace('"value"', '"__proto__":{"admin":true},"value"')),
    () =>
      Buffer.from(
        chance.pick(['', ' ', 'null', '0', 'NaN', '[]', '{}', 'true', '"', '\u0000', '{"a":1e999}']),
      ),
    () => Buffer.from(Array.from({ length: 1 + chance.below(400) }, () => chance.below(256))),
  ];
  return chance.pick(kinds)();
}
