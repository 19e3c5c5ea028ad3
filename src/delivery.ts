import { createEmlMailer } from './adapters/mail/eml-mailer.ts';
import { noMailer } from './adapters/mail/no-mailer.ts';
import { createSmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { ownLinkKey } from './adapters/web-form/link-key.ts';
import { createPersonalLinks } from './adapters/web-form/personal-links.ts';
import type { Config } from './config.ts';
import type { Clock } from './ports/clock.ts';
import type { Mailer } from './ports/mailer.ts';
import { mailSender, outboxFolder } from './presentation/texts/mail.da.ts';
import { webFormPaths } from './presentation/texts/web-form.da.ts';

type DeliveryParts = {
  readonly config: Config;
  readonly clock: Clock;
  readonly baseUrl: () => string;
};

/** How people without Teams are reached: by mail, with a signed link to a page of their own. */
export function openDelivery({ config, clock, baseUrl }: DeliveryParts) {
  const key = config.linkKey ?? ownLinkKey(config.dataDir);
  const links = createPersonalLinks({ key, baseUrl, folder: webFormPaths.folder });
  return { links, ...mailerOf(config, clock) };
}

/** The demo writes mails as files and sends none: its people are invented, an address might not be. */
function mailerOf(config: Config, clock: Clock) {
  if (config.mode === 'local') {
    const folder = `${config.dataDir}/library/${outboxFolder}`;
    const written = createEmlMailer({ folder, from: mailSender, clock });
    const mailer: Mailer = written;
    return { mailer, mails: written.mails };
  }
  const { mail } = config;
  const mailer: Mailer = mail === undefined ? noMailer : createSmtpMailer({ ...mail, clock });
  return { mailer, mails: () => Promise.resolve([]) };
}
