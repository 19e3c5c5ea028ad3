import type { z } from 'zod';
import type { ActResult } from '../../../application/minutes/act-on-minutes.ts';
import type { NoticeView } from '../../../presentation/cards/notice.ts';
import { agendaTexts } from '../../../presentation/texts/agenda.da.ts';
import { committeeTexts } from '../../../presentation/texts/committee.da.ts';
import { generalTexts } from '../../../presentation/texts/general.da.ts';
import { invitationTexts } from '../../../presentation/texts/invitation.da.ts';
import { meetingTexts } from '../../../presentation/texts/meeting.da.ts';
import { minutesActs } from '../../../presentation/texts/minutes.da.ts';
import { objectionActs } from '../../../presentation/texts/objection.da.ts';
import { renderCard } from '../cards/render-card.ts';
import type { ActAnswer } from '../handlers.ts';
import { refusedAct, told } from './answers.ts';
import { decisionExecutes } from './decisions.ts';
import { confirmTheClock } from './operation.ts';
import { type Known, requester, type UseCases } from './use-cases.ts';
import type { ExecuteVerb, executeVerbs } from './verb-data.ts';

type Handler<V extends ExecuteVerb> = (
  useCases: UseCases,
  known: Known,
  data: z.infer<(typeof executeVerbs)[V]>,
) => Promise<ActAnswer>;

/** What each Action.Execute does. Every verb of the cards stands here, by type. */
export const executeHandlers: { readonly [V in ExecuteVerb]: Handler<V> } = {
  ...decisionExecutes,
  'agenda.publish': async ({ publishAgenda }, known, { meetingId }) => {
    const result = await publishAgenda({ ...requester(known), meetingId });
    if (result.kind === 'refused') return refusedAct(result.refusal);
    return told(
      result.repeated ? agendaTexts.publishedAlready(result.invited) : agendaTexts.published(result.invited),
    );
  },
  'invitation.answer': async (useCases, known, { meetingId, nonce }) => {
    const result = await useCases.answerInvitation({ ...requester(known), meetingId, nonce, coming: true });
    if (result.kind === 'refused') return refusedAct(result.refusal);
    return cardOr(useCases, known, { card: 'agenda', meetingId }, invitationTexts.comingNoted);
  },
  'meeting.hold': async ({ holdMeeting }, known, { meetingId }) => {
    const result = await holdMeeting({ ...requester(known), meetingId });
    if (result.kind === 'refused') return refusedAct(result.refusal);
    return told(result.repeated ? meetingTexts.heldAlready : meetingTexts.held);
  },
  'minutes.approve': async (useCases, known, data) =>
    actAnswer(
      useCases,
      known,
      data,
      await useCases.approveMinutes({ ...requester(known), ...data }),
      (at, receipt, repeated) =>
        repeated ? minutesActs.approvedAlready(at, receipt) : minutesActs.approved(at, receipt),
    ),
  'minutes.withdraw-approval': async (useCases, known, data) =>
    actAnswer(
      useCases,
      known,
      data,
      await useCases.withdrawApproval({ ...requester(known), ...data }),
      minutesActs.approvalWithdrawn,
    ),
  'minutes.withdraw-objection': async (useCases, known, data) =>
    actAnswer(
      useCases,
      known,
      data,
      await useCases.withdrawObjection({ ...requester(known), ...data }),
      objectionActs.withdrawn,
    ),
  'paper.import': async ({ importPaper }, known, data) => {
    const result = await importPaper({ ...requester(known), ...data });
    return result.kind === 'refused' ? refusedAct(result.refusal) : told(meetingTexts.created(data.date));
  },
  'conversation.link': async ({ linkConversation }, known, { committeeId }) => {
    const result = await linkConversation({
      ...requester(known),
      committeeId,
      conversationId: known.turn.conversation.id,
    });
    return result.kind === 'refused'
      ? refusedAct(result.refusal)
      : told(committeeTexts.linked(result.committee));
  },
  'clock.confirm': confirmTheClock,
  'card.refresh': async (useCases, known, data) =>
    (await refreshed(useCases, known, data)) ?? { kind: 'message', text: generalTexts.buttonUnknown },
};

type Refreshed = Pick<Parameters<UseCases['showCardAgain']>[0], 'card' | 'meetingId'> & {
  readonly version?: number | undefined;
};

async function refreshed(
  { showCardAgain }: UseCases,
  known: Known,
  { card, meetingId, version }: Refreshed,
): Promise<ActAnswer | undefined> {
  const { id, scope } = known.turn.conversation;
  const asked = { ...requester(known), conversationId: id, scope, card, meetingId };
  const view = await showCardAgain(version === undefined ? asked : { ...asked, version });
  return view === undefined ? undefined : { kind: 'card', card: renderCard(view) };
}

/** In the personal chat the card itself shows what was done; in a shared chat the answer is a sentence to that person. */
async function cardOr(
  useCases: UseCases,
  known: Known,
  shown: Refreshed,
  notice: (date: string) => NoticeView,
): Promise<ActAnswer> {
  const personal = known.turn.conversation.scope === 'personal';
  const card = personal ? await refreshed(useCases, known, shown) : undefined;
  return card ?? told(notice(await useCases.meetingDate(shown.meetingId)));
}

async function actAnswer(
  useCases: UseCases,
  known: Known,
  { meetingId, version }: { readonly meetingId: string; readonly version: number },
  result: ActResult,
  notice: (at: Temporal.Instant, receipt: string, repeated: boolean) => NoticeView,
): Promise<ActAnswer> {
  if (result.kind === 'refused') return refusedAct(result.refusal);
  const personal = known.turn.conversation.scope === 'personal';
  const card = personal
    ? await refreshed(useCases, known, { card: 'minutes-for-approval', meetingId, version })
    : undefined;
  return card ?? told(notice(result.at, result.receipt, result.repeated));
}
