import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isVersioned, newestVersion } from '../../domain/meeting/meeting.ts';
import type { Amendment, RulingKind } from '../../domain/meeting/meeting-event.ts';
import { type ItemField, itemFields, type PaperItem } from '../../domain/meeting/meeting-paper.ts';
import type { Answer } from '../../domain/minutes/answer.ts';
import { itemAsRuled } from '../../domain/minutes/item-as-ruled.ts';
import { ruleOnObjection } from '../../domain/minutes/rule-on-objection.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Decided, EventLog } from '../../ports/event-log.ts';
import type { Effect } from '../../ports/outbox.ts';
import { meetingWithCommittee } from '../committee/committee-of.ts';
import { inheritedCards } from '../effects/after-act.ts';
import { cardFor, cardsFor, nextStepCards, rulersOf } from '../effects/wanted.ts';
import { rulingMails } from '../effects/wanted-mails.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerStream, committeeStream, meetingStream } from '../streams.ts';

export type RulingRequest = {
  readonly personId: string;
  readonly meetingId: string;
  readonly version: number;
  readonly objectionId: string;
  readonly objectorId: string;
  readonly ruling: RulingKind;
  readonly reason: string;
  /** The item's texts as they shall read; a field left out stays as it is. */
  readonly texts: Readonly<Partial<Record<ItemField, string>>>;
  /** Fields that shall stand empty. */
  readonly emptied?: readonly ItemField[];
  readonly receivedAt: Temporal.Instant;
};

export type RulingResult = Result<{ readonly amended: boolean }>;

/** Chair or minute-taker answers an objection in writing; with it go the amendments to the draft of the next version. */
export function createRuleOnObjection({ log }: { readonly log: EventLog }) {
  return async (request: RulingRequest): Promise<RulingResult> => {
    const found = await meetingWithCommittee(log, request.meetingId);
    if (found === undefined) return refuse({ code: 'no-meeting' });
    const meetingOf = meetingStream(request.meetingId);
    return log.transact({
      load: {
        meeting: meetingOf,
        committee: committeeStream(found.committee.committeeId),
        answer: answerStream(request.meetingId, request.version, request.objectorId),
      },
      decide: ({ meeting, committee, answer }): Decided<RulingResult> => {
        if (committee.situation === 'unknown') return { result: refuse({ code: 'no-meeting' }) };
        const amendments = request.ruling === 'rejected' ? [] : amendmentsOf(meeting, answer, request);
        const { objectionId, ruling, reason, personId, receivedAt } = request;
        const outcome = ruleOnObjection(meeting, committee, answer, {
          objectionId,
          ruling,
          reason,
          ruledBy: personId,
          amendments,
          at: receivedAt,
        });
        if (outcome.kind === 'refused') return { result: repeatedOr(meeting, request, outcome.refusal) };
        return {
          result: done({ amended: amendments.length > 0 }),
          append: [{ stream: meetingOf.stream, events: outcome.events }],
          effects: [
            ...draftEffect(meeting, amendments, request.meetingId),
            ...cardsFor(rulersOf(committee, receivedAt), objectionRef(request, 'objection-received')),
            cardFor(request.objectorId, objectionRef(request, 'objection-ruled')),
            ...inheritedCards(committee, aboutObjection(request)),
            ...rulingMails({ personId: request.objectorId, answer }, request),
            ...nextStepCards(committee, request.meetingId, receivedAt),
          ],
          actor: { personId },
          at: receivedAt,
        };
      },
    });
  };
}

/** A dialog that was sent twice finds its own ruling: that is what was wanted. */
function repeatedOr(meeting: Meeting, request: RulingRequest, refusal: Refusal): RulingResult {
  const rulings = refusal.code === 'objection-ruled' && isVersioned(meeting) ? meeting.rulings : [];
  const same = rulings.find(
    ({ objectionId, ruledBy, ruling, reason }) =>
      objectionId === request.objectionId &&
      ruledBy === request.personId &&
      ruling === request.ruling &&
      reason === request.reason,
  );
  return same === undefined ? refuse(refusal) : done({ amended: same.amendments.length > 0 });
}

/**
 * Only fields that shall read otherwise than they would in the next version as it is ruled so far: what a ruling before
 * this one has changed is not changed back, and not written once more.
 */
function amendmentsOf(
  meeting: Meeting,
  objector: Answer,
  { objectionId, texts, emptied = [] }: RulingRequest,
): readonly Amendment[] {
  const itemNumber = objector.objections.find((each) => each.objectionId === objectionId)?.objection
    .itemNumber;
  const item = isVersioned(meeting) ? itemAsRuled(meeting, itemNumber) : undefined;
  return item === undefined
    ? []
    : itemFields.flatMap((field) =>
        emptied.includes(field) ? emptiedField(item, field) : amendmentOf(item, field, texts[field]),
      );
}

function emptiedField(item: PaperItem, field: ItemField): readonly Amendment[] {
  return item[field] === undefined ? [] : [{ itemNumber: item.number, field }];
}

/** A blank text is one that was left out: what shall stand empty is said so. */
function amendmentOf(item: PaperItem, field: ItemField, text: string | undefined): readonly Amendment[] {
  if (text === undefined || text.trim() === '' || samePlainText(text, item[field] ?? '')) return [];
  return [{ itemNumber: item.number, field, text }];
}

/** A dialog gives a text back with line ends of its own and without the blanks around it: that is no other wording. */
function samePlainText(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return plain(a) === plain(b);
}

function draftEffect(
  meeting: Meeting,
  amendments: readonly Amendment[],
  meetingId: string,
): readonly Effect[] {
  if (amendments.length === 0 || !isVersioned(meeting)) return [];
  return [
    { kind: 'file-paper', meetingId, paper: 'minutes-draft', version: newestVersion(meeting).version + 1 },
  ];
}

function objectionRef<C extends 'objection-received' | 'objection-ruled'>(request: RulingRequest, card: C) {
  return { card, ...aboutObjection(request) };
}

function aboutObjection({ meetingId, version, objectionId, objectorId }: RulingRequest) {
  return { meetingId, version, objectionId, objectorId };
}
