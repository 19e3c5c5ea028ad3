import { isClosed, isVersioned, newestVersion, type VersionedMeeting } from '../../domain/meeting/meeting.ts';
import { actByReceipt } from '../../domain/minutes/act-by-receipt.ts';
import { deadlineFor } from '../../domain/minutes/version-deadline.ts';
import type { ReceiptRow } from '../../ports/read-models.ts';
import type { ReceiptView } from '../../ports/receipt-view.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerStream } from '../streams.ts';
import { meetingFacts } from '../views/meeting-facts.ts';
import type { Asked, ShowPorts } from './asked.ts';

export type ReceiptResult = Result<{ readonly views: readonly ReceiptView[] }>;

/**
 * `status <code>`: which act the code was given for, and what became of it. Only for the person whose act it is, or who noted
 * it for them; to everybody else a code that exists and one that does not are the same.
 */
export function createShowReceipt(ports: ShowPorts) {
  return async (asked: Asked & { readonly receipt: string }): Promise<ReceiptResult> => {
    const rows = await ports.readModels.receipts(asked.receipt);
    const views = await Promise.all(rows.map((row) => viewOfRow(ports, asked.personId, row)));
    const own = views.flat();
    return own.length === 0 ? refuse({ code: 'no-such-receipt' }) : done({ views: own });
  };
}

async function viewOfRow(
  ports: ShowPorts,
  personId: string,
  row: ReceiptRow,
): Promise<readonly ReceiptView[]> {
  const found = await meetingWithCommittee(ports.log, row.meetingId);
  if (found === undefined || !isVersioned(found.meeting)) return [];
  const { answer } = await ports.log.load({ answer: answerStream(row.meetingId, row.version, row.personId) });
  const made = actByReceipt(answer, row.receipt);
  const onBehalf = made?.remark?.onBehalf;
  if (made === undefined || ![row.personId, onBehalf?.recordedBy].includes(personId)) return [];
  const { act, standing, remark } = made;
  const item = remark?.objection.itemNumber;
  const ruling = found.meeting.rulings.find((each) => each.objectionId === remark?.objectionId);
  return [
    {
      meeting: meetingFacts(found.meeting, found.committee),
      version: row.version,
      receipt: row.receipt,
      verb: act.verb,
      at: Temporal.Instant.from(act.receivedAt),
      standing,
      ...(onBehalf === undefined
        ? {}
        : { recorded: onBehalf.recordedBy === personId ? ('by-viewer' as const) : ('for-viewer' as const) }),
      ...(item === undefined ? {} : { item }),
      ...(ruling === undefined ? {} : { ruling: { kind: ruling.ruling, reason: ruling.reason } }),
      outcome: outcomeOf(found.meeting, row, ports.clock.now()),
    },
  ];
}

function outcomeOf(
  meeting: VersionedMeeting,
  { version, personId }: ReceiptRow,
  now: Temporal.Instant,
): ReceiptView['outcome'] {
  const newest = newestVersion(meeting);
  if (newest.version !== version) return { kind: 'superseded', newest: newest.version };
  if (isClosed(meeting)) return { kind: 'decided', result: meeting.closing.result };
  const deadline = deadlineFor(newest, personId);
  return Temporal.Instant.compare(now, deadline) < 0 ? { kind: 'open', deadline } : { kind: 'awaiting' };
}
