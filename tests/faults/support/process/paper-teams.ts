import { appendFileSync } from 'node:fs';
import type { Connector } from '../../../../src/adapters/teams/connector.ts';
import { PortFailure } from '../../../../src/ports/port-failure.ts';

/** One message as Teams took it; a change in place bears the number of what it changes. */
export type TakenMessage = {
  readonly chat: string;
  readonly id: string;
  readonly change: boolean;
  /** The notification's line: says which card it is. */
  readonly summary: string;
};

/**
 * Teams as a file beside the process: what it took stays taken when the process dies, and is counted afterwards. Every
 * seventh call finds it busy, so that the queue's waits are part of the course.
 */
export function createPaperTeams(file: string): Connector {
  let calls = 0;
  const take = (message: TakenMessage) => {
    calls += 1;
    if (calls % 7 === 0) throw new PortFailure('unavailable', 'connector 503');
    appendFileSync(file, `${JSON.stringify(message)}\n`);
  };
  const idOf = (chat: string) => `${chat}-${process.pid}-${calls}`;
  return {
    send: ({ conversationId: chat }, { summary = '' }) =>
      attempt(() => {
        const id = idOf(chat);
        take({ chat, id, change: false, summary });
        return id;
      }),
    update: ({ conversationId: chat }, id, { summary = '' }) =>
      attempt(() => take({ chat, id, change: true, summary })),
    createPersonal: ({ tenantId, objectId, serviceUrl }) =>
      attempt(() => ({
        conversationId: `a:${objectId}`,
        scope: 'personal',
        tenantId,
        serviceUrl,
        seenAt: Temporal.Instant.fromEpochMilliseconds(0),
      })),
    members: () => Promise.resolve([]),
  };
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
