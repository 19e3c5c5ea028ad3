import type { z } from 'zod';
import type { Result } from '../../../application/result.ts';
import { itemFields } from '../../../domain/meeting/meeting-paper.ts';
import type { CardView } from '../../../ports/card-view.ts';
import { danishDeadline } from '../../../presentation/danish-format.ts';
import { dialogTitle } from '../../../presentation/texts/dialog.da.ts';
import { invitationTexts } from '../../../presentation/texts/invitation.da.ts';
import { meetingTexts } from '../../../presentation/texts/meeting.da.ts';
import { minutesActs } from '../../../presentation/texts/minutes.da.ts';
import { objectionActs } from '../../../presentation/texts/objection.da.ts';
import { renderCard } from '../cards/render-card.ts';
import type { DialogAnswer } from '../handlers.ts';
import { refusedDialog, toldInDialog } from './answers.ts';
import { decisionDialogs, decisionSubmits } from './decisions.ts';
import { goOnWithout } from './operation.ts';
import { type Known, requester, type UseCases } from './use-cases.ts';
import type { DialogVerb, dialogVerbs, SubmitVerb, submitVerbs } from './verb-data.ts';

type Opening<V extends DialogVerb> = (
  useCases: UseCases,
  known: Known,
  data: z.infer<(typeof dialogVerbs)[V]>,
) => Promise<Result<{ readonly view: CardView }>>;

/** What each dialog shows when it opens. */
export const dialogHandlers: { readonly [V in DialogVerb]: Opening<V> } = {
  ...decisionDialogs,
  'agenda.item': ({ openDialogs }, known, data) => openDialogs.agendaItem({ ...requester(known), ...data }),
  'invitation.answer': ({ openDialogs }, known, data) =>
    openDialogs.apologies({ ...requester(known), ...data }),
  'minutes.object': ({ openDialogs }, known, { meetingId, version }) =>
    openDialogs.objection({ ...requester(known), meetingId, version }),
  'objection.rule': ({ openDialogs }, known, data) => openDialogs.ruling({ ...requester(known), ...data }),
  'minutes.send': ({ previewMinutes }, known, data) => previewMinutes({ ...requester(known), ...data }),
  'minutes.timeline': ({ showTimeline }, known, data) => showTimeline({ ...requester(known), ...data }),
  'meeting.plan': ({ openDialogs }, known) => openDialogs.planMeeting(requester(known)),
  'safe-mode.end': ({ openEndSafeMode }, known, data) => openEndSafeMode({ ...requester(known), ...data }),
};

export function opened(result: Result<{ readonly view: CardView }>): DialogAnswer {
  if (result.kind === 'refused') return refusedDialog(result.refusal);
  const { view } = result;
  return {
    kind: 'dialog',
    title: dialogTitle(view.card),
    card: renderCard(view),
    size: view.card === 'agenda-item' ? 'medium' : 'large',
  };
}

type Submitting<V extends SubmitVerb> = (
  useCases: UseCases,
  known: Known,
  data: z.infer<(typeof submitVerbs)[V]>,
) => Promise<DialogAnswer>;

/** What each dialog does when it is sent. */
export const submitHandlers: { readonly [V in SubmitVerb]: Submitting<V> } = {
  ...decisionSubmits,
  'invitation.answer': async (
    useCases,
    known,
    { meetingId, nonce, substituteId, substituteName, message },
  ) => {
    const said = { ...present({ substituteId, substituteName, message }) };
    const result = await useCases.answerInvitation({
      ...requester(known),
      meetingId,
      nonce,
      coming: false,
      ...said,
    });
    if (result.kind === 'refused') return refusedDialog(result.refusal);
    return toldInDialog(
      invitationTexts.apologiesNoted(await useCases.meetingDate(meetingId), result.substitute),
    );
  },
  'minutes.object': async (
    { objectToMinutes },
    known,
    { itemNumber, passage, text, proposedWording, ...bound },
  ) => {
    const objection = {
      text,
      ...(itemNumber === 0 ? {} : { itemNumber }),
      ...present({ passage, proposedWording }),
    };
    const result = await objectToMinutes({ ...requester(known), ...bound, objection });
    if (result.kind === 'refused') return refusedDialog(result.refusal);
    const { at, receipt, repeated, late } = result;
    if (late !== undefined)
      return toldInDialog(objectionActs.keptAsLateRemark(at, receipt, danishDeadline(late)));
    return toldInDialog(
      repeated ? objectionActs.receivedAlready(at, receipt) : objectionActs.received(at, receipt),
    );
  },
  'objection.rule': async (
    { ruleOnObjection },
    known,
    { casePresentation, recommendation, summary, decision, emptied, ...ruling },
  ) => {
    const texts = present({ casePresentation, recommendation, summary, decision });
    const result = await ruleOnObjection({
      ...requester(known),
      ...ruling,
      texts,
      emptied: itemFields.filter((field) => emptied.includes(field)),
    });
    return result.kind === 'refused'
      ? refusedDialog(result.refusal)
      : toldInDialog(objectionActs.ruled(ruling.ruling));
  },
  'minutes.send': async ({ sendMinutes }, known, data) => {
    const result = await sendMinutes({ ...requester(known), ...data });
    return result.kind === 'refused'
      ? refusedDialog(result.refusal)
      : toldInDialog(minutesActs.sent(result.version, result.asked, result.deadline));
  },
  'meeting.plan': async ({ planMeeting }, known, { site, street, room, theme, ...plan }) => {
    const place = present({ site, street, room });
    const about = { ...(Object.keys(place).length === 0 ? {} : { place }), ...present({ theme }) };
    const result = await planMeeting({ ...requester(known), ...plan, ...about });
    return result.kind === 'refused'
      ? refusedDialog(result.refusal)
      : toldInDialog(meetingTexts.created(plan.date));
  },
  'safe-mode.end': goOnWithout,
};

/** Without the members that are undefined. */
function present<T extends Readonly<Record<string, string | undefined>>>(
  values: T,
): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: string;
  };
}
