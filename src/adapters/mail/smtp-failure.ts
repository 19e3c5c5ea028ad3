import { PortFailure } from '../../ports/port-failure.ts';

/** A server that asks for patience (greylisting, too many mails) is asked again after so long. */
const patienceMs = 5 * 60_000;

/**
 * What a mail server's no means (RFC 5321, 3463). Only what it says of the recipient or of the message is about this mail;
 * a refused login, sender or connection is about the set-up, and goes on being tried until a person sees it.
 */
export function smtpFailure(error: unknown): Error {
  if (error instanceof PortFailure) return error;
  const { code, command, responseCode, response } = told(error);
  if (code === undefined) return error instanceof Error ? error : new Error('mail failed', { cause: error });
  const name = ['smtp', responseCode ?? code, enhanced(response), command]
    .filter((part) => part !== undefined)
    .join(' ');
  if (isAboutMail(command) && responseCode !== undefined && responseCode >= 500)
    return new PortFailure('denied', name);
  if (responseCode !== undefined && responseCode < 500 && /^4\.7\./.test(enhanced(response) ?? ''))
    return new PortFailure('throttled', name, patienceMs);
  // no server was asked: the address itself cannot be put into an envelope
  if (code === 'EENVELOPE' && responseCode === undefined) return new PortFailure('denied', name);
  return new PortFailure('unavailable', name);
}

function isAboutMail(command: string | undefined): boolean {
  return command === 'RCPT TO' || command === 'DATA';
}

/** "5.1.1" of "550 5.1.1 …": says what was wrong without naming anybody. */
function enhanced(response: string | undefined): string | undefined {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
}

type Told = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
};

function told(error: unknown): Told {
  if (typeof error !== 'object' || error === null) return {};
  const { code, command, responseCode, response }: Readonly<Record<string, unknown>> = { ...error };
  return {
    ...(typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? { code } : {}),
    ...(typeof command === 'string' && /^[A-Z ]{1,20}$/.test(command) ? { command } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
    ...(typeof response === 'string' ? { response } : {}),
  };
}
