import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench, removeFolder } from './bench.ts';
import { cardAttachment, personalChat, sampleCard } from './invented-committee.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
  await bench.teams.start();
});

afterEach(async () => {
  await bench.close();
  removeFolder(bench);
});

describe('the demo’s clock', () => {
  const move = (wish: unknown) => bench.post('/local/api/clock', wish);
  const now = () => bench.clock.now.toString();

  it('tells date, time and the next deadline in Danish', async () => {
    bench.clock.deadline = Temporal.Instant.from('2023-12-22T23:00:00Z');
    const { body } = await bench.get('/local/api/clock');
    expect(body).toMatchObject({
      date: 'Fredag den 8. december 2023',
      time: '9.05',
      deadline: 'Fredag den 22. december 2023 kl. 24.00',
      local: '2023-12-08T09:05',
    });
  });

  it('moves by days with the Danish time of day kept over the change to summer time', async () => {
    bench.clock.now = Temporal.Instant.from('2024-03-30T08:00:00Z');
    await move({ days: 1 });
    expect(now()).toBe('2024-03-31T07:00:00Z');
    await move({ days: 7 });
    expect(now()).toBe('2024-04-07T07:00:00Z');
  });

  it('moves to the deadline, and past it by enough for it to be closed', async () => {
    bench.clock.deadline = Temporal.Instant.from('2023-12-22T23:00:00Z');
    await move({ to: 'deadline' });
    expect(now()).toBe('2023-12-22T23:00:00Z');
    await move({ to: 'pastDeadline' });
    expect(now()).toBe('2023-12-22T23:05:00Z');
  });

  it('moves to a Danish date and time, or to a moment', async () => {
    await move({ local: '2024-01-02T09:00' });
    expect(now()).toBe('2024-01-02T08:00:00Z');
    await move({ instant: '2024-01-03T08:00:00Z' });
    expect(now()).toBe('2024-01-03T08:00:00Z');
  });

  it('never moves back, nor farther than five years, nor to a deadline that is not there', async () => {
    const before = now();
    for (const wish of [
      { instant: '2023-12-08T08:05:00Z' },
      { local: '2023-12-07T09:00' },
      { instant: '2029-01-01T00:00:00Z' },
      { to: 'deadline' },
    ]) {
      expect((await move(wish)).status, JSON.stringify(wish)).toBe(409);
    }
    for (const wish of [{ days: 0 }, { days: -1 }, { local: 'i morgen' }, {}, null]) {
      expect((await move(wish)).status, JSON.stringify(wish)).toBe(400);
    }
    expect(now()).toBe(before);
  });
});

describe('after a restart', () => {
  it('chats, cards, personal views, files, marks and blocks are as they were; nobody is installed twice', async () => {
    const up = await bench.post('/local/api/uploads?person=sekretaer&name=a.txt', Buffer.from('indhold'));
    const said = { person: 'sekretaer', text: 'se her', uploadIds: [up.body.uploadId] };
    await bench.post(`/local/api/chats/${personalChat}/messages`, said);
    const path = `v3/conversations/${personalChat}/activities`;
    const attachments = [cardAttachment(sampleCard())];
    const { body } = await bench.connector('POST', path, { type: 'message', attachments });
    const mine = { type: 'AdaptiveCard', version: '1.5', body: [] };
    bench.bot.rule = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: mine },
    });
    const choose = { verb: 'minutes.approve' };
    await bench.post(`/local/api/chats/${personalChat}/activities/${body.id}/press`, {
      person: 'sekretaer',
      choose,
    });
    await bench.post('/local/api/block', { person: 'medlem', blocked: true });
    const list = `/local/api/chats/${personalChat}/activities?person=sekretaer`;
    const before = (await bench.get(list)).body;
    await bench.close();

    bench = await openBench(bench.dataDir);
    await bench.teams.start();
    expect(bench.bot.received).toEqual([]);
    expect((await bench.get(list)).body).toEqual(before);
    expect(before[1].cards).toEqual([mine]);
    expect((await bench.get(before[0].files[0].href)).body).toBe('indhold');
    expect((await bench.get('/local/api/state')).body.people[1].blocked).toBe(true);
  });

  it('a message that was on its way when the process died is offered to be sent again', async () => {
    await bench.post(`/local/api/chats/${personalChat}/messages`, { person: 'sekretaer', text: 'hjælp' });
    await bench.close();
    const db = new DatabaseSync(join(bench.dataDir, 'local-teams.db'));
    db.exec("UPDATE activity SET delivery = 'pending'");
    db.close();
    bench = await openBench(bench.dataDir);
    const { body } = await bench.get(`/local/api/chats/${personalChat}/activities?person=sekretaer`);
    expect(body).toMatchObject([{ delivery: 'failed' }]);
  });

  it('a token of yesterday opens nothing', async () => {
    const authorization = `Bearer ${await bench.teams.botToken()}`;
    await bench.close();
    bench = await openBench(bench.dataDir);
    const path = `/connector/v3/conversations/${personalChat}`;
    expect((await bench.get(path, { authorization })).status).toBe(401);
  });
});
