import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from './property/commands.ts';
import { settle } from './property/ending.ts';
import { happen } from './property/happen.ts';
import { freshFolder, removed } from './property/open-world.ts';
import { createTemplate, fromTemplate, type Template } from './property/template.ts';
import { createWorld, endWorld } from './property/world.ts';
import { recordFigures, times } from './support/report.ts';

/** Another course of courses: `SEED=…`; one course again: `SEED=… COURSE=…` with the path that a failure prints. */
const seed = Number(process.env['SEED'] ?? 20_250_912);
const path = process.env['COURSE'];
const courses = times(300, 10_000);
const happenings = times(40, 60);

/** A course that never gets there proves nothing about it. */
const mustBeSeen = [
  ...[
    'approvedTacitly',
    'approvedByAll',
    'contested',
    'needsDecision',
    'MinutesApprovedByTwo',
    'MinutesDeferred',
  ],
  ...['ApprovalGiven', 'ApprovalWithdrawn', 'ObjectionRaised', 'ObjectionWithdrawn', 'LateRemarkMade'],
  ...[
    'MinutesSent',
    'ObjectionRuled',
    'DeadlineExtended',
    'MembersReminded',
    'ReminderDelivered',
    'MandateEnded',
  ],
  ...['NoticeDelivered', 'NoticeSent', 'NoticeFailed', 'PaperFiled', 'DowntimeRecorded', 'ClockDoubted'],
  ...['ClockConfirmed', 'DecisionHeldBack', 'SafeModeEntered', 'SafeModeEnded', 'MandatesGranted'],
];

describe('the program on its real store', () => {
  let template: Template | undefined;
  beforeAll(async () => {
    template = await createTemplate();
  });
  afterAll(() => template === undefined || removed(template.folder));

  it('keeps every rule through clicks, redeliveries, rulings, new versions, jumps, kills and restores', async () => {
    const seen = new Set<string>();
    let events = 0;
    const course = fc.array(command, { minLength: happenings, maxLength: happenings });
    const property = fc.asyncProperty(course, async (commands) => {
      if (template === undefined) throw new TypeError('no template');
      const folder = freshFolder();
      const { around, running } = await fromTemplate(template, folder);
      const world = createWorld(folder, template.meetingId, around, running);
      try {
        await happen(world, { does: 'send', changed: false });
        await happen(world, { does: 'back-up' });
        await happen(world, { does: 'drain' });
        for (const each of commands) await happen(world, each);
        await settle(world);
      } finally {
        await endWorld(world);
      }
      events += world.ledger.seq;
      for (const each of world.happened) seen.add(each);
    });
    await fc.assert(property, {
      seed,
      numRuns: courses,
      endOnFailure: false,
      ...(path === undefined ? {} : { path }),
    });
    recordFigures('property run over the real store', { courses, happenings, events, seed, violations: 0 });
    if (path === undefined) expect(mustBeSeen.filter((name) => !seen.has(name))).toEqual([]);
  });
});
