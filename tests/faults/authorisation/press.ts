import { persons, type Role } from './people.ts';
import type { Act, Expected } from './sentences.ts';
import type { Stage } from './situations.ts';

type Answer =
  | { readonly kind: string; readonly late?: unknown; readonly views?: readonly unknown[] }
  | undefined;

/** The person presses; told is what became of it: something written or shown, a late remark, or nothing. */
export async function press(stage: Stage, act: Act, role: Role): Promise<Expected> {
  const answer = await presses[act](stage, persons[role]);
  const written = stage.written();
  if (answer === undefined || answer.kind === 'refused') {
    if (written > 0) throw new Error(`${role}, ${act}: refused, and written`);
    return 'no';
  }
  if (shows.has(act)) return 'yes';
  if (written === 0) return 'no';
  return answer.late === undefined ? 'yes' : 'remark';
}

const shows: ReadonlySet<Act> = new Set<Act>([
  'see the dialog in which a meeting is planned',
  'see the agenda',
  'open the dialog of an apology',
  'open the dialog of more time',
  'open the dialog of a seat that ends',
  'open the dialog of safe mode',
  'look at what would be sent',
  'see a version',
  'open the page of their own link',
  'open the dialog of an objection',
  'open the dialog of a ruling',
  'open the dialog in which an objection is recorded',
  'open the dialog of two persons',
  'see the course with names',
  'see the next step with names',
  'see what a receipt was given for',
]);

const bound = ({ meetingId, hash }: Stage) => ({ meetingId, version: 1, hash, nonce: 'now' });
const by = ({ now }: Stage, personId: string) => ({ personId, receivedAt: now });
const asked = (stage: Stage, personId: string) =>
  ({ ...by(stage, personId), conversationId: personId, scope: 'personal' }) as const;
const objection = { itemNumber: 2, text: 'Der blev sagt noget andet.' };
const onObjection = ({ meetingId, objectionId }: Stage) => ({
  meetingId,
  version: 1,
  objectionId,
  objectorId: 'bo',
});
const committeeOf = (personId: string) => (personId === 'oda' ? 'another' : 'luu');

