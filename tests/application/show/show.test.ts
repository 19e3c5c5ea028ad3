import { describe, expect, it } from 'vitest';
import type { ShowResult } from '../../../src/application/show/asked.ts';
import { createReadHappenings } from '../../../src/application/show/read-happenings.ts';
import {
  calledMeeting,
  heldMeeting,
  objectedMinutes,
  plannedMeeting,
  sentMinutes,
} from '../../support/bench-story.ts';
import { type Bench, chat, founding, mustBeDone, openBench, sweep } from '../../support/committee-bench.ts';

const personally = ({ by }: Bench, personId: string) => ({
  ...by(personId),
  conversationId: `of ${personId}`,
  scope: 'personal' as const,
});
const inChat = ({ by }: Bench, personId: string, conversationId = chat) => ({
  ...by(personId),
  conversationId,
  scope: 'groupChat' as const,
});

function cardsOf(result: ShowResult): readonly string[] {
  return result.kind === 'views' ? result.views.map(({ card }) => card) : [result.refusal.code];
}

describe('the menu', () => {
  it('names the committees and roles of who asks', async () => {
    const bench = await openBench();
    expect(await bench.useCases.showMenu(personally(bench, 'sigrid'))).toEqual({
      kind: 'views',
      views: [
        {
          card: 'menu',
          name: 'Sigrid Sekretær-Prøve',
          committees: [{ committeeId: 'luu', name: 'LUU Prøveskolen', roles: ['secretary', 'minuteTaker'] }],
          isSecretary: true,
        },
      ],
    });
    expect(cardsOf(await bench.useCases.showMenu(personally(bench, 'nobody')))).toEqual(['not-a-member']);
  });

  it('asks a secretary which committee a chat belongs to, and tells others that it belongs to none', async () => {
    const bench = await openBench();
    expect(cardsOf(await bench.useCases.showMenu(inChat(bench, 'sigrid', 'new chat')))).toEqual([
      'link-conversation',
    ]);
    expect(cardsOf(await bench.useCases.showMenu(inChat(bench, 'mads', 'new chat')))).toEqual([
      'conversation-not-linked',
    ]);
    expect(cardsOf(await bench.useCases.showMenu(inChat(bench, 'mads')))).toEqual(['menu']);
  });

  it('in a committee’s chat is about that committee only', async () => {
    const bench = await openBench();
    const { conversationId: _chat, ...amu } = { ...founding, committeeId: 'amu', name: 'AMU Prøve' };
    await bench.useCases.foundCommittee(amu, bench.clock.now());
    const shown = await bench.useCases.showMenu(inChat(bench, 'mads'));
    expect(shown).toMatchObject({ views: [{ committees: [{ name: 'LUU Prøveskolen' }] }] });
    expect(await bench.useCases.showMenu(personally(bench, 'mads'))).toMatchObject({
      views: [{ committees: [{}, {}] }],
    });
  });
});

describe('the meetings', () => {
  it('are a list for members, and the next steps with it for the secretary alone', async () => {
    const bench = await plannedMeeting();
    expect(cardsOf(await bench.useCases.showMeetings(personally(bench, 'mads')))).toEqual(['meetings']);
    expect(cardsOf(await bench.useCases.showMeetings(personally(bench, 'sigrid')))).toEqual([
      'meetings',
      'next-step',
    ]);
    expect(cardsOf(await bench.useCases.showMeetings(inChat(bench, 'sigrid')))).toEqual(['meetings']);
    expect(cardsOf(await bench.useCases.showMeetings(personally(bench, 'nobody')))).toEqual(['not-a-member']);
  });

  it('tell the deadline of minutes that are out', async () => {
    const bench = await sentMinutes();
    expect(await bench.useCases.showMeetings(personally(bench, 'mads'))).toMatchObject({
      views: [
        {
          meetings: [
            { meetingId: bench.meetingId, situation: 'sentForApproval', deadline: expect.anything() },
          ],
          isSecretary: false,
        },
      ],
    });
  });

  it('that are finished ask for no next step', async () => {
    const bench = await sentMinutes();
    expect(cardsOf(await bench.useCases.showStatus(personally(bench, 'sigrid')))).toEqual(['next-step']);
    bench.setTime('2025-09-25 00:02');
    await sweep(bench);
    expect(cardsOf(await bench.useCases.showStatus(personally(bench, 'sigrid')))).toEqual(['no-meeting']);
    expect(cardsOf(await bench.useCases.showStatus(personally(bench, 'mads')))).toEqual([
      'minutes-for-approval',
    ]);
  });
});

