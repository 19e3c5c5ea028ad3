import { capitalised, danishDate, danishTime } from '../../presentation/danish-format.ts';
import type { StoredActivity } from './activities.ts';
import { isObject, type Json } from './card-actions.ts';
import type { LocalPerson } from './contract.ts';
import type { Desk } from './desk.ts';
import { botName, personMri } from './identities.ts';
import { refreshAction } from './refresh.ts';

/** An activity as one person sees it. */
export type SeenActivity = {
  readonly id: string;
  readonly seq: number;
  /** Ask for changes after the highest of these. */
  readonly changed: number;
  readonly from: { readonly bot: boolean; readonly personId: string | null; readonly name: string };
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
  readonly at: string;
  /** In Danish, finished. */
  readonly day: string;
  readonly time: string;
  readonly version: number;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly delivery: string;
  /** The first card may be this person's own view of it. */
  readonly cards: readonly Json[];
  readonly files: readonly { readonly name: string; readonly href: string }[];
  /** The card wants to be refreshed for this person. */
  readonly refresh: boolean;
};

const cardType = 'application/vnd.microsoft.card.adaptive';
const fileType = 'application/vnd.microsoft.teams.file.download.info';

export function seenBy(
  desk: Desk,
  person: LocalPerson,
  people: readonly LocalPerson[],
  activity: StoredActivity,
): SeenActivity {
  const { body, version, deleted } = activity;
  const at = Temporal.Instant.from(activity.at);
  const overlay = desk.activities.overlay(activity.id, person.personId);
  const [first, ...others] = deleted ? [] : contents(body, cardType);
  const shown = overlay ?? first;
  const mri = personMri(desk.options.botId, person.personId);
  const bot = activity.sender === 'bot';
  const author = people.find((one) => one.personId === activity.sender);
  return {
    id: activity.id,
    seq: activity.seq,
    changed: activity.changed,
    from: { bot, personId: bot ? null : activity.sender, name: bot ? botName : (author?.name ?? '') },
    text: deleted ? '' : shownText(body),
    textFormat: bot && body['textFormat'] !== 'plain' ? 'markdown' : 'plain',
    at: activity.at,
    day: capitalised(danishDate(at)),
    time: danishTime(at),
    version,
    edited: version > 1,
    deleted,
    delivery: activity.delivery,
    cards: first === undefined || shown === undefined ? [] : [shown, ...others],
    files: deleted ? [] : filesOf(body),
    refresh: !deleted && refreshAction(first, mri) !== undefined,
  };
}

/** False for a press that went to the bot as a message without words: Teams shows nothing of it. */
export function isVisible(seen: SeenActivity): boolean {
  return seen.deleted || seen.text !== '' || seen.cards.length > 0 || seen.files.length > 0;
}

/** The card as the bot sent it, before any personal view. */
export function originalCard(activity: StoredActivity): Json | undefined {
  return contents(activity.body, cardType)[0];
}

/** One line for the list of chats. */
export function summaryOf(activity: StoredActivity): string {
  const card = originalCard(activity);
  const text = shownText(activity.body) || filesOf(activity.body)[0]?.name || firstWords(card);
  return text.replace(/[*_`]+/g, '').slice(0, 120);
}

function firstWords(card: Json | undefined): string {
  const body = Array.isArray(card?.['body']) ? card['body'] : [];
  const texts = body.filter(isObject).filter((element) => typeof element['text'] === 'string');
  const heading = texts.find((element) => element['style'] === 'heading') ?? texts[0];
  return String(heading?.['text'] ?? '');
}

function shownText(body: Json): string {
  const text = body['displayText'] ?? body['text'];
  return typeof text === 'string' ? text.replaceAll(`<at>${botName}</at>`, `@${botName}`) : '';
}

function filesOf(body: Json): readonly { readonly name: string; readonly href: string }[] {
  return attachments(body)
    .filter((one) => one['contentType'] === fileType)
    .map((one) => ({ name: String(one['name']), href: new URL(String(one['contentUrl'])).pathname }));
}

function contents(body: Json, contentType: string): readonly Json[] {
  return attachments(body)
    .filter((one) => one['contentType'] === contentType)
    .flatMap((one) => (isObject(one['content']) ? [one['content']] : []));
}

function attachments(body: Json): readonly Json[] {
  return Array.isArray(body['attachments']) ? body['attachments'].filter(isObject) : [];
}
