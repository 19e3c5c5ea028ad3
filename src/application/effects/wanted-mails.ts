import type { People } from '../../domain/committee/people.ts';
import type { ApprovalResult } from '../../domain/meeting/meeting-event.ts';
import type { Effect } from '../../ports/outbox.ts';
import type { AnsweredVersion } from '../streams.ts';
import { cardFor } from './wanted.ts';

type OfVersion = { readonly meetingId: string; readonly version: number };

/** Everybody who is asked gets the version's card; who has no account in Teams gets a mail at once. */
export function noticesOfVersion(
  { persons }: People,
  entitled: readonly string[],
  of: OfVersion,
): readonly Effect[] {
  return entitled.map((personId) =>
    hasAccount({ persons }, personId)
      ? cardFor(personId, { card: 'minutes-for-approval', ...of })
      : { kind: 'send-mail', mail: 'minutes-notice', ...of, personId },
  );
}

export function hasAccount({ persons }: Pick<People, 'persons'>, personId: string): boolean {
  return (persons.get(personId)?.identities ?? []).length > 0;
}

/** The decision by mail to those whom a mail about this version was tried with. Which channel holds is asked at sending. */
export function outcomeMails(
  answered: readonly AnsweredVersion[],
  entitled: readonly string[],
  { meetingId, version, result }: OfVersion & { readonly result: ApprovalResult },
): readonly Effect[] {
  const asked = new Set(entitled);
  return answered
    .filter((each) => each.version === version && asked.has(each.personId) && isTriedByMail(each))
    .map(({ personId }) => ({
      kind: 'send-mail',
      mail: 'minutes-outcome',
      meetingId,
      version,
      personId,
      about: result,
    }));
}

/** The ruling by mail to an objector who was written to by mail. */
export function rulingMails(
  objector: Omit<AnsweredVersion, 'version'>,
  { meetingId, version, objectionId }: OfVersion & { readonly objectionId: string },
): readonly Effect[] {
  const { personId } = objector;
  return isTriedByMail(objector)
    ? [{ kind: 'send-mail', mail: 'objection-ruled', meetingId, version, personId, about: objectionId }]
    : [];
}

function isTriedByMail({ answer }: Pick<AnsweredVersion, 'answer'>): boolean {
  return answer.tries.some(({ channel }) => channel === 'mail');
}