const presses: Readonly<Record<Act, (stage: Stage, who: string) => Promise<Answer>>> = {
  'plan a meeting': (stage, who) =>
    stage.useCases.planMeeting({
      ...by(stage, who),
      ...{ committeeId: 'luu', date: '2025-12-01', from: '09:00', to: '12:00' },
    }),
  'see the dialog in which a meeting is planned': (stage, who) =>
    stage.useCases.openDialogs.planMeeting(by(stage, who)),
  'publish the agenda': (stage, who) =>
    stage.useCases.publishAgenda({ ...by(stage, who), meetingId: stage.meetingId }),
  'see the agenda': (stage, who) => shown(stage, who, { card: 'agenda' }),
  'answer the invitation': (stage, who) =>
    stage.useCases.answerInvitation({
      ...by(stage, who),
      ...{ meetingId: stage.meetingId, nonce: 'now', coming: true },
    }),
  'open the dialog of an apology': (stage, who) =>
    stage.useCases.openDialogs.apologies({ ...by(stage, who), meetingId: stage.meetingId }),
  'say that the meeting was held': (stage, who) =>
    stage.useCases.holdMeeting({ ...by(stage, who), meetingId: stage.meetingId }),
  'look at what would be sent': (stage, who) =>
    stage.useCases.previewMinutes({ ...by(stage, who), meetingId: stage.meetingId }),
  'send a version': async (stage, who) => {
    const about = { meetingId: stage.meetingId };
    const preview = await stage.useCases.previewMinutes({ ...by(stage, 'sigrid'), ...about });
    const hash = preview.kind === 'done' ? preview.view.hash : 'none';
    return stage.useCases.sendMinutes({ ...by(stage, who), ...about, hash });
  },
  'see a version': (stage, who) => shown(stage, who, { card: 'minutes-for-approval', version: 1 }),
  'open the page of their own link': (stage, who) =>
    stage.useCases.showAnswerPage({ meetingId: stage.meetingId, version: 1, personId: who }, stage.now),
  approve: (stage, who) => stage.useCases.approveMinutes({ ...by(stage, who), ...bound(stage) }),
  'withdraw their approval': (stage, who) =>
    stage.useCases.withdrawApproval({ ...by(stage, who), ...bound(stage) }),
  'open the dialog of an objection': (stage, who) =>
    stage.useCases.openDialogs.objection({ ...by(stage, who), meetingId: stage.meetingId, version: 1 }),
  object: (stage, who) => stage.useCases.objectToMinutes({ ...by(stage, who), ...bound(stage), objection }),
  'withdraw their objection': (stage, who) =>
    stage.useCases.withdrawObjection({
      ...by(stage, who),
      ...{ ...bound(stage), objectionId: stage.objectionId },
    }),
  'open the dialog of a ruling': (stage, who) =>
    stage.useCases.openDialogs.ruling({ ...by(stage, who), ...onObjection(stage), ruling: 'accepted' }),
  'rule on an objection': (stage, who) =>
    stage.useCases.ruleOnObjection({
      ...by(stage, who),
      ...onObjection(stage),
      ...{ ruling: 'rejected', reason: 'Nej.', texts: {} },
    }),
  'open the dialog in which an objection is recorded': (stage, who) =>
    stage.useCases.openDecisionDialogs.recordObjection(onVersion(stage, who)),
  'record an objection that came another way': (stage, who) =>
    stage.useCases.recordObjection({
      ...{ ...by(stage, who), ...bound(stage), objectorId: 'mads', objection },
      ...{ source: 'mail', sourceNote: 'journal 1', reachedAt: stage.now.subtract({ seconds: 60 }) },
    }),
  'open the dialog of more time': (stage, who) =>
    stage.useCases.openDecisionDialogs.extendDeadline(onVersion(stage, who)),
  'give more time': (stage, who) =>
    stage.useCases.extendDeadline({
      ...onVersion(stage, who),
      ...{ lastDay: '2025-10-10', whom: 'all', persons: [] },
    }),
  'open the dialog of two persons': (stage, who) =>
    stage.useCases.openDecisionDialogs.approveByTwo(onVersion(stage, who)),
  'approve with a second person': (stage, who) =>
    stage.useCases.approveByTwo({ ...onVersion(stage, who), reason: 'Alle er spurgt.' }),
  'put the minutes on the next agenda': (stage, who) => stage.useCases.deferMinutes(onVersion(stage, who)),
  'open the dialog of a seat that ends': (stage, who) =>
    stage.useCases.openDecisionDialogs.endMandate({ ...by(stage, who), committeeId: 'luu' }),
  'end a seat': (stage, who) =>
    stage.useCases.endMandate({
      ...by(stage, who),
      ...{ committeeId: 'luu', leaverId: 'lars', lastDay: '2025-12-31' },
    }),
  'tie a chat to the committee': (stage, who) =>
    stage.useCases.linkConversation({
      ...by(stage, who),
      ...{ committeeId: 'luu', conversationId: 'a new chat' },
    }),
  'confirm the clock': (stage, who) =>
    stage.useCases.confirmClock({ ...by(stage, who), committeeId: committeeOf(who), since: stage.since }),
  'open the dialog of safe mode': (stage, who) =>
    stage.useCases.openEndSafeMode({ ...by(stage, who), committeeId: committeeOf(who), since: stage.since }),
  'end safe mode, with a second person': (stage, who) =>
    stage.useCases.endSafeMode({
      ...by(stage, who),
      ...{ committeeId: committeeOf(who), since: stage.since, reason: 'Der mangler intet.' },
    }),
  'see the course with names': (stage, who) =>
    stage.useCases.showTimeline({ ...by(stage, who), meetingId: stage.meetingId }),
  'see the next step with names': (stage, who) => shown(stage, who, { card: 'next-step' }),
  'see what a receipt was given for': (stage, who) =>
    stage.useCases.showReceipt({ ...asked(stage, who), receipt: stage.receipt }),
};

function onVersion(stage: Stage, who: string) {
  return { ...by(stage, who), meetingId: stage.meetingId, version: 1 };
}

async function shown(
  stage: Stage,
  who: string,
  about:
    | { readonly card: 'agenda' | 'next-step' }
    | { readonly card: 'minutes-for-approval'; readonly version: number },
): Promise<Answer> {
  const view = await stage.useCases.showCardAgain({
    ...asked(stage, who),
    ...about,
    meetingId: stage.meetingId,
  });
  return view === undefined ? undefined : { kind: 'shown' };
}
