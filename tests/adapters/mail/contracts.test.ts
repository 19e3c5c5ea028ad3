import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmlMailer } from '../../../src/adapters/mail/eml-mailer.ts';
import { createSmtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import type { Mailer } from '../../../src/ports/mailer.ts';
import { mailerContract, type OpenedMailer } from '../../contracts/mailer.contract.ts';
import { runContract } from '../../contracts/run-contract.ts';
import { createFakeMailer } from '../../fakes/fake-mailer.ts';
import { headerOf } from './read-mail.ts';
import { openSmtpServer, type Saying } from './tiny-smtp-server.ts';

const from = { name: 'LUU Prøveskolen', address: 'udvalg@skole.example' };
const clock = { now: () => Temporal.Instant.from('2025-09-12T13:00:00Z') };

/** Remembers what was wished, to name a mail by its wish again. */
function remembering(mailer: Mailer) {
  const wishes = new Map<string, string>();
  const idOf = (operationId: string) => createHash('sha256').update(operationId).digest('hex').slice(0, 32);
  return {
    mailer: {
      send: (mail) => {
        wishes.set(idOf(mail.operationId), mail.operationId);
        return mailer.send(mail);
      },
    } satisfies Mailer,
    wishOf: (mailId: string) => wishes.get(mailId) ?? mailId,
  };
}

runContract('the fake mailer', mailerContract, () => {
  const fake = createFakeMailer();
  return Promise.resolve({
    mailer: fake,
    taken: () =>
      Promise.resolve(
        fake.sent.map(({ operationId, to, subject }) => ({ operationId, to: to.address, subject })),
      ),
    refuse: fake.refuse,
    close: () => Promise.resolve(),
  });
});

runContract('mails as files', mailerContract, (): Promise<OpenedMailer> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'mails-')), 'Udbakke');
  const written = createEmlMailer({ folder, from, clock });
  const { mailer, wishOf } = remembering(written);
  return Promise.resolve({
    mailer,
    taken: async () =>
      (await written.mails()).map(({ mailId, to, subject }) => ({
        operationId: wishOf(mailId),
        to: to.address,
        subject,
      })),
    close: () => Promise.resolve(rmSync(join(folder, '..'), { recursive: true, force: true })),
  });
});

const refusals = {
  denied: { RCPT: '550 5.1.1 no such mailbox' },
  throttled: { RCPT: '450 4.7.1 try later' },
  unavailable: { MAIL: '451 4.3.0 trouble here' },
  conflict: {},
  gone: {},
  locked: {},
} as const satisfies Record<string, Saying>;

runContract('a mail server', mailerContract, async (): Promise<OpenedMailer> => {
  const server = await openSmtpServer();
  const { mailer, wishOf } = remembering(
    createSmtpMailer({ url: `smtp://127.0.0.1:${server.port}`, from, clock, timeoutMs: 5_000 }),
  );
  return {
    mailer,
    taken: () => {
      const seen = server.received.map(({ data, to }) => ({
        operationId: wishOf(/^<([0-9a-f]{32})@/.exec(headerOf(data, 'Message-ID'))?.[1] ?? 'no wish'),
        to: /<(.*)>/.exec(to)?.[1] ?? to,
        subject: headerOf(data, 'Subject'),
      }));
      // the same Message-ID again is what a mail program folds
      return Promise.resolve([...new Map(seen.map((each) => [each.operationId, each])).values()]);
    },
    refuse: (_address, kind) => {
      server.say = refusals[kind];
    },
    close: () => server.close(),
  };
});
