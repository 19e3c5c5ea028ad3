/** A finished mail in Danish: plain text and HTML say the same. */
export type Mail = {
  /** One mail a wish: the same again is the same Message-ID, so that a mail program can fold a doubled one. */
  readonly operationId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * Hands a mail to the server that takes it on. Resolves when it was accepted, which does not say that it was read. Throws
 * `PortFailure`: 'denied' (the address is refused for good), 'conflict' (this program cannot send mail at all until a
 * person sets it up), 'throttled', 'unavailable'.
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
