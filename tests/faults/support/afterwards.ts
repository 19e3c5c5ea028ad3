import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import type { TakenMessage } from './process/paper-teams.ts';

/** What lies in the library folder, file by file, each with the operation it belongs to. */
type Filed = { readonly operationId: string; readonly path: string; readonly isWhole: boolean };

/** What is wrong with the files of a meeting: one too many, one missing, or bytes that are not those noted. */
export function wrongFiles(
  library: string,
  meetingId: string,
  events: readonly StoredEvent[],
): readonly string[] {
  const filed = filesIn(library).filter(({ operationId }) => operationId.startsWith(`${meetingId}/`));
  const noted = events.flatMap(({ stream, event }) =>
    stream === `meeting/${meetingId}` && event.type === 'PaperFiled' ? [event] : [],
  );
  const papers = new Set(noted.map(({ paper, version, format }) => `${paper} ${version} ${format}`));
  const files = new Set(noted.map(({ documentId }) => documentId));
  return [
    ...twice(filed.map(({ operationId }) => operationId)).map((id) => `two files of ${id}`),
    ...filed.filter(({ isWhole }) => !isWhole).map(({ path }) => `${path} is not as noted`),
    ...(files.size === filed.length ? [] : [`${filed.length} files, ${files.size} noted`]),
    ...expectedPapers.filter((paper) => !papers.has(paper)).map((paper) => `no ${paper}`),
  ];
}

const expectedPapers = [
  'agenda 1 docx',
  'agenda 1 pdf',
  'minutes-draft 1 docx',
  'minutes-draft 2 docx',
].concat([1, 2].flatMap((version) => [`minutes ${version} docx`, `minutes ${version} pdf`]));

function filesIn(library: string): readonly Filed[] {
  const ending = '.meta.json';
  return readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const record = JSON.parse(readFileSync(join(library, name), 'utf8')) as Record<string, string>;
      const path = name.slice(0, -ending.length);
      const bytes = existsSync(join(library, path)) ? readFileSync(join(library, path)) : '';
      const isWhole = createHash('sha256').update(bytes).digest('hex') === record['sha256'];
      return { operationId: record['operationId'] ?? '', path, isWhole };
    });
}

/** Cards of a meeting that Teams was given more than once, each with how often it was given again. */
export function postedAgain(
  teamsFile: string,
  meetingId: string,
): readonly { readonly card: string; readonly times: number }[] {
  const posts = readFileSync(teamsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TakenMessage)
    .filter(({ change, card }) => !change && card.includes(meetingId))
    .map(({ chat, card }) => `${card} in ${chat}`);
  return [...new Set(twice(posts))].map((card) => ({
    card,
    times: posts.filter((each) => each === card).length - 1,
  }));
}

/** Things that may happen once only, and happened again: decisions, acts, notices, notes of one file. */
export function happenedTwice(events: readonly StoredEvent[], meetingId: string): readonly string[] {
  return twice(
    events
      .filter(({ stream }) => stream.split('/')[1] === meetingId)
      .map(({ stream, event }) => `${stream} ${identityOf(event)}`),
  );
}

function identityOf(event: StoredEvent['event']): string {
  const { type } = event;
  if (type === 'PaperFiled') return [type, event.paper, event.version, event.format, event.sha256].join(' ');
  if ('nonce' in event) return `${type} ${event.nonce}`;
  if ('version' in event) return `${type} ${event.version}`;
  return type;
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, place) => names.indexOf(name) !== place);
}
