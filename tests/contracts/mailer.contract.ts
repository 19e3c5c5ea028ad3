import { expect } from 'vitest';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import type { PortFailureKind } from '../../src/ports/port-failure.ts';
import type { Contract } from './run-contract.ts';

export type OpenedMailer = {
  readonly mailer: Mailer;
  /** What was taken on, each wish once however often it came, with addresses as they stand in the envelope. */
  taken(): Promise<
    readonly { readonly operationId: string; readonly to: string; readonly subject: string }[]
  >;
  /** From now on this address is refused in this way. */
  refuse?(address: string, kind: PortFailureKind): void;
  close(): Promise<void>;
};

export const someMail: Mail = {
  operationId: 'send-mail|minutes-notice|m1|1|bo|',
  to: { name: 'Bo Bisidder-Prøve', address: 'bo@kommune.example' },
  subject: 'Referat til godkendelse: LUU Prøveskolen, mødet onsdag den 10. september 2025',
  text: 'Læs referatet, og svar senest onsdag den 24. september 2025 kl. 24.00.\n',
  html: '<!doctype html><html lang="da"><body><p>Læs referatet</p></body></html>',
};

export const mailerContract: Contract<OpenedMailer> = {
  'resolves when the mail was taken on': async ({ mailer, taken }) => {
    await mailer.send(someMail);
    expect(await taken()).toEqual([
      { operationId: someMail.operationId, to: someMail.to.address, subject: someMail.subject },
    ]);
  },
  'lets the same wish be told from another': async ({ mailer, taken }) => {
    await mailer.send(someMail);
    await mailer.send(someMail);
    await mailer.send({ ...someMail, operationId: 'another wish' });
    expect((await taken()).map(({ operationId }) => operationId).toSorted()).toEqual([
      'another wish',
      someMail.operationId,
    ]);
  },
  'takes no address that could be two, or a header': async ({ mailer, taken }) => {
    const addresses = [
      'bo@a.example, ada@b.example',
      'bo@a.example\r\nBcc: ada@b.example',
      'bo',
      '',
      '<bo@a.example>',
    ];
    for (const address of addresses) {
      const to = { ...someMail.to, address };
      await expect(mailer.send({ ...someMail, to }), address).rejects.toMatchObject({ kind: 'denied' });
    }
    expect(await taken()).toEqual([]);
  },
  'says which way the world failed': async ({ mailer, refuse, taken }) => {
    if (refuse === undefined) return;
    for (const kind of ['denied', 'throttled', 'unavailable'] as const) {
      refuse(someMail.to.address, kind);
      await expect(mailer.send(someMail)).rejects.toMatchObject({ name: 'PortFailure', kind });
    }
    expect(await taken()).toEqual([]);
  },
};
