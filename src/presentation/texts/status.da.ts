import type { EffectKind, EffectState, EffectStatus } from '../../ports/outbox.ts';
import { danishInstant } from '../danish-format.ts';

const stateWords = {
  waiting: 'venter',
  parked: 'venter på en person',
  dead: 'opgivet',
  done: 'udført',
} as const satisfies Record<EffectState, string>;

const kindWords = {
  'show-card': 'vis kort',
  'file-paper': 'læg papir i biblioteket',
  'stamp-papers': 'skriv status på papirer',
  'send-mail': 'send mail',
  'anchor-log': 'gem loggens anker',
} as const satisfies Record<EffectKind, string>;

/** The outbox for an operator: counts, then everything that is not done, with ids and codes only. */
export const statusReport = ({
  open,
  done,
}: {
  readonly open: readonly EffectStatus[];
  readonly done: number;
}): string => {
  const count = (state: EffectState) => open.filter((each) => each.state === state).length;
  const heads = `Udbakke: ${done} udført, ${count('waiting')} venter, ${count('parked')} venter på en person, ${count('dead')} opgivet.`;
  return [heads, ...open.map(effectLine)].join('\n');
};

const effectLine = ({ key, kind, state, attempts, dueAt, code }: EffectStatus): string =>
  `- ${kindWords[kind]} (${stateWords[state]}): ${key}, forsøg ${attempts}, næste ${danishInstant(dueAt)}${code === undefined ? '' : `, ${code}`}`;
