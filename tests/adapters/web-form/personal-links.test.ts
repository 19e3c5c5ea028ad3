import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownLinkKey } from '../../../src/adapters/web-form/link-key.ts';
import { createPersonalLinks } from '../../../src/adapters/web-form/personal-links.ts';
import { readLinkKey } from '../../../src/adapters/web-form/read-link-key.ts';

const keyOf = (word: string) => createHash('sha256').update(word).digest();
const linksWith = (key: Uint8Array, origin = 'https://udvalg.example') =>
  createPersonalLinks({ key, baseUrl: () => origin, folder: 'svar' });
const links = linksWith(keyOf('one'));
const tokenOf = (link: string) => link.split('/').at(-1) ?? '';

const subject = fc.record({
  meetingId: fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => id.replaceAll('-', '')),
    fc.string({ minLength: 1, maxLength: 40 }),
  ),
  version: fc.integer({ min: 1, max: 999 }),
  personId: fc.oneof(fc.uuid(), fc.constantFrom('karen', 'bo', 'ærø', 'a/b.c')),
});

describe('a personal link', () => {
  it('leads back to its person and version, whatever their ids look like', () => {
    fc.assert(
      fc.property(subject, (about) => {
        expect(links.subjectOf(tokenOf(links.linkTo(about)))).toEqual(about);
      }),
      { seed: 20_251_122, numRuns: 300, verbose: true },
    );
  });

  it('is short enough for a mail, and ends in no sign that a mail program would leave out', () => {
    const ids = {
      meetingId: '7bf5fd7d-d6f2-48ff-9199-0584530040d7',
      personId: '0b9f5f0e-6d52-4b07-a5a3-b36b2ca5bd05',
    };
    const token = tokenOf(links.linkTo({ ...ids, version: 3 }));
    expect(token.length).toBeLessThanOrEqual(74);
    expect(token).toMatch(/^[\w-]+[a-z]$/);
  });

  it('keeps the path that the program lies under', () => {
    expect(
      linksWith(keyOf('one'), 'https://skole.example/bot/').linkTo({
        meetingId: 'm',
        version: 1,
        personId: 'p',
      }),
    ).toMatch(/^https:\/\/skole\.example\/bot\/svar\/[\w-]+$/);
  });

  it('is the same each time: the card that shows it is not changed for nothing', () => {
    const about = { meetingId: 'm1', version: 1, personId: 'bo' };
    expect(links.linkTo(about)).toBe(links.linkTo(about));
  });

  it('with any letter changed, cut or added is nobody’s', () => {
    const token = tokenOf(links.linkTo({ meetingId: 'm1', version: 1, personId: 'bo' }));
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const changed = [...token].flatMap((was, place) =>
      [...letters]
        .filter((each) => each !== was)
        .map((each) => token.slice(0, place) + each + token.slice(place + 1)),
    );
    const others = [
      token.slice(1),
      token.slice(0, -2),
      `${token}a`,
      `${token}=`,
      `A${token}`,
      token.toLowerCase(),
      '',
    ];
    expect([...changed, ...others].filter((each) => links.subjectOf(each) !== undefined)).toEqual([]);
    expect(links.subjectOf(token)).toBeDefined();
  });

  it('signed with another key, or no link at all, is nobody’s', () => {
    const token = tokenOf(linksWith(keyOf('two')).linkTo({ meetingId: 'm1', version: 1, personId: 'bo' }));
    expect(links.subjectOf(token)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String({ minLength: 30 }).map((each) => `${each}a`),
        ),
        (made) => {
          expect(links.subjectOf(made)).toBeUndefined();
        },
      ),
      { seed: 20_251_122, numRuns: 500, verbose: true },
    );
  });
});

describe('the key that links are signed with', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'key-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is made once, for its owner’s eyes only', () => {
    const key = ownLinkKey(dataDir);
    expect(key.length).toBe(32);
    expect(statSync(join(dataDir, 'link.key')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(ownLinkKey(dataDir)).equals(Buffer.from(key))).toBe(true);
  });

  it('is another in another folder', () => {
    expect(
      Buffer.from(ownLinkKey(join(dataDir, 'a'))).equals(Buffer.from(ownLinkKey(join(dataDir, 'b')))),
    ).toBe(false);
  });

  it('that was spoilt stops the start instead of being replaced: links that were sent would all be dead', () => {
    writeFileSync(join(dataDir, 'link.key'), 'short');
    chmodSync(join(dataDir, 'link.key'), 0o600);
    expect(() => ownLinkKey(dataDir)).toThrow('no key of at least 32 bytes');
    expect(readFileSync(join(dataDir, 'link.key'), 'utf8')).toBe('short');
  });

  it.each([
    ['hex', 'ab'.repeat(32), 32],
    ['base64', Buffer.alloc(32, 7).toString('base64'), 32],
    ['base64url', Buffer.alloc(48, 251).toString('base64url'), 48],
    ['hex that is too short', 'ab'.repeat(23), undefined],
    ['base64 that is too short', Buffer.alloc(31).toString('base64'), undefined],
    ['a sentence', 'this is not a key, although it is long enough to be one', undefined],
    ['nothing', '', undefined],
  ])('is read from %s', (_what, text, length) => {
    expect(readLinkKey(text)?.length).toBe(length);
  });
});
