import type { Person } from '../../src/domain/committee/people.ts';
import type { RulesOfProcedure } from '../../src/domain/rules/rules-of-procedure.ts';
import { heldMeeting, type MeetingBench, sendDraft } from './bench-story.ts';
import { people, rules } from './invented-committee.ts';

/** Some of the committee's people are known in another way from now on. */
export async function know(
  { log, clock }: MeetingBench,
  personId: string,
  change: Partial<Person>,
): Promise<void> {
  const before = people.find((each) => each.personId === personId);
  if (before === undefined) throw new TypeError('nobody of that name');
  const event = { type: 'PeopleRegistered', people: [{ ...before, ...change }] } as const;
  await log.transact({
    load: {},
    decide: () => ({ result: undefined, append: [{ stream: 'people', events: [event] }], at: clock.now() }),
  });
}

export async function adopt({ log, clock }: MeetingBench, change: Partial<RulesOfProcedure>): Promise<void> {
  const event = { type: 'RulesAdopted', rules: { ...rules, validFrom: '2024-02-01', ...change } } as const;
  await log.transact({
    load: {},
    decide: () => ({
      result: undefined,
      append: [{ stream: 'committee/luu', events: [event] }],
      at: clock.now(),
    }),
  });
}

export const email = 'bo@prøve.example';

/** Version 1 is about to be carried out: Bo has an address, and as many accounts in Teams as he had. */
export async function mailedMinutes(change: Partial<Person> = {}): Promise<MeetingBench> {
  const bench = await heldMeeting();
  await know(bench, 'bo', { email, ...change });
  bench.setTime('2025-09-12 15:00');
  await sendDraft(bench);
  return bench;
}

/** Who was told by which channel, and why not. */
export const noticesOf = ({ events }: MeetingBench, personId = 'bo') =>
  events
    .filter(({ stream, event }) => stream.endsWith(`/${personId}`) && /^(Notice|Reminder)/.test(event.type))
    .map(({ event }) => [
      event.type,
      'channel' in event ? event.channel : '',
      'reason' in event ? event.reason : '',
    ]);

export const subjects = ({ mailer }: MeetingBench) =>
  mailer.sent.map(({ subject, to }) => `${subject} <${to.address}>`);
export const unreached = ({ messenger }: MeetingBench) => messenger.shown('sigrid', 'next-step')?.next;

/** What Bo's page would send. */
export const pressedBy = (bench: MeetingBench, nonce: string) => {
  const card = bench.messenger.shown('mads', 'minutes-for-approval');
  if (card === undefined) throw new TypeError('no card');
  return { ...bench.by('bo'), meetingId: bench.meetingId, version: card.version, hash: card.hash, nonce };
};
