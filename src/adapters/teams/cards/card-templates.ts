import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// the package's main entry drags the renderer's TypeScript sources into the type check, which fails on them
import type { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { CardName } from '../../../ports/card-view.ts';

/** Where each card's template lies under `cards/`. `notice` is the general answer; it shows no view of the domain. */
export const templatePaths = {
  agenda: 'agenda/agenda',
  'agenda-item': 'agenda/agenda-item',
  apologies: 'meeting/apologies',
  'import-preview': 'meeting/import-preview',
  meetings: 'meeting/meetings',
  'next-step': 'meeting/next-step',
  'plan-meeting': 'meeting/plan-meeting',
  'minutes-for-approval': 'minutes/minutes-for-approval',
  'minutes-outcome': 'minutes/minutes-outcome',
  'minutes-status': 'minutes/minutes-status',
  objection: 'minutes/objection',
  'objection-received': 'minutes/objection-received',
  'objection-ruled': 'minutes/objection-ruled',
  ruling: 'minutes/ruling',
  'send-minutes': 'minutes/send-minutes',
  timeline: 'minutes/timeline',
  'minutes-reminder': 'minutes/minutes-reminder',
  'needs-decision': 'minutes/needs-decision',
  'approve-by-two': 'minutes/approve-by-two',
  'record-objection': 'minutes/record-objection',
  'extend-deadline': 'minutes/extend-deadline',
  'objection-inherited': 'minutes/objection-inherited',
  'end-mandate': 'committee/end-mandate',
  'link-conversation': 'committee/link-conversation',
  menu: 'committee/menu',
  'operation-doubt': 'operation/operation-doubt',
  'end-safe-mode': 'operation/end-safe-mode',
  notice: 'committee/notice',
} as const satisfies Record<CardName | 'notice', string>;

export type TemplateName = keyof typeof templatePaths;

const read = new Map<TemplateName, Template>();

/** Read and parsed at first use, then kept. */
export function templateOf(name: TemplateName): Template {
  const known = read.get(name);
  if (known !== undefined) return known;
  const file = new URL(`../../../../cards/${templatePaths[name]}.json`, import.meta.url);
  const template = newTemplate(JSON.parse(readFileSync(file, 'utf8')));
  read.set(name, template);
  return template;
}

type Engine = { readonly Template: new (payload: unknown) => Template };

/** The engine and its expression language are large and needed by the first card only, not to start. */
function newTemplate(payload: unknown): Template {
  const load = createRequire(import.meta.url);
  const { Template } = load('adaptivecards-templating/lib/template-engine.js') as Engine;
  return new Template(payload);
}
