import type { CardView } from '../../../src/ports/card-view.ts';
import { minutesForApprovalModel } from '../../../src/presentation/cards/minutes-for-approval.ts';
import { minutesStatusModel } from '../../../src/presentation/cards/minutes-status.ts';
import { chat } from '../../support/committee-bench.ts';
import { instantsIn } from '../calendar/read-danish.ts';
import { rulers } from './committee.ts';
import { deadlineFor, type Ledger, saidBy, standingOf } from './ledger.ts';
import type { ShownOnce } from './watched.ts';
import type { World } from './world.ts';

const aboutOthers: readonly CardView['card'][] = ['objection-received', 'objection-inherited'];

/** Every card shown since the last look holds nothing of another person's that its viewer may not see. */
export function checkShown(world: World): void {
  const { everShown } = world.around.messenger;
  for (const shown of everShown.slice(world.lookedAt)) {
    checkPrivacy(world, shown);
    checkWords(shown);
  }
  world.lookedAt = everShown.length;
  checkMails(world);
}

/** A mail goes to one person, and says nothing of another's. */
function checkMails({ around: { mailer }, secrets, receipts }: World): void {
  for (const { to, text, html, subject } of mailer.sent) {
    const all = [subject, text, html].join(' ');
    const others = (personId: string) => !to.address.startsWith(`${personId}@`);
    for (const [secret, author] of secrets)
      if (others(author) && all.includes(secret)) throw new Error(`a mail to ${to.address} tells ${secret}`);
    for (const { receipt, press } of receipts)
      if (others(press.personId) && all.includes(receipt))
        throw new Error(`a mail to ${to.address} tells the receipt of ${press.personId}`);
  }
}

function checkPrivacy({ secrets, receipts }: World, { to, view }: ShownOnce): void {
  const text = JSON.stringify(view);
  const mayKnow = aboutOthers.includes(view.card) && (rulers.includes(to) || to === 'ida');
  for (const [secret, author] of secrets)
    if (author !== to && !mayKnow && text.includes(secret))
      throw new Error(`${view.card} shows ${to} what ${author} wrote`);
  for (const { receipt, press } of receipts)
    if (press.personId !== to && text.includes(receipt))
      throw new Error(`${view.card} shows ${to} the receipt of ${press.personId}`);
  if (to === chat && /"(personId|objector)/.test(text))
    throw new Error(`${view.card} names a person in the chat`);
}

/** What the words of a card say is the instant that it carries. */
function checkWords({ view }: ShownOnce): void {
  if (view.card === 'minutes-status') {
    const { deadline, longer, state } = view;
    const until = state.kind === 'past-deadline' ? [state.until ?? deadline] : [];
    const told = [deadline, longer?.until ?? deadline, ...until].map(toTheMinute);
    const wrong = instantsIn(JSON.stringify(minutesStatusModel(view))).filter((each) => !told.includes(each));
    if (wrong.length > 0) throw new Error(`the shared card says ${wrong.join()}, known ${told.join()}`);
  }
  if (view.card !== 'minutes-for-approval') return;
  const known = [view.deadline, ...stamps(view)].map(toTheMinute);
  const said = instantsIn(JSON.stringify(minutesForApprovalModel(view)));
  for (const each of said)
    if (!known.includes(each))
      throw new Error(`words say ${new Date(each).toISOString()}, known ${known.join()}`);
  if (view.state.kind === 'open' && view.mine.stance === 'silent' && said.length === 0)
    throw new Error('a card that asks says no deadline');
}

function stamps({
  mine,
  remarks,
  state,
}: Extract<CardView, { card: 'minutes-for-approval' }>): readonly Temporal.Instant[] {
  const until = state.kind === 'past-deadline' && state.until !== undefined ? [state.until] : [];
  const objections = mine.stance === 'objected' ? mine.objections : [];
  const approval = mine.stance === 'approved' ? [mine.at] : [];
  const noted = [...objections, ...remarks].flatMap(({ onBehalf }) => onBehalf?.reachedAt ?? []);
  return [...until, ...approval, ...[...objections, ...remarks].map(({ at }) => at), ...noted];
}

function toTheMinute(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 60_000) * 60_000;
}

/** Once nothing waits to be carried out, what hangs in the chats and lies in the library is what the log says. */
export async function checkOutside(world: World): Promise<void> {
  for (const shown of world.around.messenger.hanging.values()) checkHanging(world.ledger, shown);
  const { ledger } = world;
  for (const { version, text } of ledger.versions)
    for (const format of ['docx', 'pdf']) await checkFile(world, `minutes/${version}/${format}`, text);
  const evidence = ledger.filed.has(`evidence/${ledger.decision?.version ?? 0}/pdf`);
  if (ledger.decision !== undefined && !evidence) throw new Error('a decision without its evidence');
}

async function checkFile({ around: { library }, ledger }: World, paper: string, text: string): Promise<void> {
  const documentId = ledger.filed.get(paper);
  if (documentId === undefined) throw new Error(`${paper} is not filed`);
  const { bytes } = await library.read(documentId);
  const [, lies = ''] = new TextDecoder().decode(bytes).split('\n');
  if (!sameText(lies, text)) throw new Error(`${paper} holds another text than was sent`);
}

function sameText(one: string, other: string): boolean {
  return JSON.stringify(sortedKeys(JSON.parse(one))) === JSON.stringify(sortedKeys(JSON.parse(other)));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sortedKeys(each)]));
}

function checkHanging(ledger: Ledger, { to, view }: ShownOnce): void {
  if (view.card === 'minutes-for-approval') {
    const state = stateOf(ledger, view.version);
    const open = view.state.kind === 'open' || view.state.kind === 'past-deadline';
    const shown = open ? 'open' : view.state.kind === 'closed' ? view.state.result : 'superseded';
    if (shown !== state)
      throw new Error(`version ${view.version} before ${to} shows ${shown}, and is ${state}`);
    const said = saidBy(ledger, view.version, to);
    const stance = standingOf(said).length > 0 ? 'objected' : said.approved ? 'approved' : 'silent';
    const mine = view.mine.stance === 'not-asked' ? 'silent' : view.mine.stance;
    if (mine !== stance) throw new Error(`version ${view.version} shows ${to} ${mine}, who ${stance}`);
    const version = ledger.versions.find((each) => each.version === view.version);
    if (version !== undefined && view.deadline.epochMilliseconds !== deadlineFor(version, to))
      throw new Error(`version ${view.version} shows ${to} another deadline`);
  }
  if (
    view.card === 'minutes-outcome' &&
    view.result !== ledger.decision?.result &&
    view.version === ledger.versions.length
  )
    throw new Error(`the outcome before ${to} is ${view.result}`);
}

function stateOf({ versions, decision }: Ledger, version: number): string {
  if (version < versions.length) return 'superseded';
  return decision?.result ?? 'open';
}
