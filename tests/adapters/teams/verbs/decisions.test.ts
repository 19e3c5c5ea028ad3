import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../src/adapters/teams/handlers.ts';
import { createBotHandlers } from '../../../../src/adapters/teams/verbs/bot-handlers.ts';
import { dialogVerbs, executeVerbs, submitVerbs } from '../../../../src/adapters/teams/verbs/verb-data.ts';
import { type MeetingBench, objectedMinutes, sentMinutes } from '../../../support/bench-story.ts';
import { type Bench, drain } from '../../../support/committee-bench.ts';
import { danish } from '../../../support/danish-calendar.ts';
import { people } from '../../../support/invented-committee.ts';
import { undecidedMinutes } from '../../../support/undecided-minutes.ts';

/** A person of the committee, in their own chat. */
function turnOf({ clock }: Bench, personId: string): Turn {
  const [identity] = people.find((each) => each.personId === personId)?.identities ?? [];
  if (identity === undefined) throw new TypeError(`${personId} has no account`);
  return {
    ...identity,
    activityId: 'f:1',
    senderName: personId,
    conversation: { id: `a:${personId}`, scope: 'personal' },
    receivedAt: clock.now(),
    personMri: `29:${personId}`,
  };
}

/** The bot's side of the cards, over a bench at this point of the story. */
function over<B extends MeetingBench>(bench: B) {
  const handlers = createBotHandlers(bench.useCases);
  const as = (personId: string) => turnOf(bench, personId);
  return {
    bench,
    press: (who: string, verb: string, data: object) => handlers.act(as(who), verb, data, 'manual'),
    open: (who: string, data: object) => handlers.fetchDialog(as(who), data),
    submit: (who: string, data: object) => handlers.submitDialog(as(who), data),
  };
}

const says = (text: string) => ({ kind: 'message', text: expect.stringContaining(text) });
const on = ({ meetingId }: MeetingBench) => ({ meetingId, version: 1 });

describe('R18: the buttons of Kræver stillingtagen', () => {
  it('propose with a reason, and agree', async () => {
    const { bench, press, open, submit } = over(await undecidedMinutes());
    const dialog = { verb: 'minutes.approve-by-two', ...on(bench) };
    expect(await open('sigrid', dialog)).toMatchObject({ kind: 'dialog', title: 'Notér som godkendt' });
    expect(await submit('sigrid', { ...dialog, reason: ' ' })).toMatchObject(
      says('Noget i felterne mangler'),
    );
    expect(await submit('sigrid', { ...dialog, reason: 'Læst op.' })).toMatchObject(
      says('Dit forslag er gemt'),
    );
    expect(await press('sigrid', 'minutes.approve-by-two', on(bench))).toMatchObject(
      says('Der skal to forskellige personer til'),
    );
    expect(await press('frida', 'minutes.approve-by-two', on(bench))).toMatchObject(
      says('Referatet er godkendt'),
    );
  });

  it('put the minutes on the next agenda', async () => {
    const { bench, press } = over(await undecidedMinutes());
    expect(await press('mads', 'minutes.defer', on(bench))).toMatchObject(says('Det kan kun udvalgets'));
    expect(await press('frida', 'minutes.defer', on(bench))).toMatchObject(
      says('Referatet kommer på næste møde'),
    );
  });
});

describe('R9: the dialog of more time', () => {
  it('takes everybody, those who were not reached, or those who were chosen', async () => {
    const { bench, open, submit } = over(await sentMinutes());
    const dialog = { verb: 'deadline.extend', ...on(bench) };
    expect(await open('sigrid', dialog)).toMatchObject({ kind: 'dialog', title: 'Giv længere frist' });
    const chosen = { ...dialog, lastDay: '2025-09-26', whom: 'named', persons: 'mads,bo' };
    expect(await submit('sigrid', chosen)).toMatchObject(says('2 personer kan svare indtil'));
    const all = { ...dialog, lastDay: '2025-09-29', whom: 'all', persons: '' };
    expect(await submit('sigrid', all)).toMatchObject(
      says('Alle kan svare indtil mandag den 29. september 2025 kl. 24.00'),
    );
    const { persons: _left, ...leftOut } = { ...all, lastDay: '2025-09-30' };
    expect(await submit('sigrid', leftOut)).toMatchObject(says('Alle kan svare'));
    expect(await submit('sigrid', { ...all, lastDay: '2025-09-26' })).toMatchObject(
      says('En frist kan kun flyttes til en senere dag'),
    );
    expect(await submit('sigrid', { ...all, lastDay: '26.9.' })).toMatchObject(
      says('Noget i felterne mangler'),
    );
  });
});

