import { describe, expect, it } from 'vitest';
import type { NoticeTry } from '../../../src/domain/minutes/answer.ts';
import { isMailed, noticeChannel } from '../../../src/domain/minutes/notice-channel.ts';

const identities = [{ tenantId: 'skolen', objectId: 'bo' }];
const email = 'bo@prøve.example';
const both = { identities, email };

const tried = (channel: NoticeTry['channel'], result: NoticeTry['result']): NoticeTry => ({
  about: 'notice',
  channel,
  result,
  at: '2025-09-12T13:00:00Z',
});

describe('the channel of a notice', () => {
  it('is Teams for whoever has an account there, also before anything was tried', () => {
    expect(noticeChannel(both, [])).toBe('teams');
    expect(noticeChannel({ identities }, [])).toBe('teams');
    expect(noticeChannel(both, [tried('teams', 'delivered')])).toBe('teams');
  });

  it('is mail for whoever has no account', () => {
    expect(noticeChannel({ identities: [], email }, [])).toBe('mail');
  });

  it.each(['blocked', 'gone'] as const)('is mail where the chat is %s', (result) => {
    expect(noticeChannel(both, [tried('teams', result)])).toBe('mail');
    expect(noticeChannel(both, [tried('teams', result), tried('mail', 'sent')])).toBe('mail');
  });

  it('is Teams again once the chat took a card again', () => {
    expect(noticeChannel(both, [tried('teams', 'blocked'), tried('teams', 'delivered')])).toBe('teams');
  });

  it('is none where there is nowhere left to write to', () => {
    expect(noticeChannel({ identities }, [tried('teams', 'blocked')])).toBeUndefined();
    expect(noticeChannel({ identities: [] }, [])).toBeUndefined();
    expect(noticeChannel(undefined, [])).toBeUndefined();
    const refused = [tried('teams', 'gone'), tried('mail', 'refused')];
    expect(noticeChannel(both, refused)).toBeUndefined();
  });

  it('is still mail when the server could not be asked', () => {
    expect(noticeChannel(both, [tried('teams', 'gone'), tried('mail', 'failed')])).toBe('mail');
  });
});

describe('a mailed notice', () => {
  it('was taken by the server or opened by the person', () => {
    expect(isMailed([])).toBe(false);
    expect(isMailed([tried('mail', 'sent')])).toBe(true);
    expect(isMailed([tried('mail', 'delivered')])).toBe(true);
  });

  it('is not one that failed, a card in Teams, or a reminder', () => {
    expect(isMailed([tried('mail', 'refused'), tried('teams', 'delivered')])).toBe(false);
    expect(isMailed([{ ...tried('mail', 'delivered'), about: 'reminder' }])).toBe(false);
  });
});
