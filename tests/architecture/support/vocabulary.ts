import type { HouseRule } from './house-rules.ts';
import { wordsOf } from './syntax.ts';

/** One thing, one word. Left: words not used for it, in any name; right: the word of src/domain/README.md. */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  annex: ['attachment', 'appendix', 'appendices', 'enclosure'],
  minutes: ['protocol', 'transcript', 'minute book'],
  'approve, object': ['vote', 'voter', 'voting', 'ballot'],
  agendaItem: ['agenda point', 'agenda entry', 'meeting item', 'agenda topic'],
  objection: ['complaint', 'protest', 'veto'],
  chair: ['chairman', 'chairwoman', 'chairperson'],
  committee: ['council', 'board'],
  attendance: ['attendee', 'presence'],
  apologies: ['excuse', 'excused'],
  substitute: ['deputy', 'alternate', 'stand in'],
  deadline: ['time limit', 'cutoff', 'cut off', 'expiry'],
  rulesOfProcedure: ['bylaw', 'statute', 'standing order'],
  yearWheel: ['annual wheel', 'annual plan', 'year plan'],
  decision: ['resolution', 'verdict'],
  attachedRepresentative: ['observer'],
  supplementaryAgenda: ['addendum', 'extra agenda', 'late agenda'],
  tacitApproval: ['implicit approval', 'silent approval'],
  entitlement: ['voting right', 'may vote', 'can vote', 'permission', 'privilege'],
  casePresentation: ['case description', 'background text'],
  followUp: ['action item', 'todo'],
  recused: ['disqualified', 'conflicted'],
  'a time span without the word minutes': [
    ...['grace', 'wait', 'retry', 'timeout', 'delay', 'duration', 'elapsed', 'total'].map(
      (of) => `${of} minutes`,
    ),
    'in minutes',
  ],
  'British spelling': [
    'organization',
    'color',
    'behavior',
    'canceled',
    'favorite',
    'authorization',
    'center',
  ],
  'British spelling of -ise': ['finalize', 'summarize', 'recognize', 'organize', 'synchronize', 'minimize'],
};

/** Teams calls a card an attachment and the web has its own words: adapters speak the language of their world. */
const core = /^src\/(domain|ports|application|presentation)\//;

/** `graceMinutes`, `GraceMinutes` and `grace-minutes.ts` are " grace minutes ". */
function asWords(name: string): string {
  const spaced = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[^A-Za-z]+/g, ' ');
  return ` ${spaced.toLowerCase()} `;
}

function wrongWords(name: string): readonly string[] {
  const words = asWords(name);
  return Object.entries(synonyms).flatMap(([say, avoided]) =>
    avoided
      .filter((word) => words.includes(` ${word} `) || words.includes(` ${word}s `))
      .map((word) => `${name}: not "${word}", say ${say}`),
  );
}

export const oneWordForOneThing: HouseRule = (file) => {
  if (!core.test(file.path)) return [];
  const place = file.path.split('/').slice(2).join('/');
  return [...new Set([place, ...wordsOf(file).names])].flatMap(wrongWords);
};
