import { setTimeout as pause } from 'node:timers/promises';
import type { MeetingEvent } from '../../../src/domain/meeting/meeting-event.ts';
import type { StoredEvent } from '../../../src/ports/event-log.ts';
import { items } from '../../support/invented-committee.ts';
import type { MortalProgram } from './mortal-program.ts';
import type { QueueStatus, Used } from './process/contract.ts';
import type { Witness } from './witness.ts';

/** A whole meeting, from its planning to approved minutes in their second version, told to a program that may die at any step. */
export type Telling = { readonly program: MortalProgram; readonly witness: Witness };

const objection = {
  itemNumber: 2,
  text: 'Der blev sagt 50.',
  proposedWording: 'Udvalget anbefaler 50 pladser.',
};
const corrected = 'Udvalget anbefaler 50 pladser.';

/** Each step is asked for until the log shows it: whoever pressed and had no answer presses again. Returns the meeting's id. */
export async function tellStory(telling: Telling, date: Temporal.PlainDate): Promise<string> {
  const at = (days: number, hour: string) =>
    date.add({ days }).toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: hour }).toInstant();
  const { program } = telling;
  await program.setNow(at(-20, '10:00'));
  const meetingId = await planned(telling, date);
  const press = pressing(telling, meetingId);
  await press('AgendaPublished', 'publishAgenda', { personId: 'sigrid' });
  await drain(telling);
  await program.setNow(at(0, '12:30'));
  await press('MeetingHeld', 'holdMeeting', { personId: 'sigrid' });
  await drain(telling);
  await program.setNow(at(2, '15:00'));
  await sent(telling, meetingId, 1);
  await press('ApprovalGiven', 'approveMinutes', await onCard(telling, meetingId, 'mads', 1));
  const raised = await press('ObjectionRaised', 'objectToMinutes', {
    ...(await onCard(telling, meetingId, 'bo', 1)),
    objection,
  });
  await drain(telling);
  await press('ObjectionRuled', 'ruleOnObjection', {
    personId: 'frida',
    version: 1,
    objectionId: raised.type === 'ObjectionRaised' ? raised.objectionId : '',
    objectorId: 'bo',
    ruling: 'accepted',
    reason: 'Bo har ret.',
    texts: { decision: corrected },
  });
  await drain(telling);
  await program.setNow(at(5, '09:00'));
  const { deadline } = await sent(telling, meetingId, 2);
  await press('ApprovalGiven', 'approveMinutes', await onCard(telling, meetingId, 'frida', 2));
  await program.setNow(Temporal.Instant.from(deadline).add({ seconds: 125 }));
  await happened(telling, meetingId, 'MinutesClosed');
  await drain(telling);
  return meetingId;
}

async function planned(telling: Telling, date: Temporal.PlainDate): Promise<string> {
  const request = {
    personId: 'sigrid',
    committeeId: 'luu',
    date: date.toString(),
    from: '09:00',
    to: '12:00',
    items,
  };
  for (;;) {
    const events = await telling.witness.look();
    for (const { event } of events)
      if (event.type === 'MeetingPlanned' && event.date === date.toString()) return event.meetingId;
    await telling.program.askOnce({ do: 'use', useCase: 'planMeeting', request });
  }
}

/** Presses until the meeting's log has such an event more than before; returns it. */
function pressing(telling: Telling, meetingId: string) {
  return async (type: StoredEvent['event']['type'], useCase: string, request: object) => {
    const before = (await eventsOf(telling, meetingId, type)).length;
    for (;;) {
      const answer = await telling.program.askOnce<{ readonly kind: string }>({
        do: 'use',
        useCase,
        request: { meetingId, ...request },
      });
      const [fresh] = (await eventsOf(telling, meetingId, type)).slice(before);
      if (fresh !== undefined) return fresh;
      if (answer !== undefined) throw new Error(`${useCase}: ${JSON.stringify(answer)}`);
    }
  };
}

type Preview = { readonly view?: { readonly hash: string } };
type Sent = Extract<MeetingEvent, { type: 'MinutesSent' }>;

async function sent(telling: Telling, meetingId: string, version: number): Promise<Sent> {
  for (;;) {
    const known = await sentVersion(telling, meetingId, version);
    if (known !== undefined) {
      await drain(telling);
      return known;
    }
    const { result: preview } = await telling.program.ask<Used<Preview>>({
      do: 'use',
      useCase: 'previewMinutes',
      request: { meetingId, personId: 'sigrid' },
    });
    if (preview.view === undefined) throw new Error(`no preview: ${JSON.stringify(preview)}`);
    const request = { meetingId, personId: 'sigrid', hash: preview.view.hash };
    await telling.program.askOnce({ do: 'use', useCase: 'sendMinutes', request });
  }
}

async function sentVersion(telling: Telling, meetingId: string, version: number): Promise<Sent | undefined> {
  const events = await eventsOf(telling, meetingId, 'MinutesSent');
  return events.find((event): event is Sent => event.type === 'MinutesSent' && event.version === version);
}

async function onCard(telling: Telling, meetingId: string, personId: string, version: number) {
  const hash = (await sentVersion(telling, meetingId, version))?.hash ?? '';
  return { personId, version, hash, nonce: `card of ${personId} ${version}` };
}

async function eventsOf({ witness }: Telling, meetingId: string, type: StoredEvent['event']['type']) {
  return (await witness.look())
    .filter(({ stream, event }) => stream.split('/')[1] === meetingId && event.type === type)
    .map(({ event }) => event);
}

const patienceMs = 60_000;

async function happened(
  telling: Telling,
  meetingId: string,
  type: StoredEvent['event']['type'],
): Promise<void> {
  const until = performance.now() + patienceMs;
  while ((await eventsOf(telling, meetingId, type)).length === 0) {
    if (performance.now() > until) throw new Error(`${type} never happened to ${meetingId}.`);
    await pause(5);
  }
}

/** Cards for somebody without Teams wait for a person to help; what counts went to her by mail. */
function isForMona(effect: string): boolean {
  return effect.startsWith('parked show-card|') && effect.includes('|mona denied');
}

/** Until the queue is empty; what waits for another try is due a little later. */
export async function drain({ program }: Pick<Telling, 'program'>): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let round = 0; ; round += 1) {
    const { open, dead } = await program.ask<QueueStatus>({ do: 'status' });
    const left = open.filter((each) => !isForMona(each));
    if (left.length === 0) return;
    if (dead > 0 || performance.now() > until) throw new Error(`The queue holds ${left.join(', ')}.`);
    await pause(5);
    if (round % 8 === 7) await program.setNow(program.now().add({ seconds: 2 }));
  }
}
