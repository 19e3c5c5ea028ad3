import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import { PortFailure, type PortFailureKind } from '../../src/ports/port-failure.ts';
import { promised } from './promised.ts';

export type FakeMailer = Mailer & {
  /** What was accepted, the same mail once, in order. */
  readonly sent: readonly Mail[];
  /** From now on nothing is accepted for this address; `undefined` takes it back. */
  refuse(address: string, kind: PortFailureKind | undefined): void;
};

function isOne(address: string): boolean {
  return /^[^\s@<>,]+@[^\s@<>,]+$/.test(address);
}

export function createFakeMailer(): FakeMailer {
  const sent: Mail[] = [];
  const refused = new Map<string, PortFailureKind>();
  return {
    sent,
    refuse: (address, kind) => {
      if (kind === undefined) refused.delete(address);
      else refused.set(address, kind);
    },
    send: (mail) =>
      promised(() => {
        const kind = isOne(mail.to.address) ? refused.get(mail.to.address) : 'denied';
        if (kind !== undefined) throw new PortFailure(kind, 'refused by the test');
        if (!sent.some(({ operationId }) => operationId === mail.operationId)) sent.push(mail);
      }),
  };
}
