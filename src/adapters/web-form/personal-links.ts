import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { defect } from '../../domain/defect.ts';
import type { LinkSubject, PersonalLinks } from '../../ports/personal-links.ts';

export type PersonalLinksOptions = {
  /** At least 32 bytes. Another key makes every link that was sent worthless. */
  readonly key: Uint8Array;
  /** Address of the program, with or without a path, known once the server listens. */
  readonly baseUrl: () => string;
  /** The first segment of the pages' addresses. */
  readonly folder: string;
};

/**
 * `format` stands last: so a token never ends in a sign that a mail program takes for the end of a sentence, and a later
 * format is told apart before anything is read.
 */
const format = 'a';
const sealLength = 16;
const shape = /^[\w-]{24,600}a$/;
const subject = z.tuple([z.string().min(1).max(100), z.int().min(1).max(10_000), z.string().min(1).max(200)]);
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const hash = /^[0-9a-f]{32}$/;
/** The first byte of an id: what the 16 bytes after it are, or how many bytes of text follow. */
const asUuid = 0;
const asHash = 255;

/** Signed with HMAC-SHA256, cut to 128 bits: whoever changes a letter has another link, which nobody signed. */
export function createPersonalLinks({ key, baseUrl, folder }: PersonalLinksOptions): PersonalLinks {
  const seal = (content: Uint8Array) =>
    createHmac('sha256', key)
      .update(`personal link ${format}\0`)
      .update(content)
      .digest()
      .subarray(0, sealLength);
  return {
    linkTo(about) {
      const content = packed(about);
      const token = Buffer.concat([seal(content), content]).toString('base64url') + format;
      return `${baseUrl().replace(/\/+$/, '')}/${folder}/${token}`;
    },
    subjectOf(token) {
      if (!shape.test(token)) return undefined;
      const bytes = Buffer.from(token.slice(0, -1), 'base64url');
      // one subject has one token: spare bits at the end are no second way to write it
      if (bytes.toString('base64url') !== token.slice(0, -1) || bytes.length <= sealLength) return undefined;
      const content = bytes.subarray(sealLength);
      return timingSafeEqual(bytes.subarray(0, sealLength), seal(content)) ? unpacked(content) : undefined;
    },
  };
}

/** Ids of ours take 16 bytes instead of 32 or 36: the address stays short enough to be copied by hand. */
function packed({ meetingId, version, personId }: LinkSubject): Buffer {
  return Buffer.concat([idBytes(meetingId), Buffer.from([version >> 8, version & 255]), idBytes(personId)]);
}

function idBytes(id: string): Buffer {
  if (uuid.test(id)) return Buffer.concat([Buffer.of(asUuid), Buffer.from(id.replaceAll('-', ''), 'hex')]);
  if (hash.test(id)) return Buffer.concat([Buffer.of(asHash), Buffer.from(id, 'hex')]);
  const text = Buffer.from(id, 'utf8');
  if (text.length === 0 || text.length >= asHash) return defect('an id that no link can carry');
  return Buffer.concat([Buffer.of(text.length), text]);
}

function unpacked(content: Buffer): LinkSubject | undefined {
  const meeting = readId(content, 0);
  const person = readId(content, meeting.end + 2);
  const version = meeting.end + 1 < content.length ? content.readUInt16BE(meeting.end) : 0;
  const parsed = subject.safeParse([meeting.id, version, person.id]);
  if (!parsed.success || person.end !== content.length) return undefined;
  const [meetingId, sent, personId] = parsed.data;
  return { meetingId, version: sent, personId };
}

function readId(content: Buffer, start: number): { readonly id: string; readonly end: number } {
  const kind = content[start] ?? asUuid;
  const isOurs = kind === asUuid || kind === asHash;
  const end = start + 1 + (isOurs ? 16 : kind);
  const bytes = content.subarray(start + 1, end);
  if (!isOurs) return { id: bytes.toString('utf8'), end };
  const hex = bytes.toString('hex');
  return {
    id: kind === asHash ? hex : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    end,
  };
}