describe('R17: the dialog of an objection on behalf', () => {
  const filled = {
    personId: 'bo',
    source: 'mail',
    sourceNote: 'Mail i sagens mappe',
    date: '2025-09-19',
    time: '09:30',
    itemNumber: '2',
    passage: '',
    text: 'Der blev sagt 50.',
    proposedWording: '',
  };

  it('records it at the Danish time that was given', async () => {
    const { bench, open, submit } = over(await sentMinutes());
    bench.setTime('2025-09-20 10:00');
    const { hash = '' } = bench.messenger.shown('bo', 'minutes-for-approval') ?? {};
    const dialog = { verb: 'objection.record', ...on(bench) };
    expect(await open('sigrid', dialog)).toMatchObject({ kind: 'dialog', title: 'Registrér en indsigelse' });
    const sent = { ...dialog, ...filled, hash, nonce: 'n1' };
    expect(await submit('sigrid', sent)).toMatchObject(says('Indsigelsen er registreret'));
    expect(await submit('sigrid', sent)).toMatchObject(says('var allerede registreret'));
    expect(bench.events.at(-1)?.event).toMatchObject({
      type: 'ObjectionRaised',
      onBehalf: { source: 'mail', reachedAt: danish('2025-09-19 09:30').toString() },
    });
    expect(await submit('sigrid', { ...sent, nonce: 'n2', time: '24:30' })).toMatchObject(
      says('Noget i felterne mangler'),
    );
    expect(await submit('sigrid', { ...sent, nonce: 'n2', source: 'approval' })).toMatchObject(
      says('Noget i felterne mangler'),
    );
  });

  it('has no counterpart for an approval: whoever presses approves for nobody else', async () => {
    const { bench, press } = over(await sentMinutes());
    const { hash = '' } = bench.messenger.shown('mads', 'minutes-for-approval') ?? {};
    const forMads = {
      ...on(bench),
      hash,
      nonce: 'n1',
      personId: 'mads',
      objectorId: 'mads',
      onBehalf: 'mads',
    };
    expect(await press('sigrid', 'minutes.approve', forMads)).toMatchObject(
      says('giver ikke ret til at godkende'),
    );
    await press('frida', 'minutes.approve', forMads);
    const approvals = bench.events.filter(({ event }) => event.type === 'ApprovalGiven');
    expect(approvals.map(({ stream, actor }) => [stream, actor])).toEqual([
      [`answer/${bench.meetingId}/1/frida`, { personId: 'frida' }],
    ]);
  });

  it('and neither a verb nor a use case by which one could', async () => {
    const verbs = [executeVerbs, dialogVerbs, submitVerbs].flatMap((each) => Object.keys(each));
    const approving = ['minutes.approve', 'minutes.approve-by-two', 'minutes.withdraw-approval'];
    expect([...new Set(verbs)].filter((verb) => verb.includes('approv')).toSorted()).toEqual(approving);
    const { useCases } = await sentMinutes();
    const named = Object.keys(useCases).filter((name) => /approv/i.test(name));
    expect(named.toSorted()).toEqual(['approveByTwo', 'approveMinutes', 'withdrawApproval']);
    const bound = ['hash', 'meetingId', 'nonce', 'version'];
    expect(Object.keys(executeVerbs['minutes.approve'].shape).toSorted()).toEqual(bound);
  });
});

describe('R13: the dialog of somebody who leaves', () => {
  it('ends the seat, with a successor or with none yet', async () => {
    const { bench, open, submit } = over(await sentMinutes());
    const dialog = { verb: 'mandate.end', committeeId: 'luu' };
    expect(await open('sigrid', dialog)).toMatchObject({ kind: 'dialog', title: 'Et medlem udtræder' });
    expect(await open('mads', dialog)).toMatchObject(says('Det kan kun udvalgets sekretær gøre'));
    const leaving = { ...dialog, personId: 'bo', lastDay: '2025-09-30', successorId: 'none' };
    expect(await submit('sigrid', leaving)).toMatchObject(
      says('Bo Bisidder-Prøve har plads i udvalget til og med tirsdag den 30. september 2025.'),
    );
    const replaced = { ...leaving, personId: 'mads', successorId: 'elev' };
    expect(await submit('sigrid', replaced)).toMatchObject(says('Elev Elevsen-Prøve overtager pladsen'));
    expect(bench.events.at(-1)?.event).toMatchObject({ type: 'MandatesGranted' });
  });
});

describe('the dialog of a ruling', () => {
  it('empties a field that was chosen to be empty, and no other', async () => {
    const { bench, submit } = over(await objectedMinutes());
    const about = { ...on(bench), objectionId: bench.objectionId, objectorId: 'bo', ruling: 'accepted' };
    const blank = { casePresentation: '', decision: '' };
    const answer = await submit('frida', {
      verb: 'objection.rule',
      ...about,
      ...blank,
      reason: 'Ja.',
      emptied: 'casePresentation',
    });
    expect(answer).toMatchObject(says('Afgørelsen er gemt'));
    await drain(bench);
    expect(bench.events.find(({ event }) => event.type === 'ObjectionRuled')?.event).toMatchObject({
      amendments: [{ itemNumber: 2, field: 'casePresentation' }],
    });
  });
});
