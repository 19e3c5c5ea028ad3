import type { Mailer } from '../../ports/mailer.ts';
import { PortFailure } from '../../ports/port-failure.ts';

/** Where no mail server is named: what wants to be sent waits in sight of a person, and is never lost in silence. */
export const noMailer: Mailer = {
  send: () => Promise.reject(new PortFailure('conflict', 'mail no SMTP_URL')),
};
