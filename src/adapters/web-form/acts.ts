import type { ActResult } from '../../application/minutes/act-on-minutes.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import { objectionPage } from '../../presentation/pages/objection-page.ts';
import { noticePage } from '../../presentation/pages/page.ts';
import { webFormPaths, webFormTexts, webRefusal } from '../../presentation/texts/web-form.da.ts';
import { type Answer, shown } from './answer.ts';
import { type ActFields, actFields, isWritten, objectionFaults, objectionFields } from './form-body.ts';
import type { Visit } from './visit.ts';

type Fields = ReadonlyMap<string, string>;
type Act = (visit: Visit, act: ActFields, fields: Fields) => Promise<Answer>;

const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  [
    webFormPaths.approve,
    async (visit, act) => told(visit, await visit.useCases.approveMinutes(requestOf(visit, act))),
  ],
  [
    webFormPaths.withdrawApproval,
    async (visit, act) => told(visit, await visit.useCases.withdrawApproval(requestOf(visit, act))),
  ],
  [webFormPaths.withdrawObjection, withdrawObjection],
  [webFormPaths.object, object],
]);

/** Whether POST does something at this path. */
export function isActPath([part = '', about, ...more]: readonly string[]): boolean {
  if (more.length > 0) return false;
  if (about !== undefined) return part === webFormPaths.withdrawObjection;
  return part === webFormPaths.read || (acts.has(part) && part !== webFormPaths.withdrawObjection);
}

/** What POST does: every one of a person's acts, and the press that asks for the text. */
export function acted(visit: Visit, fields: Fields | undefined): Promise<Answer> {
  const [part = ''] = visit.parts;
  if (fields === undefined) return Promise.resolve(badForm(visit));
  if (part === webFormPaths.read) return openText(visit);
  const act = actFields(fields);
  const carryOut = acts.get(part);
  return act === undefined || carryOut === undefined
    ? Promise.resolve(badForm(visit))
    : carryOut(visit, act, fields);
}

function badForm({ base }: Visit): Answer {
  return shown(noticePage(webFormTexts.badForm, { base }), 400);
}

async function openText({ useCases, subject, receivedAt, base }: Visit): Promise<Answer> {
  const result = await useCases.openMinutes({ ...subject, receivedAt });
  if (result.kind === 'refused') return shown(noticePage(webRefusal(result.refusal), { base }), 409);
  return { kind: 'redirect', to: `${base}/${webFormPaths.read}` };
}

function requestOf({ subject, receivedAt }: Visit, { nonce, hash }: ActFields) {
  return { ...subject, nonce, hash, receivedAt };
}

async function withdrawObjection(visit: Visit, act: ActFields): Promise<Answer> {
  const [, objectionId = ''] = visit.parts;
  return told(visit, await visit.useCases.withdrawObjection({ ...requestOf(visit, act), objectionId }));
}

async function object(visit: Visit, act: ActFields, fields: Fields): Promise<Answer> {
  const { view, base } = visit;
  const written = objectionFields(fields);
  const faults = objectionFaults(written);
  if (faults.length > 0) {
    // the same mark again: what is sent after the correction is the same press
    const again = { ...view, minutes: { ...view.minutes, ...act } };
    return shown(objectionPage(again, { base }, written, faults), 422);
  }
  const itemNumber = Number(written.itemNumber);
  const objection = {
    text: written.text.trim(),
    ...(itemNumber === 0 ? {} : { itemNumber }),
    ...(isWritten(written.passage) ? { passage: written.passage.trim() } : {}),
    ...(isWritten(written.proposedWording) ? { proposedWording: written.proposedWording.trim() } : {}),
  };
  return told(visit, await visit.useCases.objectToMinutes({ ...requestOf(visit, act), objection }));
}

/** Acknowledged when it is on disk; whoever acted has had the notice, also where they never asked for the text. */
async function told(visit: Visit, result: ActResult): Promise<Answer> {
  const { base } = visit;
  if (result.kind === 'refused') return shown(noticePage(webRefusal(result.refusal), { base }), 409);
  await noteNotice(visit);
  return { kind: 'redirect', to: `${base}/${webFormPaths.receipt}/${result.receipt}` };
}

/** Beside an act that is kept already: a store that fails now takes nothing of it back. */
async function noteNotice({ useCases, subject, receivedAt }: Visit): Promise<void> {
  try {
    await useCases.openMinutes({ ...subject, receivedAt });
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
  }
}
