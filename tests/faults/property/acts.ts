import type { ActResult } from '../../../src/application/minutes/act-on-minutes.ts';
import { deadlineFor, isEntitled, type Ledger, newestOf, saidBy, standingOf } from './ledger.ts';
import { type Press, readLog, type World } from './world.ts';

const graceMs = 120_000;

/** What a press must come to, by the sentences of the rules and what the log says. */
export type Due = 'act' | 'remark' | 'refused' | { readonly repeated: string };

const verbs: Readonly<Record<Press['verb'], string>> = {
  approve: 'ApprovalGiven',
  'withdraw-approval': 'ApprovalWithdrawn',
  object: 'ObjectionRaised',
  'withdraw-objection': 'ObjectionWithdrawn',
};

function dueTo(ledger: Ledger, press: Press, receivedAt: Temporal.Instant): Due {
  const { verb, personId, version, hash, objectionId } = press;
  const nonce = verb === 'withdraw-objection' ? `${press.nonce}/${objectionId}` : press.nonce;
  const earlier = ledger.receipts.get([verbs[verb], `${version}/${personId}`, nonce].join('|'));
  if (earlier !== undefined) return { repeated: earlier.receipt };
  const newest = newestOf(ledger);
  const meant = ledger.versions.find((each) => each.version === version && each.hash === hash);
  if (newest === undefined || meant === undefined) return 'refused';
  if (!isEntitled(ledger, personId, receivedAt.epochMilliseconds)) return 'refused';
  const open = ledger.decision === undefined && isTimely(deadlineFor(newest, personId), press, receivedAt);
  if (verb === 'object') return open ? 'act' : 'remark';
  if (!open) return 'refused';
  const said = saidBy(ledger, version, personId);
  if (verb === 'withdraw-objection') return standingOf(said).includes(objectionId) ? 'act' : 'refused';
  if (newest !== meant) return 'refused';
  if (verb === 'approve') return standingOf(said).length === 0 ? 'act' : 'refused';
  return said.approved ? 'act' : 'refused';
}

/** R2. */
function isTimely(deadline: number, { sentAt }: Press, receivedAt: Temporal.Instant): boolean {
  const received = receivedAt.epochMilliseconds;
  return received < deadline || (sentAt.epochMilliseconds < deadline && received < deadline + graceMs);
}

/** The press is delivered; what comes of it is what had to come, and nobody is told anything that is not in the log. */
export async function deliver(world: World, press: Press, receivedAt: Temporal.Instant): Promise<void> {
  await readLog(world);
  const due = dueTo(world.ledger, press, receivedAt);
  const before = world.ledger.seq;
  const result = await pressed(world, press, receivedAt);
  await readLog(world);
  const about = `${JSON.stringify(press)} received ${receivedAt.toString()}`;
  if (result.kind === 'refused') {
    if (due !== 'refused')
      throw new Error(`refused ${result.refusal.code}, due ${JSON.stringify(due)}: ${about}`);
    if (world.ledger.seq !== before) throw new Error(`a refusal was written: ${about}`);
    return;
  }
  if (typeof due === 'object') {
    if (!result.repeated || result.receipt !== due.repeated) throw new Error(`not repeated: ${about}`);
    if (world.ledger.seq !== before) throw new Error(`a repetition was written: ${about}`);
    return;
  }
  const as = result.late === undefined ? 'act' : 'remark';
  if (due !== as || result.repeated) throw new Error(`taken as ${as}, due ${due}: ${about}`);
  world.receipts.push({ press, receipt: result.receipt, at: result.at.toString() });
  checkReceipts(world);
}

/** R3: nothing was decided while a request that came in time was worked on. */
export function checkWaited(
  ledger: Ledger,
  { press, receivedAt, decision }: World['inFlight'][number],
): void {
  const newest = newestOf(ledger);
  if (newest === undefined || decision !== undefined || ledger.decision === undefined) return;
  if (isTimely(deadlineFor(newest, press.personId), press, receivedAt))
    throw new Error(`R3: decided while a request in time was worked on: ${JSON.stringify(press)}`);
}

/** R1: every code that was given stands in the log, with the instant that was told. */
export function checkReceipts({ ledger, receipts }: World): void {
  const held = new Map([...ledger.receipts.values()].map((each) => [each.receipt, each.at]));
  for (const { receipt, at } of receipts)
    if (held.get(receipt) !== at) throw new Error(`R1: the code ${receipt} of ${at} is not in the log`);
}

function pressed(world: World, press: Press, receivedAt: Temporal.Instant): Promise<ActResult> {
  const { useCases } = world.running;
  const { verb, personId, version, hash, nonce, sentAt, text, objectionId } = press;
  const request = { personId, meetingId: world.meetingId, version, hash, nonce, sentAt, receivedAt };
  switch (verb) {
    case 'approve':
      return useCases.approveMinutes(request);
    case 'withdraw-approval':
      return useCases.withdrawApproval(request);
    case 'object':
      return useCases.objectToMinutes({ ...request, objection: { itemNumber: 2, text } });
    case 'withdraw-objection':
      return useCases.withdrawObjection({ ...request, objectionId });
  }
}