describe('the agenda', () => {
  it('is that of the next meeting, with the own answer in the personal chat only', async () => {
    const bench = await calledMeeting();
    const next = { committeeId: 'luu', date: '2025-12-10', from: '09:00', to: '12:00' };
    await mustBeDone(bench.useCases.planMeeting({ ...bench.by('sigrid'), ...next }));
    const views = [
      {
        card: 'agenda',
        meeting: { meetingId: bench.meetingId },
        viewer: { kind: 'person', personId: 'mads' },
      },
    ];
    expect(await bench.useCases.showAgenda(personally(bench, 'mads'))).toMatchObject({ views });
    expect(await bench.useCases.showAgenda(inChat(bench, 'mads'))).toMatchObject({
      views: [{ viewer: { kind: 'shared' } }],
    });
    bench.setTime('2025-10-01 10:00');
    expect(await bench.useCases.showAgenda(personally(bench, 'mads'))).toMatchObject({ views });
  });

  it('is none before one was sent', async () => {
    const bench = await plannedMeeting();
    expect(cardsOf(await bench.useCases.showAgenda(personally(bench, 'mads')))).toEqual(['no-meeting']);
    expect(cardsOf(await bench.useCases.showAgenda(personally(bench, 'nobody')))).toEqual(['not-a-member']);
  });
});

describe('the minutes', () => {
  it('are the newest that were sent: personally with the own answer, in the chat as counts', async () => {
    const bench = await objectedMinutes();
    expect(await bench.useCases.showMinutes(personally(bench, 'bo'))).toMatchObject({
      views: [{ card: 'minutes-for-approval', mine: { stance: 'objected' } }],
    });
    const shared = await bench.useCases.showMinutes(inChat(bench, 'bo'));
    expect(cardsOf(shared)).toEqual(['minutes-status']);
    expect(JSON.stringify(shared)).not.toContain('Der blev sagt');
    expect(cardsOf(await (await heldMeeting()).useCases.showMinutes(personally(bench, 'bo')))).toEqual([
      'no-minutes',
    ]);
  });
});

describe('a card that is refreshed', () => {
  it('only answers: nothing is written, noted or wanted', async () => {
    const bench = await sentMinutes();
    const before = { events: bench.events.length, outbox: await bench.outbox.status() };
    const asked = { ...personally(bench, 'mads'), meetingId: bench.meetingId };
    expect(
      await bench.useCases.showCardAgain({ ...asked, card: 'minutes-for-approval', version: 1 }),
    ).toMatchObject({
      mine: { stance: 'silent' },
    });
    expect(await bench.useCases.showCardAgain({ ...asked, card: 'agenda' })).toMatchObject({
      card: 'agenda',
    });
    expect(bench.events.length).toBe(before.events);
    expect(await bench.outbox.status()).toEqual(before.outbox);
  });

  it('shows strangers nothing, and the secretary’s card to the secretary alone', async () => {
    const bench = await objectedMinutes();
    const { showCardAgain } = bench.useCases;
    const asked = (personId: string) => ({ ...personally(bench, personId), meetingId: bench.meetingId });
    expect(await showCardAgain({ ...asked('nobody'), card: 'agenda' })).toBeUndefined();
    expect(await showCardAgain({ ...asked('mads'), card: 'next-step' })).toBeUndefined();
    expect(await showCardAgain({ ...asked('sigrid'), card: 'next-step' })).toMatchObject({
      card: 'next-step',
    });
    expect(await showCardAgain({ ...asked('mads'), card: 'minutes-status' })).toBeUndefined();
    expect(await showCardAgain({ ...asked('mads'), meetingId: 'unknown', card: 'agenda' })).toBeUndefined();
  });

  it('in the shared chat shows the shared card, but one’s own minutes as one’s own', async () => {
    const bench = await sentMinutes();
    const asked = { ...inChat(bench, 'mads'), meetingId: bench.meetingId };
    expect(await bench.useCases.showCardAgain({ ...asked, card: 'agenda' })).toMatchObject({
      viewer: { kind: 'shared' },
    });
    expect(
      await bench.useCases.showCardAgain({ ...asked, card: 'minutes-for-approval', version: 1 }),
    ).toMatchObject({ personId: 'mads' });
  });
});

it('what happened is told from any place in the log, with names', async () => {
  const bench = await openBench();
  const happenings = await createReadHappenings(bench)(4);
  expect(happenings.map(({ stored }) => stored.seq)).toEqual([5, 6, 7]);
  expect(happenings[0]?.names.person('mads')).toBe('Mads Medlem-Prøve');
  expect(happenings[0]?.names.person('nobody')).toBe('nobody');
});
