import type { Role } from './people.ts';
import type { Situation } from './situations.ts';

/**
 * Who may do what, when: said once, by reading the rules of procedure and not the program. The table in the domain's README is
 * made from these sentences, and the program is held against them.
 */
export type Sentence = {
  readonly may: string;
  readonly who: readonly Role[];
  readonly when: readonly Situation[];
  /** Then it is kept as a late remark and changes nothing (R10). */
  readonly remark?: readonly Situation[];
  /** Where fewer may than elsewhere. */
  readonly but?: Partial<Record<Situation, readonly Role[]>>;
};

const secretaries: readonly Role[] = ['secretary', 'second secretary'];
const heads: readonly Role[] = ['chair', 'viceChair'];
const members: readonly Role[] = [...heads, 'member', 'member who approved', 'member who objected'];
const atTheTable: readonly Role[] = [...members, 'attachedRepresentative'];
const seated: readonly Role[] = [...atTheTable, 'substitute', ...secretaries, 'minuteTaker'];
const elsewhere: Role = 'chair and secretary of another committee';

const before: readonly Situation[] = ['planned', 'agenda sent', 'meeting begun', 'minutes drafted'];
/** Version 1 is asked about; what doubts there are hinder nobody who answers. */
const open: readonly Situation[] = ['open', 'clock doubted', 'safe mode'];
const waiting: readonly Situation[] = ['needs decision', 'proposed by one'];
const decided: readonly Situation[] = [
  ...(['contested', 'contested and ruled'] as const),
  ...waiting,
  ...(['deferred', 'approved'] as const),
];
const sent: readonly Situation[] = [...open, 'superseded', 'deadline over', ...decided];
const always: readonly Situation[] = [...before, ...sent];
const objectionStands: readonly Situation[] = [...open, 'deadline over', 'contested'];
const canBeSent: readonly Situation[] = [
  ...(['minutes drafted', 'superseded', 'contested and ruled', 'deferred'] as const),
  ...waiting,
];
const rulers: readonly Role[] = [...heads, 'minuteTaker'];
const writers: readonly Role[] = ['chair', ...secretaries, 'minuteTaker'];
const noters: readonly Role[] = [...secretaries, 'minuteTaker'];
const deciders: readonly Role[] = [...heads, ...secretaries];

/** Names of groups, for the table. */
export const roleGroups = {
  'everybody with a seat': seated,
  'at the table': atTheTable,
  members,
  'those who write': writers,
  'those who decide': deciders,
  secretaries,
  heads,
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export const situationGroups = {
  always,
  'once sent': sent,
  decided,
  'while asked': open,
  'waiting for two': waiting,
} as const satisfies Readonly<Record<string, readonly Situation[]>>;

export const sentences = {
  'plan a meeting': { who: secretaries, when: always },
  'see the dialog in which a meeting is planned': { who: [...secretaries, elsewhere], when: always },
  'publish the agenda': { who: ['chair', ...secretaries], when: ['planned'] },
  'see the agenda': { who: seated, when: always.filter((each) => each !== 'planned') },
  'answer the invitation': { who: atTheTable, when: ['agenda sent', 'meeting begun'] },
  'open the dialog of an apology': { who: seated, when: always },
  'say that the meeting was held': { who: writers, when: ['meeting begun'] },
  'look at what would be sent': { who: writers, when: canBeSent },
  'send a version': { who: writers, when: canBeSent },
  'see a version': { who: seated, when: sent },
  'open the page of their own link': { who: seated, when: sent },
  approve: { who: members.filter((each) => each !== 'member who objected'), when: open },
  'withdraw their approval': { who: ['member who approved'], when: open },
  'open the dialog of an objection': { who: seated, when: sent },
  object: { who: members, when: [...open, 'superseded'], remark: ['deadline over', ...decided] },
  'withdraw their objection': { who: ['member who objected'], when: [...open, 'superseded'] },
  'open the dialog of a ruling': { who: rulers, when: objectionStands },
  'rule on an objection': { who: rulers, when: objectionStands },
  'open the dialog in which an objection is recorded': { who: noters, when: sent },
  'record an objection that came another way': {
    who: noters,
    when: [...open, 'superseded'],
    remark: ['deadline over', ...decided],
  },
  'open the dialog of more time': { who: secretaries, when: sent },
  'give more time': { who: secretaries, when: open },
  'open the dialog of two persons': { who: deciders, when: waiting },
  'approve with a second person': { who: deciders, when: waiting, but: { 'proposed by one': heads } },
  'put the minutes on the next agenda': { who: deciders, when: waiting },
  'open the dialog of a seat that ends': { who: secretaries, when: always },
  'end a seat': { who: secretaries, when: always },
  'tie a chat to the committee': { who: secretaries, when: always },
  'confirm the clock': { who: ['chair', ...secretaries, elsewhere], when: ['clock doubted'] },
  'open the dialog of safe mode': { who: [...deciders, elsewhere], when: ['safe mode'] },
  'end safe mode, with a second person': { who: [...deciders, elsewhere], when: ['safe mode'] },
  'see the course with names': { who: writers, when: sent },
  'see the next step with names': { who: secretaries, when: always },
  'see what a receipt was given for': { who: ['member who approved'], when: sent },
} as const satisfies Readonly<Record<string, Omit<Sentence, 'may'>>>;

export type Act = keyof typeof sentences;
export const acts = Object.keys(sentences) as readonly Act[];

export type Expected = 'yes' | 'remark' | 'no';

export function expected(act: Act, role: Role, situation: Situation): Expected {
  const { who, when, remark = [], but = {} }: Omit<Sentence, 'may'> = sentences[act];
  if (!(but[situation] ?? who).includes(role)) return 'no';
  if (when.includes(situation)) return 'yes';
  return remark.includes(situation) ? 'remark' : 'no';
}
