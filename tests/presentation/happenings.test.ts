import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { happeningText } from '../../src/presentation/happenings.ts';
import { at, hash } from '../cards/invented-meeting.ts';
import { inventedEvents, secret } from '../texts/invented-events.ts';

const told = (event: DomainEvent, stream = 'answer/meeting-1/2/person-1'): string =>
  happeningText(
    {
      seq: 1,
      stream,
      version: 1,
      id: 'e',
      at: at('2023-12-14T09:12:00Z'),
      actor: { personId: 'person-1' },
      event,
      hash,
    },
    { person: (personId) => `<${personId}>` },
  );

describe('the log in plain Danish', () => {
  it.each(Object.entries(inventedEvents))(
    'tells %s in one line that ends with a full stop',
    (_type, event) => {
      expect(told(event)).toMatch(/^[A-ZÆØÅ0-9<][^\n]+\.$/u);
    },
  );

  it.each(Object.entries(inventedEvents))(
    'tells no words of an objection, a ruling or a message in %s',
    (_type, event) => {
      expect(told(event)).not.toContain(secret);
    },
  );

  it.each([
    'ApprovalGiven',
    'ApprovalWithdrawn',
    'ObjectionRaised',
    'ObjectionWithdrawn',
    'LateRemarkMade',
    'NoticeFailed',
  ] as const)('does not say who stands behind %s, but on which version', (type) => {
    expect(told(inventedEvents[type])).not.toMatch(/person-1|K7F3/);
    expect(told(inventedEvents[type])).toContain('version 2'.slice(1));
  });

  it('names those who act for the committee', () => {
    expect(told(inventedEvents.ObjectionRuled, 'meeting/meeting-1')).toContain('<person-1>');
  });
});
