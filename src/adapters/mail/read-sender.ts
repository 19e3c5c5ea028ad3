import { isAddress, type Sender } from './mail-message.ts';

/** `Udvalg <udvalg@skole.example>`, or the address alone; undefined for anything else. */
export function readSender(text: string): Sender | undefined {
  const [, name = '', bracketed] = /^\s*"?([^"<>]{0,100}?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const address = (bracketed ?? text).trim();
  return isAddress(address) ? { name: name.trim(), address } : undefined;
}
