import type { DomainEvent } from '../../../src/domain/event.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import { type Ledger, ms, newestOf, type SentVersion, saidIn } from './ledger.ts';

/** Keeps an event. What it may say is judged before, by `judge`. */
export function keep(ledger: Ledger, stored: StoredEvent): void {
  const { event, stream } = stored;
  ledger.seq = stored.seq;
  ledger.seen.add(event.type === 'MinutesClosed' ? event.result : event.type);
  if (stream.startsWith('answer/')) {
    keepAnswer(ledger, stored);
    return;
  }
  keepServing(ledger, event, stored.at.epochMilliseconds);
  keepOperation(ledger, event);
}

function keepAnswer(ledger: Ledger, { stream, event }: StoredEvent): void {
  const [, , version = '', ...person] = stream.split('/');
  const key = `${version}/${person.join('/')}`;
  const said = saidIn(ledger, key);
  ledger.said.set(key, said);
  if ('receipt' in event && 'nonce' in event) {
    const verb = event.type === 'LateRemarkMade' ? 'ObjectionRaised' : event.type;
    const { receipt, receivedAt: at } = event;
    ledger.receipts.set([verb, key, event.nonce].join('|'), { receipt, at, as: event.type });
  }
  if (event.type === 'NoticeDelivered') said.notice ??= ms(event.at);
  if (event.type === 'ApprovalGiven') said.approved = true;
  if (event.type === 'ApprovalWithdrawn' || event.type === 'ObjectionRaised') said.approved = false;
  if (event.type === 'ObjectionRaised') said.objections.set(event.objectionId, { withdrawn: false });
  if (event.type === 'ObjectionWithdrawn') said.objections.set(event.objectionId, { withdrawn: true });
}

function keepServing(ledger: Ledger, event: DomainEvent, at: number): void {
  switch (event.type) {
    case 'MandatesGranted':
      for (const { personId, from, until, entitlement, roles } of event.mandates) {
        const seat = {
          from: ms(from),
          mayObject: entitlement === 'object',
          roles,
          ...(until === undefined ? {} : { until: ms(until) }),
        };
        ledger.seats.set(personId, [...(ledger.seats.get(personId) ?? []), seat]);
      }
      return;
    case 'MandateEnded':
      for (const seat of ledger.seats.get(event.personId) ?? []) seat.until ??= ms(event.until);
      return;
    case 'MinutesSent':
      delete ledger.decision;
      delete ledger.proposedBy;
      ledger.deferred = false;
      ledger.versions.push(sentVersion(event, at));
      return;
    case 'DeadlineExtended':
      extend(ledger, event);
      return;
    case 'ObjectionRuled':
      ledger.rulings.push({
        objection: event.objectionId,
        rejected: event.ruling === 'rejected',
        on: ledger.versions.length,
      });
      return;
    case 'PaperFiled':
      ledger.filed.set([event.paper, event.version, event.format].join('/'), event.documentId);
      return;
    default:
      keepDecision(ledger, event);
  }
}

function keepDecision(ledger: Ledger, event: DomainEvent): void {
  if (event.type === 'MinutesClosed') ledger.decision = { version: event.version, result: event.result };
  if (event.type === 'ApprovalProposed') ledger.proposedBy = event.proposedBy;
  if (event.type === 'MinutesDeferred') ledger.deferred = true;
  if (event.type === 'MinutesApprovedByTwo' && ledger.decision !== undefined)
    ledger.decision.result = 'approvedByTwo';
  const newest = newestOf(ledger);
  if (event.type === 'MembersReminded' && newest !== undefined) newest.reminders = event.number;
}

function keepOperation(ledger: Ledger, event: DomainEvent): void {
  if (event.type === 'ClockDoubted') ledger.doubted = event.to;
  if (event.type === 'ClockConfirmed') delete ledger.doubted;
  if (event.type === 'SafeModeEntered')
    ledger.safeMode = { on: true, since: `${event.anchor.seq}-${event.head.seq}` };
  if (event.type === 'SafeModeEndProposed') ledger.safeMode.proposedBy = event.proposedBy;
  if (event.type === 'SafeModeEnded') ledger.safeMode = { on: false };
  if (event.type === 'DowntimeRecorded')
    ledger.downtimes.push({ from: ms(event.from), until: ms(event.until) });
}

function sentVersion(event: Extract<DomainEvent, { type: 'MinutesSent' }>, at: number): SentVersion {
  const { version, hash, entitled, approval, noticeDaysBeforeDeadline, downtimeExtends, deadline } = event;
  return {
    ...{ version, hash, approval, sentAt: at, asked: entitled, noticeDays: noticeDaysBeforeDeadline },
    ...{ downtimeExtends: downtimeExtends ?? false, deadline: ms(deadline), own: new Map(), reminders: 0 },
    text: JSON.stringify(event.paper),
  };
}

function extend(ledger: Ledger, event: Extract<DomainEvent, { type: 'DeadlineExtended' }>): void {
  const version = ledger.versions.find((each) => each.version === event.version);
  if (version === undefined) return;
  const to = ms(event.deadline);
  if (event.persons === undefined) version.deadline = Math.max(version.deadline, to);
  else
    for (const person of event.persons) version.own.set(person, Math.max(version.own.get(person) ?? 0, to));
}
